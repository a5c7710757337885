using ProgressionSim.Experiments.Uncertainty;

namespace ProgressionSim.Experiments.Timing;

/// <summary>What uncertain parameters do to the answers of a timing experiment: every answer is found anew in each outer replicate.</summary>
public sealed class TimingUncertainty
{
    private const int Reference = 0;

    private readonly TimingPlan plan;

    internal TimingUncertainty(TimingPlan plan, UncertaintyRecord record)
    {
        this.plan = plan;
        Record = record;
    }

    /// <summary>Outcomes of every outer replicate; arms as in <see cref="TimingResult.Run"/>.</summary>
    public UncertaintyRecord Record { get; }

    /// <summary>Benefit of a start.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="outcome">Number of the outcome.</param>
    /// <param name="start">Index of the start.</param>
    public ParameterInterval Benefit(int group, int outcome, int start) =>
        Record.Interval(replicate => Record.Benefit(replicate, group, TimingResult.ArmOf(start), Reference, outcome));

    /// <summary>Benefit lost by each month of waiting from a start to the next.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="outcome">Number of the outcome.</param>
    /// <param name="start">Index of the earlier start.</param>
    public ParameterInterval CostOfDelay(int group, int outcome, int start)
    {
        var months = plan.OffsetsMonths[start + 1] - plan.OffsetsMonths[start];
        return Record.Interval(replicate => Record.Benefit(replicate, group, TimingResult.ArmOf(start), TimingResult.ArmOf(start + 1), outcome) / months);
    }

    /// <summary>Latest start that keeps the plan's share of the benefit of the earliest.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public ParameterInterval Window(int group, int outcome) =>
        Record.Interval(replicate => DelayAnswers.Window(plan.OffsetsMonths, Benefits(replicate, group, outcome), plan.WindowKeepsShare));

    /// <summary>Start after which the benefit is below the smallest one that counts.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public ParameterInterval PointOfNoReturn(int group, int outcome) =>
        Record.Interval(replicate => DelayAnswers.PointOfNoReturn(plan.OffsetsMonths, Benefits(replicate, group, outcome), plan.SmallestBenefitOf(outcome)));

    /// <summary>Benefit of a trigger.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="outcome">Number of the outcome.</param>
    /// <param name="trigger">Index of the trigger.</param>
    public ParameterInterval TriggerBenefit(int group, int outcome, int trigger) =>
        Record.Interval(replicate => Record.Benefit(replicate, group, TimingResult.ArmOf(plan.OffsetsMonths.Count + trigger), Reference, outcome));

    private double[] Benefits(int replicate, int group, int outcome) =>
        [.. plan.OffsetsMonths.Select((_, start) => Record.Benefit(replicate, group, TimingResult.ArmOf(start), Reference, outcome))];
}
