namespace ProgressionSim.Model.Parameters;

/// <summary>How the state of the motor neurons shows: biomarker, scores, milestones, survival.</summary>
public sealed record MeasureParameters
{
    /// <summary>Neurofilament light chain.</summary>
    public required NeurofilamentParameters Neurofilament { get; init; }

    /// <summary>ALSFRS-R, stages, vital capacity, motor-unit counts.</summary>
    public required FunctionScoreParameters FunctionScores { get; init; }

    /// <summary>Thresholds of the milestones.</summary>
    public required MilestoneParameters Milestones { get; init; }

    /// <summary>Death or permanent ventilation.</summary>
    public required SurvivalParameters Survival { get; init; }
}
