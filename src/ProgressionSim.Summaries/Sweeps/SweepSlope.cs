using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>The mean change along an axis.</summary>
internal static class SweepSlope
{
    /// <summary>The change from the first to the last value of an axis, mean over the other axis, by a round amount of it; null for a single value.</summary>
    /// <remarks>
    /// Cells share their patients: errors of the two ends of an axis mostly cancel, those of rows mostly do not. The standard error is the mean of
    /// those that independent ends
    /// would have, as if rows erred all alike: an upper limit.
    /// </remarks>
    public static Estimate? Of(SweepView view, int axis)
    {
        var values = view.Plan.Axes[axis].Values;
        if (values.Count < 2)
        {
            return null;
        }

        Estimate At(int place, int other) => axis == 0 ? view.Result.Shown(place, other, view.Outcome) : view.Result.Shown(other, place, view.Outcome);
        var pairs = Enumerable.Range(0, axis == 0 ? view.Seconds : view.Firsts).Select(other => (Start: At(0, other), End: At(values.Count - 1, other)))
            .Where(pair => double.IsFinite(pair.Start.Value) && double.IsFinite(pair.End.Value)).ToArray();
        if (pairs.Length == 0)
        {
            return null;
        }

        var step = view.Axes[axis].Step / (values[^1] - values[0]);
        return new Estimate(
            step * pairs.Average(pair => pair.End.Value - pair.Start.Value),
            step * pairs.Average(pair => Math.Sqrt((pair.End.StandardError * pair.End.StandardError) + (pair.Start.StandardError * pair.Start.StandardError))));
    }

    /// <summary>The change in a sentence; null for a single value.</summary>
    public static string? Sentence(SweepView view, int axis)
    {
        if (Of(view, axis) is not { } slope)
        {
            return null;
        }

        var (words, values) = (view.Axes[axis], view.Plan.Axes[axis].Values);
        var over = view.Plan.Axes.Count == 1 ? "" : $", mean over all values of {view.Axes[1 - axis].Name}";
        return $"From {words.Of(values[0])} to {words.Of(values[^1])}, {OutcomePhrases.Within(view.Quantity(view.Outcome))} changes on average by "
            + $"{view.Words.WithInterval(slope)} {view.Unit(view.Outcome)} "
            + $"for each {words.StepText}{over} (in brackets a 95 % MC interval that takes the two ends for independent, so rather too wide; the change need "
            + "not be even).";
    }
}
