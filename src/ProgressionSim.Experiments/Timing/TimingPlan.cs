using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Timing;

/// <summary>What is asked about the start of a treatment.</summary>
public sealed record TimingPlan
{
    /// <summary>The patients and their disease. Arm 0 is what every start is compared with; the number of patients is that of the plan.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>The arm whose treatments are started at other times, the outcome that answers are about and how outcomes are counted.</summary>
    public required OutcomeQuestion Question { get; init; }

    /// <summary>Treatments of that arm, by their place in it, that start at the examined time; the others keep their own start. At least one.</summary>
    public required IReadOnlyList<int> MovedTreatments { get; init; }

    /// <summary>What starts are counted from; its offset is replaced by those of <see cref="OffsetsMonths"/>.</summary>
    public required TreatmentStart Start { get; init; }

    /// <summary>Starts examined, months after (negative: before) that moment; strictly rising, at least two.</summary>
    public required IReadOnlyList<double> OffsetsMonths
    {
        get;
        init => field = value.Count >= 2 && value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second)
            ? value
            : throw new ArgumentException("At least two starts are needed, in rising order.", nameof(OffsetsMonths));
    }

    /// <summary>The window of opportunity ends at the latest start that keeps this share of the benefit of the earliest; between 0 and 1.</summary>
    public double WindowKeepsShare { get; init => field = Require.Fraction(value); } = 0.8;

    /// <summary>Benefit below which none is said to be left: where the point of no return lies. In the outcome's unit, counted as a gain; more than 0.</summary>
    public required double SmallestBenefit { get; init => field = Require.Positive(value); }

    /// <summary>Rules that could start treatment in practice; may be empty.</summary>
    public IReadOnlyList<TimingTrigger> Triggers { get; init; } = [];

    /// <summary>Benefit of an outcome below which none is said to be left: the plan's own, or the catalogue's for the outcomes the plan is not about.</summary>
    /// <param name="outcome">Number of the outcome.</param>
    public double SmallestBenefitOf(int outcome) => outcome == Question.Outcome ? SmallestBenefit : OutcomeCatalogue.All[outcome].SmallestBenefit;
}
