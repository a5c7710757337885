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

    /// <inheritdoc/>
    public override DocumentNode Copy() => CopyWithout([]);

    /// <summary>A tree of its own with the same content and origins, but for some members of the object itself.</summary>
    /// <param name="leaveOut">Names of the members left out.</param>
    public DocumentObject CopyWithout(IReadOnlyCollection<string> leaveOut)
    {
        var copy = new DocumentObject(Origin);
        foreach (var (name, value) in Members)
        {
            if (leaveOut.Count == 0 || !leaveOut.Contains(name, StringComparer.Ordinal))
            {
                copy.Members[name] = value.Copy();
            }
        }

        return copy;
    }

    /// <summary>A member that is there and not null.</summary>
    public DocumentNode? Find(string name) => Members.TryGetValue(name, out var node) && !node.IsNull ? node : null;

    /// <summary>A member that is there and an object.</summary>
    public DocumentObject? FindObject(string name) => Find(name) as DocumentObject;

    /// <summary>A member that is there and a list.</summary>
    public DocumentArray? FindArray(string name) => Find(name) as DocumentArray;
}
