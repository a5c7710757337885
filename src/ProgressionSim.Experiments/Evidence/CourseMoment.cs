namespace ProgressionSim.Experiments.Evidence;

/// <summary>Moments of a patient's course that estimators count from, or between.</summary>
public enum CourseMoment
{
    /// <summary>Symptom onset of the untreated twin, month 0 of the courses.</summary>
    SymptomOnset = 0,

    /// <summary>Diagnosis: symptom onset of the untreated twin plus the patient's delay.</summary>
    Diagnosis = 1,

    /// <summary>Enrolment in a study: symptom onset of the untreated twin plus the patient's months to enrolment.</summary>
    Enrolment = 2,

    /// <summary>First treatment start of the arm.</summary>
    TreatmentStart = 3,

    /// <summary>Biological onset.</summary>
    BiologicalOnset = 4,

    /// <summary>Electromyographic change.</summary>
    ElectromyographicChange = 5,

    /// <summary>Neurofilament rise.</summary>
    NeurofilamentRise = 6,

    /// <summary>Function of a second region falls below the threshold of symptom onset.</summary>
    SecondRegion = 7,

    /// <summary>Death or permanent ventilation.</summary>
    Death = 8,
}
