using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>What uncertain parameters do to the outcomes of a scenario.</summary>
public sealed record UncertaintyResult
{
    /// <summary>The scenario with its own values.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>What was asked.</summary>
    public required OutcomeQuestion Question { get; init; }

    /// <summary>Outcomes with the scenario's own values.</summary>
    public required OutcomeRecord Record { get; init; }

    /// <summary>Outcomes of the outer replicates.</summary>
    public required UncertaintyRecord Uncertainty { get; init; }

    /// <summary>Time taken, seconds; the only number that depends on the machine.</summary>
    public required double ElapsedSeconds { get; init; }
}
