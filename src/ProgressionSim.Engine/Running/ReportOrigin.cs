namespace ProgressionSim.Engine.Running;

/// <summary>What month 0 of tables and figures is, in every arm.</summary>
public enum ReportOrigin
{
    /// <summary>Biological onset.</summary>
    BiologicalOnset = 0,

    /// <summary>Symptom onset of the patient's untreated twin.</summary>
    SymptomOnset = 1,

    /// <summary>Enrolment of the patient's untreated twin.</summary>
    Enrolment = 2,
}
