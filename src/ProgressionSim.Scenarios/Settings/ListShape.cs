namespace ProgressionSim.Scenarios.Settings;

/// <summary>A list of groups.</summary>
/// <param name="Meaning">What it holds.</param>
/// <param name="Item">What each item is.</param>
/// <param name="Noun">What one item is called.</param>
/// <param name="Minimum">Smallest number of items.</param>
/// <param name="Maximum">Largest number of items.</param>
internal sealed record ListShape(string Meaning, Shape Item, string Noun, int Minimum, int Maximum) : Shape(Meaning)
{
    /// <summary>Member that names an item; names are unique in the list.</summary>
    public string? NameKey { get; init; }

    /// <summary>List in JSON that stands when none is written; null when one must be.</summary>
    public string? Default { get; init; }

    /// <summary>What to write, shown when the list is too short.</summary>
    public string Example { get; init; } = "";
}
