namespace ProgressionSim.Scenarios.Documents;

/// <summary>A list.</summary>
internal sealed class DocumentArray(SettingOrigin origin) : DocumentNode(origin)
{
    /// <summary>The items in order.</summary>
    public List<DocumentNode> Items { get; } = [];

    /// <inheritdoc/>
    public override string AsTyped => Items.Count == 0 ? "an empty list" : "a list";

    /// <inheritdoc/>
    public override SettingOrigin LatestOrigin => Items.Select(item => item.LatestOrigin).Append(Origin).MaxBy(origin => origin.Layer)!;

    /// <inheritdoc/>
    public override DocumentNode Copy()
    {
        var copy = new DocumentArray(Origin);
        foreach (var item in Items)
        {
            copy.Items.Add(item.Copy());
        }

        return copy;
    }
}
