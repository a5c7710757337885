namespace ProgressionSim.Experiments.Outcomes;

/// <summary>The outcomes, by number.</summary>
/// <remarks>
/// All count from month 0 of the report to month M, and all patients with an origin: one who died is worth 0 from then on, in every outcome but the two about neurofilament and
/// recovery, which say so. Months are counted on a grid of whole months by the trapezium rule.
/// </remarks>
public static class OutcomeCatalogue
{
    /// <summary>Number of <c>survivalMonths</c>.</summary>
    public const int SurvivalMonths = 0;

    /// <summary>Number of <c>alive</c>.</summary>
    public const int Alive = 1;

    /// <summary>Number of <c>symptomFree</c>.</summary>
    public const int SymptomFree = 2;

    /// <summary>Number of <c>alsfrsTotal</c>.</summary>
    public const int AlsfrsTotal = 3;

    /// <summary>Number of <c>alsfrsArea</c>.</summary>
    public const int AlsfrsArea = 4;

    /// <summary>Number of <c>motorNeurons</c>.</summary>
    public const int MotorNeurons = 5;

    /// <summary>Number of <c>walkingMonths</c>.</summary>
    public const int WalkingMonths = 6;

    /// <summary>Number of <c>speakingMonths</c>.</summary>
    public const int SpeakingMonths = 7;

    /// <summary>Number of <c>breathingMonths</c>.</summary>
    public const int BreathingMonths = 8;

    /// <summary>Number of <c>recovery</c>.</summary>
    public const int Recovery = 9;

    /// <summary>Number of <c>recoveryPoints</c>.</summary>
    public const int RecoveryPoints = 10;

    /// <summary>Number of <c>neurofilamentPgPerMl</c>.</summary>
    public const int Neurofilament = 11;

    /// <summary>Number of outcomes.</summary>
    public const int Count = 12;

    /// <summary>The outcomes, by number.</summary>
    public static IReadOnlyList<Outcome> All { get; } =
    [
        new("survivalMonths", "months", true, 1, "months lived without permanent ventilation, from month 0 to M: the restricted mean survival time"),
        new("alive", "", true, 0.05, "alive without permanent ventilation at month M"),
        new("symptomFree", "", true, 0.05, "alive and without symptom onset by month M"),
        new("alsfrsTotal", "points", true, 2, "ALSFRS-R at month M, 0 to 48, the dead counted as 0"),
        new("alsfrsArea", "point-months", true, 60, "area under the ALSFRS-R from month 0 to M, the dead counted as 0"),
        new("motorNeurons", "motor neurons", true, 100, "motor neurons living at month M, healthy or stressed, of all regions, the dead patients' counted as 0"),
        new("walkingMonths", "months", true, 1, "months alive from month 0 to M in which leg function suffices to walk (the walking item would score 2 or more)"),
        new("speakingMonths", "months", true, 1, "months alive from month 0 to M in which bulbar function suffices to be understood (the speech item would score 2 or more)"),
        new("breathingMonths", "months", true, 1, "months alive from month 0 to M in which breathing needs at most occasional support (the breathing item would score 3 or more)"),
        new("recovery", "", true, 0.02, "regains points of ALSFRS-R above an earlier lowest score and holds them, between month 0 and M"),
        new("recoveryPoints", "points", true, 0.5, "largest gain of ALSFRS-R above an earlier lowest score that is held, between month 0 and M; 0 without one"),
        new("neurofilamentPgPerMl", "pg/mL", false, 100, "mean neurofilament in CSF over the months lived from month 0 to M"),
    ];

    /// <summary>Number of an outcome.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>-1 for a name that is none.</returns>
    public static int IndexOf(string name) => All.ToList().FindIndex(outcome => outcome.Name == name);
}
