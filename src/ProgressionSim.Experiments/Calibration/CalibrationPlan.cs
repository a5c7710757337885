using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Parameters to fit to published quantities.</summary>
public sealed record CalibrationPlan
{
    /// <summary>The quantities and the scenario; those for fitting are the targets, the others are only reported.</summary>
    public required EvidencePlan Evidence { get; init; }

    /// <summary>Name of the file that holds the quantities, for provenance.</summary>
    public required string EvidenceFile { get; init; }

    /// <summary>The parameters; 1 to 32.</summary>
    public required IReadOnlyList<CalibratedParameter> Parameters { get; init; }

    /// <summary>Patients simulated for each set of values, the same with the same chance in all; 100 to 1,000,000.</summary>
    public required int Patients { get; init => field = Require.Between(value, 100, 1_000_000); }

    /// <summary>Patients simulated for the posterior, the derivatives around the best values; 100 to 1,000,000.</summary>
    public required int PatientsOfPosterior { get; init => field = Require.Between(value, 100, 1_000_000); }

    /// <summary>Most generations of the search; 1 to 1,000.</summary>
    public required int Generations { get; init => field = Require.Between(value, 1, 1000); }

    /// <summary>Sets of values tried in each generation; 4 to 256.</summary>
    public required int Candidates { get; init => field = Require.Between(value, 4, 256); }
}
