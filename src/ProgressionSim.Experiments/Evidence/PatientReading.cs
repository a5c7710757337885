namespace ProgressionSim.Experiments.Evidence;

/// <summary>One number read from a patient's course. Months lived, yes and no are read of patients whose month B lies within the follow-up.</summary>
public enum PatientReading
{
    /// <summary>Value of a measure at month A after the moment; alive then.</summary>
    Value = 0,

    /// <summary>Value at month B minus value at month A; alive at B.</summary>
    Change = 1,

    /// <summary>Value at month B divided by value at month A; alive at B.</summary>
    FoldChange = 2,

    /// <summary>Slope per month of a least-squares line through the visits from A to B that the patient lives to, at least three of them.</summary>
    Slope = 3,

    /// <summary>Share lost per month: 1 - e^s with s the slope of the logarithm of the measure, as for Slope; values below 1 count as 1.</summary>
    MonthlyDecline = 4,

    /// <summary>Months from the moment to a second one; no number when either does not come in life and within the follow-up.</summary>
    Interval = 5,

    /// <summary>Months lived after the moment, at most B.</summary>
    SurvivalMonths = 6,

    /// <summary>1 when alive B months after the moment, else 0.</summary>
    Alive = 7,

    /// <summary>1 when alive and without symptoms B months after the moment, else 0.</summary>
    SymptomFree = 8,

    /// <summary>
    /// 1 when the noiseless ALSFRS-R rises by a number of points above its lowest value since the moment, and holds it, within B months, else 0.
    /// </summary>
    Recovered = 9,

    /// <summary>
    /// 1 when the ALSFRS-R at month B is within a number of points of its value at month A, or above; 0 when it fell further or the patient died.
    /// </summary>
    Stable = 10,

    /// <summary>Share of all motor neurons lost at death, 0-1; deaths within the follow-up only.</summary>
    LossAtDeath = 11,

    /// <summary>Age at symptom onset, years.</summary>
    AgeAtSymptomOnset = 12,
}
