using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Engine.Tests.Running;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>Plans and tables of courses for tests.</summary>
internal static class TestCourses
{
    public static readonly int[] EveryMeasure = [.. Enumerable.Range(0, MeasureCatalogue.Count)];

    /// <summary>Six histories with every kind of treatment, patients who differ, followed for a year from enrolment.</summary>
    public static CoursePlan Rich(uint seed) => new()
    {
        Run = TestRuns.Rich(1, seed) with { ReportFrom = ReportOrigin.Enrolment },
        VisitDays = [-91, 0, 28, 84, 168, 252, 336],
        VisitWindowDays = 7,
        FollowUpDays = 365,
        Measures = EveryMeasure,
    };

    /// <summary>The end of each of a run's months as visits.</summary>
    public static CoursePlan Monthly(RunPlan run) => new()
    {
        Run = run,
        VisitDays = [.. Enumerable.Range(-run.MonthsBeforeOrigin, run.MonthsBeforeOrigin + run.HorizonMonths + 1).Select(month => month * RunPlan.DaysPerMonth)],
        FollowUpDays = run.HorizonMonths * RunPlan.DaysPerMonth,
        Measures = EveryMeasure,
    };

    /// <summary>An untreated history and one treated from enrolment.</summary>
    public static RunPlan TwoArms(RunPlan plan) => plan.With([new KnockdownTreatment("silencing") { Knockdown = 0.8, RampMonths = 1 }], new Arm("untreated", []), TestPlans.Treated("treated", StartAt.Enrolment, 0));

    public static CourseTable Of(CoursePlan plan, int lanes, int count, uint first = 0)
    {
        var table = plan.NewTable(count);
        table.Hold(first, count);
        using var worker = Worker(plan, lanes);
        worker.Fill(table, 0, count);
        return table;
    }

    public static ICourseWorker Worker(CoursePlan plan, int lanes) => lanes switch
    {
        16 => new CourseWorker<Lane16, BinomialTransitions<Lane16>>(plan),
        8 => new CourseWorker<Lane8, BinomialTransitions<Lane8>>(plan),
        4 => new CourseWorker<Lane4, BinomialTransitions<Lane4>>(plan),
        _ => new CourseWorker<Lane1, BinomialTransitions<Lane1>>(plan),
    };

    /// <summary>Everything a table says of a patient, bit for bit.</summary>
    public static long[] Bits(CourseTable table, int patient)
    {
        var bits = new List<long> { table.FirstPatient + patient, table.HasOrigin(patient) ? 1 : 0, Bit(table.MonthsFromBiologicalOnset(patient)), table.Subgroup(patient) };
        bits.AddRange(Bits(table.VisitMonths(patient)));
        bits.AddRange(Enum.GetValues<PatientQuantity>().Select(quantity => BitConverter.DoubleToInt64Bits(table.Quantity(patient, quantity))));
        for (var history = 0; history < table.Histories; history++)
        {
            bits.AddRange(HistoryBits(table, history, patient));
            bits.Add(Bit(table.FirstTreatmentMonths(history, patient)));
        }

        return [.. bits];
    }

    /// <summary>Values and milestones of a history but for its treatment.</summary>
    public static long[] HistoryBits(CourseTable table, int history, int patient)
    {
        var bits = new List<long>
        {
            Bit(table.DeathMonths(history, patient)),
            Bit(table.SymptomOnsetMonths(history, patient)),
            Bit(table.ElectromyographicChangeMonths(history, patient)),
            Bit(table.NeurofilamentRiseMonths(history, patient)),
        };
        for (var measure = 0; measure < table.Measures; measure++)
        {
            bits.AddRange(Bits(table.Values(history, patient, measure)));
        }

        return [.. bits];
    }

    private static long Bit(float value) => BitConverter.SingleToInt32Bits(value);

    private static long[] Bits(ReadOnlySpan<float> values) => [.. values.ToArray().Select(Bit)];
}
