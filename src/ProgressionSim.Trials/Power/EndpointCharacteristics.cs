using ProgressionSim.Trials.Conduct;

namespace ProgressionSim.Trials.Power;

/// <summary>How one endpoint's analysis of one active arm against the control behaves over many trials.</summary>
public sealed record EndpointCharacteristics
{
    /// <summary>Index of the endpoint in the design.</summary>
    public required int Endpoint { get; init; }

    /// <summary>Index of the active arm.</summary>
    public required int Arm { get; init; }

    /// <summary>What the trials were run under.</summary>
    public required Hypothesis Hypothesis { get; init; }

    /// <summary>
    /// Share of trials in which the analysis rejects at the design's error for one comparison, looks aside: power under the alternative, type I error under the null. A
    /// trial without an estimate does not reject.
    /// </summary>
    public required SimulatedValue Rejected { get; init; }

    /// <summary>Share of trials that reject in the direction of harm; only two-sided designs have any.</summary>
    public required SimulatedValue RejectedForHarm { get; init; }

    /// <summary>Mean effect, active against control, on the analysis's own scale.</summary>
    public required SimulatedValue Effect { get; init; }

    /// <summary>Standard deviation of the effect between trials.</summary>
    public required double EffectSd { get; init; }

    /// <summary>Root mean square of the standard errors that the trials themselves report.</summary>
    public required double ReportedStandardError { get; init; }

    /// <summary>What the analysis would find in a very large trial without missed visits and dropout, or exactly where it is known; null when not asked for.</summary>
    public required SimulatedValue? Truth { get; init; }

    /// <summary>Mean effect less truth; its error counts both.</summary>
    public required SimulatedValue? Bias { get; init; }

    /// <summary>Share of trials with an estimate whose confidence interval (1 - two-sided error) holds the truth.</summary>
    public required SimulatedValue? Coverage { get; init; }

    /// <summary>Trials whose data held no answer.</summary>
    public required long NotEstimable { get; init; }

    /// <summary>Trials whose fit did not converge.</summary>
    public required long NotConverged { get; init; }

    /// <summary>Trials analysed by the documented simpler method because the first did not work.</summary>
    public required long FellBack { get; init; }

    /// <summary>Effect in each trial, by replicate; NaN where there is none.</summary>
    public required IReadOnlyList<double> Effects { get; init; }

    /// <summary>Standard error reported by each trial, by replicate; NaN where there is none.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }
}
