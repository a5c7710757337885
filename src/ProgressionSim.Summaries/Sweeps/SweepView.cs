using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>A sweep as figures and texts look at it.</summary>
/// <param name="result">The result.</param>
internal sealed class SweepView(SweepResult result)
{
    // Of all cells, one or more false findings in twenty sweeps that change nothing.
    private readonly double widthOfAll = StandardNormal.Quantile(1 - (0.025 / result.Plan.Cells));

    public SweepResult Result => result;

    public SweepPlan Plan => result.Plan;

    /// <summary>Gets the axes: one or two.</summary>
    public IReadOnlyList<SweepAxisWords> Axes { get; } = [.. result.Plan.Axes.Select(axis => new SweepAxisWords(result.Plan, axis))];

    public int Outcome => result.Plan.Outcomes[0];

    public OutcomeWords Words => OutcomeWords.Of(Outcome);

    public int Firsts => result.Plan.Axes[0].Values.Count;

    public int Seconds => result.Plan.Axes.Count > 1 ? result.Plan.Axes[1].Values.Count : 1;

    public string ArmName => result.Plan.Run.Arms[result.Plan.Question.Arm].Name;

    public string ReferenceName => result.Plan.Run.Arms[0].Name;

    public int Months => result.Plan.Question.Rules.Months;

    /// <summary>All cells of an outcome that have a value, in the order of the result.</summary>
    public IEnumerable<SweepCell> Cells(int outcome) =>
        from second in Enumerable.Range(0, Seconds)
        from first in Enumerable.Range(0, Firsts)
        let estimate = result.Shown(first, second, outcome)
        where double.IsFinite(estimate.Value)
        select new SweepCell(first, second, estimate);

    public SweepCell Largest(int outcome) => Cells(outcome).MaxBy(cell => cell.Estimate.Value);

    public SweepCell Smallest(int outcome) => Cells(outcome).MinBy(cell => cell.Estimate.Value);

    /// <summary>True when nobody was analysed in any cell.</summary>
    public bool IsEmpty => !Cells(Outcome).Any();

    /// <summary>True when a benefit differs from 0 in some cell by more than chance explains when so many cells are looked at.</summary>
    public bool HasEffect(int outcome) => Cells(outcome).Any(cell => Math.Abs(cell.Estimate.Value) > widthOfAll * cell.Estimate.StandardError);

    /// <summary>True when some cell is below 0 by more than chance explains when so many cells are looked at.</summary>
    public bool HasLoss(int outcome) => Cells(outcome).Any(cell => cell.Estimate.Value < -widthOfAll * cell.Estimate.StandardError);

    /// <summary>
    /// True when the largest and the smallest differ by more than chance explains; cells are taken for independent, which errs on the side of no
    /// difference.
    /// </summary>
    public bool Changes(int outcome)
    {
        var (large, small) = (Largest(outcome).Estimate, Smallest(outcome).Estimate);
        return large.Value - small.Value > widthOfAll * (large.StandardError + small.StandardError);
    }

    /// <summary>What is shown of an outcome, as a heading: <c>Life gained</c> or <c>Survival in treated</c>.</summary>
    public string Quantity(int outcome) => Plan.ShowsBenefit ? OutcomeWords.Of(outcome).Gain : OutcomePhrases.Capital(OutcomeWords.Of(outcome).Noun);

    /// <summary>Its unit.</summary>
    public string Unit(int outcome) => Plan.ShowsBenefit ? OutcomeWords.Of(outcome).GainUnit : OutcomeWords.Of(outcome).ValueUnit;

    /// <summary>Label of its axis or colour bar.</summary>
    public string Label(int outcome) => Plan.ShowsBenefit ? OutcomeWords.Of(outcome).GainAxis : OutcomeWords.Of(outcome).ValueAxis;

    /// <summary>A cell in words: <c>knock-down 0.6 and a start at symptom onset</c>.</summary>
    public string Where(SweepCell cell) => Axes.Count == 1
        ? Axes[0].Of(Plan.Axes[0].Values[cell.First])
        : $"{Axes[1].Of(Plan.Axes[1].Values[cell.Second])} and {Axes[0].Of(Plan.Axes[0].Values[cell.First])}";

    /// <summary>Who is counted, for captions.</summary>
    public string Counted() =>
        $"{NumberText.Count(Plan.Run.Patients)} virtual patients, the same ones in every cell; outcomes from {OutcomePhrases.Origin(Plan.Run)} to month "
            + $"{Months}, the dead counted as 0.";

    /// <summary>What is compared, for captions.</summary>
    public string Compared() => Plan.ShowsBenefit ? $"Gain of {ArmName} against {ReferenceName} in the same patients." : $"Means of {ArmName}.";
}
