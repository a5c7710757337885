using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Timing;

/// <summary>What a timing experiment found.</summary>
public sealed record TimingResult
{
    /// <summary>Share of patients put off to biological onset above which a start is not what it says.</summary>
    public const double MostClamped = 0.1;

    /// <summary>What was asked.</summary>
    public required TimingPlan Plan { get; init; }

    /// <summary>What was run: arm 0 is the reference, then one arm for each start, then one for each trigger.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>How outcomes were counted, with the progression rate that tells fast patients from slow ones.</summary>
    public required OutcomeRules Rules { get; init; }

    /// <summary>All outcomes by arm, group and batch.</summary>
    public required OutcomeRecord Record { get; init; }

    /// <summary>Curves by group and outcome: [group * number of outcomes + outcome].</summary>
    public required IReadOnlyList<DelayCurve> Curves { get; init; }

    /// <summary>Triggers in the order of the plan.</summary>
    public required IReadOnlyList<TriggerResult> Triggers { get; init; }

    /// <summary>One patient under several starts.</summary>
    public required PatientView View { get; init; }

    /// <summary>What uncertain parameters do to the answers; null when none were stated.</summary>
    public required TimingUncertainty? Uncertainty { get; init; }

    /// <summary>Time taken, seconds; the only number that depends on the machine.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>The curve of a group and an outcome.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public DelayCurve Curve(int group, int outcome) => Curves[(group * OutcomeCatalogue.Count) + outcome];

    /// <summary>Arm of the record that a start has.</summary>
    /// <param name="start">Index of the start.</param>
    public static int ArmOf(int start) => 1 + start;

    /// <summary>True when more than a tenth of a group's patients had this start put off to biological onset.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="start">Index of the start.</param>
    public bool IsClamped(int group, int start) => Record.Starts(group, ArmOf(start)).ClampedShare > MostClamped;
}
