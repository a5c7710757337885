namespace ProgressionSim.Scenarios.Documents;

/// <summary>Named members in the order they were written.</summary>
internal sealed class DocumentObject(SettingOrigin origin) : DocumentNode(origin)
{
    /// <summary>The members; an explicit null is kept as a value so that its key can be checked.</summary>
    public OrderedDictionary<string, DocumentNode> Members { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string AsTyped => "an object";

    /// <inheritdoc/>
    public override SettingOrigin LatestOrigin =>
        Members.Count == 0 ? Origin : Members.Values.Select(member => member.LatestOrigin).Append(Origin).MaxBy(origin => origin.Layer)!;

    /// <summary>A member that is there and not null.</summary>
    public DocumentNode? Find(string name) => Members.TryGetValue(name, out var node) && !node.IsNull ? node : null;

    /// <summary>A member that is there and an object.</summary>
    public DocumentObject? FindObject(string name) => Find(name) as DocumentObject;

    /// <summary>A member that is there and a list.</summary>
    public DocumentArray? FindArray(string name) => Find(name) as DocumentArray;
}
