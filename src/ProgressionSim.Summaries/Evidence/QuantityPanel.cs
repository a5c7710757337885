using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Quantities of different units in rows, each on the scale of its published interval, with predictions on it.</summary>
internal static class QuantityPanel
{
    /// <summary>What the rows show, for captions.</summary>
    public const string Explanation =
        "Each row is on the scale of its own published interval, which runs from -1 to +1 around the published value, or around its middle where no value is published; arrows "
            + "point to what lies beyond the axis, with its place there.";

    /// <summary>Builds a panel.</summary>
    /// <param name="heading">Heading.</param>
    /// <param name="rows">The quantities, with intervals.</param>
    /// <param name="texts">Numbers at the right of each row.</param>
    /// <param name="groups">Predictions; groups without any are left out.</param>
    public static Panel Build(string heading, IReadOnlyList<EvidenceQuantity> rows, IReadOnlyList<string> texts, IReadOnlyList<PredictionGroup> groups) => new()
    {
        Heading = heading,
        Horizontal = new("Distance from the published value, in half-widths of its interval", -QuantityScale.End, QuantityScale.End, 1),
        Vertical = Axis.OfNames("", [.. rows.Select(row => row.Unit.Length == 0 ? row.Title : $"{row.Title} ({row.Unit})")]) with { RowTexts = texts },
        Layers = [new BandLayer("Published interval", FigureColor.Neutral, [-1, 1], [0.5, 0.5], [rows.Count + 0.5, rows.Count + 0.5]), .. groups.SelectMany(group => Layers(rows, group))],
    };

    private static IEnumerable<Layer> Layers(IReadOnlyList<EvidenceQuantity> rows, PredictionGroup group)
    {
        (double Y, double X, double Low, double High)[] all =
        [
            .. group.Predictions.Where(each => double.IsFinite(each.Value)).Select(each =>
            {
                double Place(double number) => double.IsFinite(number) ? QuantityScale.Of(rows[each.Row], number) : double.NaN;
                return (each.Row + 1 + group.Beside, Place(each.Value), Place(each.Low), Place(each.High));
            }),
        ];
        var held = Array.FindAll(all, each => Math.Abs(each.X) <= QuantityScale.End);
        if (held.Length > 0)
        {
            yield return new IntervalLayer(
                group.Label, group.Color, [.. held.Select(each => each.X)], [.. held.Select(each => each.Y)], [.. held.Select(each => each.Low)], [.. held.Select(each => each.High)], [],
                Horizontal: true);
        }

        var (left, right) = (Arrow(PointSymbol.ArrowLeft, -1), Arrow(PointSymbol.ArrowRight, 1));
        foreach (var arrow in new[] { left, right }.OfType<PointLayer>())
        {
            yield return arrow with { Label = held.Length == 0 ? group.Label : "" };
        }

        // An arrow with its number for a prediction beyond the axis, an arrow alone where only the end of its interval is.
        PointLayer? Arrow(PointSymbol symbol, int side)
        {
            var beyond = Array.FindAll(all, each => side * each.X > QuantityScale.End || side * (side < 0 ? each.Low : each.High) > QuantityScale.End);
            return beyond.Length == 0 ? null : new("", group.Color, [.. beyond.Select(_ => side * QuantityScale.End)], [.. beyond.Select(each => each.Y)], symbol)
            {
                Texts = [.. beyond.Select(each => side * each.X > QuantityScale.End ? NumberText.Fixed(each.X, 1) : "")],
            };
        }
    }
}
