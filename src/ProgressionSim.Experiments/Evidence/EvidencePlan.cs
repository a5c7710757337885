using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Published quantities and the scenario that is held against them.</summary>
public sealed record EvidencePlan
{
    /// <summary>
    /// The patients, their disease and the arms, counted from symptom onset; its horizon is the end of follow-up, its number of patients is not used.
    /// </summary>
    public required RunPlan Run { get; init; }

    /// <summary>The quantities; at least one, names unique.</summary>
    public required IReadOnlyList<EvidenceQuantity> Quantities { get; init; }

    /// <summary>Patients simulated for the predictions; 100 to 1,000,000.</summary>
    public required int Patients { get; init => field = Require.Between(value, 100, 1_000_000); }

    /// <summary>Draws of the scenario's uncertain parameters for the interval of each prediction, where it has such parameters; 10 to 10,000.</summary>
    public required int Draws { get; init => field = Require.Between(value, 10, 10_000); }

    /// <summary>Patients simulated for each draw; 100 to 1,000,000.</summary>
    public required int PatientsOfDraw { get; init => field = Require.Between(value, 100, 1_000_000); }

    /// <summary>What the model cannot do, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];
}
