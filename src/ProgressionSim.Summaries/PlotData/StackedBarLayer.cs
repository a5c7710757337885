namespace ProgressionSim.Summaries.PlotData;

/// <summary>Horizontal bars at 1, 2, 3, ... of the vertical axis (an axis of names), each made of parts that follow each other from 0 to the right.</summary>
/// <param name="Parts">The parts, from left to right, at least one; all with as many values as there are bars.</param>
/// <exception cref="ArgumentException">There is no part, parts differ in the number of values or texts, or a value is negative or not finite.</exception>
public sealed record StackedBarLayer(IReadOnlyList<StackedPart> Parts) : Layer("", FigureColor.Neutral)
{
    /// <summary>The parts, from left to right.</summary>
    public IReadOnlyList<StackedPart> Parts { get; init; } = Checked(Parts);

    private static IReadOnlyList<StackedPart> Checked(IReadOnlyList<StackedPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var bars = parts.Count == 0 ? throw new ArgumentException("A stacked bar needs a part.", nameof(parts)) : parts[0].Values.Count;
        foreach (var part in parts)
        {
            var complete = part.Values.Count == bars && (part.Texts.Count == 0 || part.Texts.Count == bars);
            if (!complete || part.Values.Any(value => !double.IsFinite(value) || value < 0))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The part \"{part.Label}\" needs {bars} values, finite and at least 0, and as many texts or none."),
                    nameof(parts));
            }
        }

        return parts;
    }
}
