using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>Lines of equal benefit over a map.</summary>
internal static class SweepContours
{
    private const int MostLevels = 6;

    private static readonly double[] Rounds = [1, 2, 2.5, 3, 4, 5];

    /// <summary>Contours at up to six round levels; none when the map does not change beyond chance.</summary>
    public static IEnumerable<Layer> Of(SweepView view, int outcome)
    {
        if (!view.Changes(outcome))
        {
            yield break;
        }

        var scale = OutcomeWords.Of(outcome).Scale;
        var levels = Levels(scale * view.Smallest(outcome).Estimate.Value, scale * view.Largest(outcome).Estimate.Value);
        var (first, second, values) = (view.Axes[0], view.Axes[1], Values(view, outcome));
        Polyline Placed(Polyline line) => new([.. line.X.Select(first.Value)], [.. line.Y.Select(second.Value)]);
        yield return new ContourLayer(
            view.Plan.ShowsBenefit ? "Equal benefit" : "Equal outcome",
            FigureColor.Neutral,
            [
                .. levels.Select(level => new ContourLine(
                    level,
                    NumberText.Setting(level),
                    [.. MarchingSquares.Trace([.. first.Axis.Values.Select(first.Place)], [.. second.Axis.Values.Select(second.Place)], values, level)
                        .Select(Placed)])),
            ]);
    }

    /// <summary>What is shown, in the unit of figures: [row of the second axis][column of the first]; NaN where there is nobody.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Values(SweepView view, int outcome) =>
    [
        .. Enumerable.Range(0, view.Seconds).Select(second => (double[])
            [.. Enumerable.Range(0, view.Firsts).Select(first => OutcomeWords.Of(outcome).Scale * view.Result.Shown(first, second, outcome).Value)]),
    ];

    /// <summary>Round levels strictly between two values, as many as possible up to six.</summary>
    internal static IReadOnlyList<double> Levels(double low, double high)
    {
        if (!(high > low))
        {
            return [];
        }

        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(high - low)) - 1);
        foreach (var step in Enumerable.Range(0, 3).SelectMany(power => Rounds.Select(round => round * magnitude * Math.Pow(10, power))))
        {
            var (from, to) = ((long)Math.Floor(low / step) + 1, (long)Math.Ceiling(high / step) - 1);
            if (to - from < MostLevels)
            {
                return [.. Enumerable.Range(0, (int)Math.Max(0, to - from + 1)).Select(i => Math.Round((from + i) * step, 12))];
            }
        }

        return [];
    }
}
