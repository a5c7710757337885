namespace ProgressionSim.Experiments.Outcomes;

/// <summary>What defines a group of patients.</summary>
public enum OutcomeGroupKind
{
    /// <summary>Everybody with an origin.</summary>
    All = 0,

    /// <summary>A subgroup of the population.</summary>
    Subgroup = 1,

    /// <summary>Patients whose progression rate is above, or not above, a limit.</summary>
    Progression = 2,
}
