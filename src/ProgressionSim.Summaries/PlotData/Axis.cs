namespace ProgressionSim.Summaries.PlotData;

/// <summary>An axis.</summary>
/// <param name="Label">What is shown, with its unit.</param>
/// <param name="Low">Left or lower end, in data units (also when logarithmic).</param>
/// <param name="High">Right or upper end.</param>
/// <param name="TickInterval">Distance between labelled ticks; null to choose.</param>
/// <param name="Logarithmic">True for a base-10 logarithmic axis; then Low is above 0.</param>
public sealed record Axis(string Label, double Low, double High, double? TickInterval = null, bool Logarithmic = false)
{
    /// <summary>
    /// Names shown at 1, 2, 3, ... in place of numbers, such as one name an arm; empty for an axis of numbers. A vertical axis of names runs
    /// downwards, so that the first name is on top, and the panel is as high as its names need.
    /// </summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>
    /// Texts at the right of the panel, one for each name of a vertical axis, such as the numbers behind a row; a line feed begins a new line. Empty for none.
    /// </summary>
    public IReadOnlyList<string> RowTexts { get; init; } = [];

    /// <summary>An axis of names, half a place wider than the names at both ends.</summary>
    /// <param name="label">What the names are; empty for none.</param>
    /// <param name="names">The names, shown at 1, 2, 3, ...</param>
    public static Axis OfNames(string label, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(label, 0.5, names.Count + 0.5) { Categories = names };
    }
}
