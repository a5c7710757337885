using ProgressionSim.Trials.Conduct;

namespace ProgressionSim.Trials.Power;

/// <summary>Everything about a design under one hypothesis.</summary>
public sealed record HypothesisCharacteristics
{
    /// <summary>The hypothesis.</summary>
    public required Hypothesis Hypothesis { get; init; }

    /// <summary>Share of trials that show a benefit on the primary endpoint, looks and several active arms included: the power under the alternative.</summary>
    public required SimulatedValue Success { get; init; }

    /// <summary>Share of trials that reject on the primary endpoint in either direction: the type I error under the null. The same as success in a one-sided design.</summary>
    public required SimulatedValue Rejected { get; init; }

    /// <summary>How the trials go.</summary>
    public required TrialCourseSummary Course { get; init; }

    /// <summary>Looks in order; a single one for designs without interim looks.</summary>
    public required IReadOnlyList<LookCharacteristics> Looks { get; init; }

    /// <summary>Endpoints in the order of the design, each once for every active arm, as they stand at the deciding analysis.</summary>
    public required IReadOnlyList<EndpointCharacteristics> Endpoints { get; init; }
}
