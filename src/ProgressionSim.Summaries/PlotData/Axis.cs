namespace ProgressionSim.Summaries.PlotData;

/// <summary>An axis.</summary>
/// <param name="Label">What is shown, with its unit.</param>
/// <param name="Low">Left or lower end, in data units (also when logarithmic).</param>
/// <param name="High">Right or upper end.</param>
/// <param name="TickInterval">Distance between labelled ticks; null to choose.</param>
/// <param name="Logarithmic">True for a base-10 logarithmic axis; then Low is above 0.</param>
public sealed record Axis(string Label, double Low, double High, double? TickInterval = null, bool Logarithmic = false)
{
    /// <summary>Names shown at 1, 2, 3, ... in place of numbers, such as one name an arm; empty for an axis of numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
