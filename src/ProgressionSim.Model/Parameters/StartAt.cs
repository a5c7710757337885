namespace ProgressionSim.Model.Parameters;

/// <summary>What a treatment start is counted from.</summary>
public enum StartAt
{
    /// <summary>The first neurons become stressed.</summary>
    BiologicalOnset = 0,

    /// <summary>The affected fraction of some region crosses its threshold.</summary>
    ElectromyographicChange = 1,

    /// <summary>A screening sample finds neurofilament above a level.</summary>
    NeurofilamentAbove = 2,

    /// <summary>The weakest region's function crosses its threshold.</summary>
    SymptomOnset = 3,

    /// <summary>Symptom onset plus the patient's diagnostic delay.</summary>
    Diagnosis = 4,

    /// <summary>A given age; the only start that may lie before biological onset.</summary>
    Age = 5,

    /// <summary>Symptom onset plus the patient's time to enrolment.</summary>
    Enrolment = 6,
}
