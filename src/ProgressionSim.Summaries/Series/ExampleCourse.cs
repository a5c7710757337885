using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Summaries.Series;

/// <summary>One of the first patients in one arm, month by month; NaN where dead.</summary>
/// <param name="Patient">Number of the patient in the run, from 0: the same person in every arm.</param>
/// <param name="Arm">Place of the arm in the plan.</param>
/// <param name="AlsfrsTotal">ALSFRS-R total, points.</param>
/// <param name="NeurofilamentPgPerMl">Neurofilament in CSF, pg/mL.</param>
/// <param name="SvcPercent">Slow vital capacity, percent of predicted.</param>
public sealed record ExampleCourse(
    int Patient, int Arm, IReadOnlyList<double> AlsfrsTotal, IReadOnlyList<double> NeurofilamentPgPerMl, IReadOnlyList<double> SvcPercent)
{
    /// <summary>The examples of a run, by patient, then arm; patients left out of the analysis are not among them.</summary>
    internal static IReadOnlyList<ExampleCourse> AllOf(RunRecord record)
    {
        var courses = new List<ExampleCourse>();
        for (var patient = 0; patient < RecordShape.ExamplePatients; patient++)
        {
            var ofPatient = Enumerable.Range(0, record.Shape.Arms).Select(arm => Read(record, patient, arm)).ToArray();
            if (ofPatient.Any(course => course.AlsfrsTotal.Any(double.IsFinite)))
            {
                courses.AddRange(ofPatient);
            }
        }

        return courses;
    }

    private static ExampleCourse Read(RunRecord record, int patient, int arm)
    {
        double[] Course(int measure) => [.. Enumerable.Range(0, record.Shape.Grid.Months.Length).Select(month => (double)record.Example(patient, arm, month, measure))];

        return new(patient, arm, Course(MeasureCatalogue.AlsfrsTotal), Course(MeasureCatalogue.Neurofilament), Course(MeasureCatalogue.Svc));
    }
}
