namespace ProgressionSim.Scenarios.Documents;

/// <summary>A piece of a scenario document that remembers where it was written. Trees are changed while layers are merged, then only read.</summary>
internal abstract class DocumentNode(SettingOrigin origin)
{
    /// <summary>Where it was written; for a member of an object, where its key stands.</summary>
    public SettingOrigin Origin { get; } = origin;

    /// <summary>The value as a user would recognise it, short enough for one line.</summary>
    public abstract string AsTyped { get; }

    /// <summary>True for an explicit null, which means: as if it were not written.</summary>
    public bool IsNull => this is DocumentValue { Kind: System.Text.Json.JsonValueKind.Null };

    /// <summary>Origin of the part that was written last.</summary>
    public virtual SettingOrigin LatestOrigin => Origin;

    /// <summary>A tree of its own with the same content and origins.</summary>
    public abstract DocumentNode Copy();

    /// <summary>The finite number this node is, or null.</summary>
    public double? Number => (this as DocumentValue)?.FiniteNumber;

    /// <summary>The text this node is, or null.</summary>
    public string? Text => (this as DocumentValue)?.StringValue;
}
