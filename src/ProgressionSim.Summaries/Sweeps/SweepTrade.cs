using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>What makes up for what: two settings of equal benefit.</summary>
/// <param name="Along">The axis along which one goes: the start of treatment when there is one.</param>
/// <param name="Across">The other axis.</param>
/// <param name="From">Value on the first of them at one end.</param>
/// <param name="FromAcross">Value on the other axis there.</param>
/// <param name="To">Value on the first of them at the other end.</param>
/// <param name="ToAcross">Value on the other axis there, which gives the same.</param>
/// <param name="Low">Lower 95 % Monte Carlo limit of that value; the two cells are taken for independent, so it errs on the wide side.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Level">What both give.</param>
internal sealed record SweepTrade(
    SweepAxisWords Along, SweepAxisWords Across, double From, double FromAcross, double To, double ToAcross, double Low, double High, Estimate Level)
{
    // 97.5 % point of the normal distribution.
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>
    /// Follows the line of equal value through the middle of the grid as far as it is one line: the value at the middle row is sought in the farthest
    /// column that reaches it
    /// at one place only, with its whole interval inside the grid and away from the middle row; null when there is none.
    /// </summary>
    public static SweepTrade? Find(SweepView view)
    {
        if (view.Plan.Axes.Count < 2 || view.Firsts < 2 || view.Seconds < 2)
        {
            return null;
        }

        var isTurned = view.Axes[1].IsStart && !view.Axes[0].IsStart;
        var (along, across) = isTurned ? (view.Axes[1], view.Axes[0]) : (view.Axes[0], view.Axes[1]);
        Estimate At(int column, int row) => isTurned ? view.Result.Shown(row, column, view.Outcome) : view.Result.Shown(column, row, view.Outcome);
        var (columns, rows) = (along.Axis.Values, across.Axis.Values);
        var from = along.IsStart
            ? Enumerable.Range(0, columns.Count).MinBy(column => Math.Abs(columns[column]))
            : columns.Count / 4;
        var row = rows.Count / 2;
        var level = At(from, row);
        foreach (var to in Enumerable.Range(0, columns.Count)
            .Where(column => column != from).OrderBy(column => column < from).ThenByDescending(column => Math.Abs(column - from)))
        {
            double? Reached(double widths) => Crossing(
                across,
                [.. Enumerable.Range(0, rows.Count).Select(each => At(to, each)).Select(each => each.Value + (widths * Width(each, level)))],
                level.Value);

            if (Reached(0) is { } value && Reached(1) is { } one && Reached(-1) is { } other
                && (rows[row] < Math.Min(one, other) || rows[row] > Math.Max(one, other)))
            {
                return new(along, across, columns[from], rows[row], columns[to], value, Math.Min(one, other), Math.Max(one, other), level);
            }
        }

        return null;
    }

    /// <summary>Half the 95 % interval of the difference of two independent estimates.</summary>
    private static double Width(Estimate first, Estimate second) =>
        NormalQuantile * Math.Sqrt((first.StandardError * first.StandardError) + (second.StandardError * second.StandardError));

    /// <summary>Where a column meets a level; null unless it does so exactly once.</summary>
    private static double? Crossing(SweepAxisWords axis, double[] values, double level)
    {
        double? found = null;
        for (var i = 0; i + 1 < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || !double.IsFinite(values[i + 1]))
            {
                return null;
            }

            if (values[i] >= level == values[i + 1] >= level)
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            var (low, high) = (axis.Place(axis.Axis.Values[i]), axis.Place(axis.Axis.Values[i + 1]));
            found = axis.Value(low + ((high - low) * (level - values[i]) / (values[i + 1] - values[i])));
        }

        return found;
    }
}
