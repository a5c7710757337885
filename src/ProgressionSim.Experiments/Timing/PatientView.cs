namespace ProgressionSim.Experiments.Timing;

/// <summary>One virtual patient, untreated and treated at several starts.</summary>
/// <param name="Patient">Number of the patient: the first of those whose survival and benefits are nearest to the medians.</param>
/// <param name="Subgroup">Name of the patient's subgroup; empty outside them.</param>
/// <param name="Courses">The reference first, then some starts in rising order.</param>
public sealed record PatientView(int Patient, string Subgroup, IReadOnlyList<PatientCourse> Courses);
