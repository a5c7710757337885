namespace ProgressionSim.Engine.Recording;

/// <summary>Moments of a patient's course that are counted and dated.</summary>
public enum CourseMilestone
{
    /// <summary>Electromyographic change.</summary>
    ElectromyographicChange = 0,

    /// <summary>Neurofilament rise.</summary>
    NeurofilamentRise = 1,

    /// <summary>Symptom onset.</summary>
    SymptomOnset = 2,

    /// <summary>Diagnosis.</summary>
    Diagnosis = 3,

    /// <summary>King's stage 1 or above at a visit.</summary>
    KingsStage1 = 4,

    /// <summary>King's stage 2 or above at a visit.</summary>
    KingsStage2 = 5,

    /// <summary>King's stage 3 or above at a visit.</summary>
    KingsStage3 = 6,

    /// <summary>King's stage 4 at a visit.</summary>
    KingsStage4 = 7,

    /// <summary>MiToS stage 1 or above at a visit.</summary>
    MitosStage1 = 8,

    /// <summary>MiToS stage 2 or above at a visit.</summary>
    MitosStage2 = 9,

    /// <summary>MiToS stage 3 or above at a visit.</summary>
    MitosStage3 = 10,

    /// <summary>MiToS stage 4 at a visit.</summary>
    MitosStage4 = 11,

    /// <summary>Death or permanent ventilation.</summary>
    Death = 12,

    /// <summary>First treatment start.</summary>
    TreatmentStart = 13,
}
