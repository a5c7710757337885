using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>A treatment that does nothing gives the untreated twin, neuron for neuron, whatever its kind and start.</summary>
public sealed class NothingTreatmentTests
{
    private static readonly Treatment[] Nothing =
    [
        new KnockdownTreatment("knockdown") { Knockdown = 0, RampMonths = 2 },
        new RateRatioTreatment("ratio") { StressRatio = 1, DeathRatio = 1, RampMonths = 3 },
        TestDrugs.Antisense("antisense") with { MaximumKnockdown = 0 },
    ];

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_observation_and_milestone_is_the_twin_s()
    {
        var record = Simulation.Run(Plan(400, 1501)).Record;
        CourseMilestone[] milestones = [.. Enum.GetValues<CourseMilestone>().Where(milestone => milestone != CourseMilestone.TreatmentStart)];
        for (var arm = 1; arm < record.Arms.Length; arm++)
        {
            // The concentration of a drug that does nothing is there all the same.
            WithoutConcentration(record.Arms[arm]);
            Assert.Null(Records.ArmDifference($"arm {arm}", record.Arms[0], record.Arms[arm], milestones));
        }

        foreach (var pair in record.Pairs)
        {
            Assert.All(pair.SumsOfSquares, square => Assert.Equal(Int128.Zero, square));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_row_of_the_path_is_the_twin_s()
    {
        var plan = Plan(1, 1502);
        for (uint patient = 0; patient < 60; patient++)
        {
            var courses = Course.Of(plan, patient);
            foreach (var course in courses.Skip(1))
            {
                var (steps, concentration) = (Math.Min(course.Rows.Length, courses[0].Rows.Length), course.Layout.DrugConcentration);
                if (course.Origin >= 0)
                {
                    Assert.Equal(courses[0].Death, course.Death);
                }

                for (var step = 0; step < steps; step++)
                {
                    course.Rows[step][concentration] = courses[0].Rows[step][concentration];
                    Assert.Equal(courses[0].Rows[step], course.Rows[step]);
                }
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_treatment_that_does_something_is_told_apart()
    {
        var plan = Plan(400, 1501);
        var record = Simulation.Run(plan with { Treatments = [Nothing[0], new RateRatioTreatment("ratio") { StressRatio = 0.999, DeathRatio = 1, RampMonths = 0 }, Nothing[2]] }).Record;
        Assert.NotNull(Records.ArmDifference("arm 2", record.Arms[0], record.Arms[2], []));
    }

    private static RunPlan Plan(long patients, uint seed) => TestPlans.Varied(patients, seed).With(
        Nothing,
        new Arm("untreated", []),
        TestPlans.Treated("before symptoms", StartAt.SymptomOnset, -12, 0),
        TestPlans.Treated("from the start", StartAt.BiologicalOnset, 3.7, 1),
        TestPlans.Treated("from diagnosis", StartAt.Diagnosis, 0, 2),
        new Arm("by age", [new ArmTreatment(0, new TreatmentStart { At = StartAt.Age, AgeYears = 54 }, null), new ArmTreatment(2, new TreatmentStart { At = StartAt.Age, AgeYears = 54.5 }, 7)]),
        new Arm("by neurofilament", [new ArmTreatment(1, new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 1500, ScreeningIntervalMonths = 6 }, null)]));

    private static void WithoutConcentration(ArmRecord arm)
    {
        var offsets = arm.Histograms.Length / arm.Alive.Length;
        for (var month = 0; month < arm.Alive.Length; month++)
        {
            var cell = (month * MeasureCatalogue.Count) + MeasureCatalogue.DrugConcentration;
            (arm.Sums[cell], arm.SumsOfSquares[cell]) = (0, 0);

            // It is the last measure: its histogram ends the month's; all the living count in its first bin when there is no drug.
            var length = arm.Histogram(month, MeasureCatalogue.DrugConcentration).Length;
            var bins = arm.Histograms.AsSpan(((month + 1) * offsets) - length, length);
            bins.Clear();
            bins[0] = (int)arm.Alive[month];
        }
    }
}
