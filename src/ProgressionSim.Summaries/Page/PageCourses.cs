using System.Text.Json;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Json;

namespace ProgressionSim.Summaries.Page;

/// <summary>Single virtual patients as the teaching page takes them: the motor neurons of each region month by month, in every arm.</summary>
public static class PageCourses
{
    /// <summary>Measures that must be recorded.</summary>
    public static IReadOnlyList<int> Measures { get; } =
        [.. Enumerable.Range(0, MeasureCatalogue.Function), MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Neurofilament];

    /// <summary>Courses as JSON on one line; null where the patient is dead.</summary>
    /// <param name="plan">What was run.</param>
    /// <param name="courses">
    /// Records of one patient each, at least one, with the patient's number and the repetition of chance (see <see cref="ProgressiveRun.OnePatient"/>). Patients whose untreated twin
    /// reaches no report origin are left out.
    /// </param>
    public static string Json(RunPlan plan, IReadOnlyList<(RunRecord Record, int Patient, uint Repetition)> courses) => PageJson.Text(json =>
    {
        json.WriteNumbers("months", [.. courses[0].Record.Shape.Grid.Months.Select(month => (double)month)]);
        json.WriteTexts("regions", Enum.GetValues<Region>().Select(region => MeasureCatalogue.NameOf("", region)[1..]));
        json.WriteNumbers("neuronsPerRegion", [.. Enum.GetValues<Region>().Select(region => plan.Disease.MotorNeuronsPerRegion[region])]);
        json.WriteStartArray("courses");
        foreach (var (record, patient, repetition) in courses.Where(course => course.Record.Patients == 1))
        {
            json.WriteStartObject();
            json.WriteNumber("patient", patient);
            json.WriteNumber("repetition", repetition);
            json.WriteStartArray("arms");
            for (var arm = 0; arm < plan.Arms.Count; arm++)
            {
                Write(json, plan, record, patient, arm);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, RunPlan plan, RunRecord record, int patient, int arm)
    {
        double[] Course(int measure) => [.. Enumerable.Range(0, record.Shape.Grid.Months.Length).Select(month => (double)record.Example(patient, arm, month, measure))];

        json.WriteStartObject();
        json.WriteString("name", plan.Arms[arm].Name);
        json.WriteValue("startMonths", Month(plan, record, arm, CourseMilestone.TreatmentStart));
        json.WriteValue("deathMonths", Month(plan, record, arm, CourseMilestone.Death));
        foreach (var (state, first) in new[] { ("healthy", MeasureCatalogue.Healthy), ("stressed", MeasureCatalogue.Stressed), ("lost", MeasureCatalogue.Lost) })
        {
            json.WriteStartArray(state);
            for (var region = 0; region < RegionValues.Count; region++)
            {
                json.WriteNumbers(Course(first + region));
            }

            json.WriteEndArray();
        }

        json.WriteNumbers("alsfrs", Course(MeasureCatalogue.AlsfrsTotal));
        json.WriteNumbers("neurofilament", Course(MeasureCatalogue.Neurofilament));
        json.WriteEndObject();
    }

    /// <summary>Month of a milestone in a record of one patient; null when it was not reached.</summary>
    private static double? Month(RunPlan plan, RunRecord record, int arm, CourseMilestone milestone) =>
        record.Arms[arm].Milestones[(int)milestone].Quantile(0.5) * plan.StepMonths;
}
