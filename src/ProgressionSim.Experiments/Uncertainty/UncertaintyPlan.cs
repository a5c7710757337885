using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Parameters of everyone that are drawn once for each outer replicate.</summary>
public sealed record UncertaintyPlan
{
    /// <summary>Least number of draws.</summary>
    public const int FewestReplicates = 10;

    /// <summary>Least number of patients of a draw.</summary>
    public const int FewestPatients = 10;

    /// <summary>The parameters; at least one.</summary>
    public required IReadOnlyList<UncertainParameter> Parameters { get; init; }

    /// <summary>Their correlations; a positive definite matrix.</summary>
    public IReadOnlyList<ParameterCorrelation> Correlations { get; init; } = [];

    /// <summary>Number of draws of the parameters; 10 to 10,000.</summary>
    public required int OuterReplicates { get; init => field = Require.Between(value, FewestReplicates, 10_000); }

    /// <summary>Patients simulated for each draw, the same for all; 10 to 1,000,000.</summary>
    public required int Patients { get; init => field = Require.Between(value, FewestPatients, 1_000_000); }
}
