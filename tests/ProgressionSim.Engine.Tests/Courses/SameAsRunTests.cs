using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Tests.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>A patient's course is what a run of the same plan records of it: visits at the end of a run's months show what the run shows there.</summary>
public sealed class SameAsRunTests
{
    private const int Patients = 300;

    // Measures without visit noise: months and days have noise of their own.
    private static readonly int[] WithoutNoise =
    [
        .. Enumerable.Range(0, MeasureCatalogue.MotorUnitNumber), MeasureCatalogue.ToxicProtein, MeasureCatalogue.Knockdown, MeasureCatalogue.DrugConcentration,
    ];

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(ReportOrigin.BiologicalOnset, 0)]
    [InlineData(ReportOrigin.SymptomOnset, 12)]
    [InlineData(ReportOrigin.Enrolment, 12)]
    public void Living_sums_of_measures_without_noise_and_milestones(ReportOrigin origin, int monthsBefore)
    {
        // A quarter of a month a step: months in days are whole steps, without rounding. Rich plans have treatments that start inside steps all the same.
        var run = TestRuns.Rich(Patients, 3001) with { ReportFrom = origin, MonthsBeforeOrigin = monthsBefore, StepDays = RunPlan.DaysPerMonth / 4 };
        var table = TestCourses.Of(TestCourses.Monthly(run), 1, Patients);
        var record = Simulation.Run(run).Record;
        Assert.Equal(record.Patients, Enumerable.Range(0, Patients).Count(table.HasOrigin));
        Assert.InRange(record.Patients, 1, Patients);
        for (var arm = 0; arm < record.Arms.Length; arm++)
        {
            for (var month = 0; month < table.Visits; month++)
            {
                Assert.Equal(record.Arms[arm].Alive[month], Cells(table, arm, MeasureCatalogue.Function, month).Count());
                foreach (var measure in WithoutNoise)
                {
                    var scale = record.Shape.Catalogue.Observed[measure].Scale;
                    var sum = Cells(table, arm, measure, month).Sum(value => (long)MathF.Round(value * scale));
                    Assert.Equal((long)record.Arms[arm].Sums[(month * MeasureCatalogue.Count) + measure], sum);
                }
            }

            Same(record, arm, CourseMilestone.Death, patient => table.DeathMonths(arm, patient));
            Same(record, arm, CourseMilestone.ElectromyographicChange, patient => table.ElectromyographicChangeMonths(arm, patient));
            Same(record, arm, CourseMilestone.NeurofilamentRise, patient => table.NeurofilamentRiseMonths(arm, patient));
            Same(record, arm, CourseMilestone.SymptomOnset, patient => table.SymptomOnsetMonths(arm, patient));
            Same(record, arm, CourseMilestone.TreatmentStart, patient => table.FirstTreatmentMonths(arm, patient));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Single_patients_of_weekly_steps_are_the_record_s_examples()
    {
        var run = TestRuns.Rich(Patients, 3002) with { ReportFrom = ReportOrigin.Enrolment };
        var (table, record) = (TestCourses.Of(TestCourses.Monthly(run), 1, RecordShape.ExamplePatients), Simulation.Run(run).Record);
        var seen = 0;
        for (var patient = 0; patient < RecordShape.ExamplePatients; patient++)
        {
            for (var arm = 0; arm < record.Arms.Length; arm++)
            {
                foreach (var measure in WithoutNoise)
                {
                    // A month in days and in months are the same moment up to the last bit: a count may be rounded to its neighbour.
                    var one = 1.001f / record.Shape.Catalogue.Observed[measure].Scale;
                    for (var month = 0; month < table.Visits; month++)
                    {
                        var expected = record.Example(patient, arm, month, measure);
                        var value = table.Values(arm, patient, measure)[month];
                        Assert.True(float.IsNaN(expected) ? float.IsNaN(value) : MathF.Abs(expected - value) <= one, $"{patient} {arm} {measure} {month}: {expected} {value}");
                        seen += float.IsNaN(value) ? 0 : 1;
                    }
                }
            }
        }

        Assert.True(seen > 5000, $"{seen}");
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Means_of_measures_with_noise_agree()
    {
        const int Many = 4000;
        var run = TestPlans.Varied(Many, 3003) with { HorizonMonths = 12, MonthsBeforeOrigin = 0 };
        var table = CourseSimulation.Simulate(TestCourses.Monthly(run), 0, Many);
        var record = Simulation.Run(run).Record;
        foreach (var measure in (int[])[MeasureCatalogue.MotorUnitNumber, MeasureCatalogue.AlsfrsDomain, MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Svc, MeasureCatalogue.Neurofilament])
        {
            foreach (var month in (int[])[0, 7])
            {
                // The same patients with other noise: less apart than independent samples would be.
                var values = Cells(table, 0, measure, month).ToArray();
                var error = Math.Sqrt(record.Variance(0, month, measure) / values.Length);
                Assert.NotEqual(record.Mean(0, month, measure), values.Average(value => (double)value), 1e-9);
                Assert.Equal(record.Mean(0, month, measure), values.Average(value => (double)value), 3 * error);
            }
        }
    }

    private static IEnumerable<float> Cells(CourseTable table, int history, int measure, int visit) =>
        Enumerable.Range(0, table.Count).Select(patient => table.Values(history, patient, measure)[visit]).Where(float.IsFinite);

    private static void Same(RunRecord record, int arm, CourseMilestone milestone, Func<int, float> months)
    {
        var found = Enumerable.Range(0, Patients).Select(months).Where(float.IsFinite).Select(month => (int)Math.Round(month * 4.0)).CountBy(step => step).ToDictionary();
        var histogram = record.Arms[arm].Milestones[(int)milestone];
        Assert.Equal(histogram.Total, found.Values.Sum());
        var at = histogram.FirstStep;
        foreach (var count in histogram.Counts)
        {
            Assert.Equal(count, found.GetValueOrDefault(at++));
        }
    }
}
