using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Which parameters an outcome, and the benefit of a treatment, depend on.</summary>
public sealed record SensitivityPlan
{
    /// <summary>The scenario unchanged: its names, seed and assumptions.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>The arm, the outcome and how it is counted.</summary>
    public required OutcomeQuestion Question { get; init; }

    /// <summary>The method.</summary>
    public required SensitivityMethod Method { get; init; }

    /// <summary>The parameters, independent of each other; 1 to 32 (2 at least for indices to mean anything).</summary>
    public required IReadOnlyList<UncertainParameter> Parameters { get; init; }

    /// <summary>Base points of Sobol' indices, a power of two from 16 to 65,536, or trajectories of Morris, 4 to 10,000.</summary>
    public required int BasePoints { get; init => field = Require.Between(value, 4, 65_536); }

    /// <summary>Patients simulated at each point, the same at all of them; 1 to 1,000,000.</summary>
    public required int Patients { get; init => field = Require.Between(value, 1, 1_000_000); }
}
