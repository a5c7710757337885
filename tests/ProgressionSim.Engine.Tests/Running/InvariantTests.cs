using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Engine.Tests.Treated;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

public sealed class InvariantTests
{
    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Counts_are_whole_add_up_and_the_lost_stay_lost()
    {
        var plan = TestRuns.Rich(1, 2001);
        for (uint patient = 0; patient < 40; patient++)
        {
            foreach (var course in Course.Of(plan, patient))
            {
                for (var pool = 0; pool < course.Layout.Pools; pool++)
                {
                    var lost = 0f;
                    float size = pool < 4 ? 550 : 450;
                    foreach (var row in course.Rows)
                    {
                        var (healthy, stressed) = (row[pool], row[course.Layout.Stressed + pool]);
                        Assert.True(healthy >= 0 && stressed >= 0 && healthy + stressed <= size && float.IsInteger(healthy) && float.IsInteger(stressed));
                        Assert.True(size - healthy - stressed >= lost, "a lost neuron came back");
                        lost = size - healthy - stressed;
                    }
                }

                for (var region = 0; region < 4; region++)
                {
                    Assert.All(course.Rows, row => Assert.InRange(row[course.Layout.Function + region], 0f, 1f));
                    Assert.All(course.Rows, row => Assert.InRange(row[course.Layout.Enlargement + region], 1f, 2.9f));
                }

                Assert.All(course.Rows.Zip(course.Rows.Skip(1)), pair => Assert.True(pair.First[course.Layout.CumulativeDeathHazard] <= pair.Second[course.Layout.CumulativeDeathHazard]));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Recorded_counts_add_up_scores_stay_in_range_and_nobody_returns_from_death()
    {
        var record = Simulation.Run(TestRuns.Rich(300, 2002)).Record;
        Assert.True(record.Arms[0].Milestones[(int)CourseMilestone.Death].Total > 30);
        foreach (var arm in record.Arms)
        {
            for (var month = 0; month < arm.Alive.Length; month++)
            {
                Assert.True(month == 0 || arm.Alive[month] <= arm.Alive[month - 1]);
                for (var region = 0; region < 4; region++)
                {
                    // Each of the three values is rounded to 1/256.
                    var cell = (month * MeasureCatalogue.Count) + region;
                    var sum = arm.Sums[cell] + arm.Sums[cell + 4] + arm.Sums[cell + 8];
                    Assert.InRange(sum - ((Int128)256_000 * arm.Alive[month]), -2 * arm.Alive[month], 2 * arm.Alive[month]);
                }

                for (var measure = 0; measure < MeasureCatalogue.Count; measure++)
                {
                    Assert.Equal(arm.Alive[month], arm.Histogram(month, measure).ToArray().Sum());
                    Assert.True(arm.Sums[(month * MeasureCatalogue.Count) + measure] >= 0);
                }
            }

            var deaths = arm.Milestones[(int)CourseMilestone.Death].Total;
            Assert.Equal(record.Patients, arm.Alive[^1] + deaths);
        }
    }

    /// <summary>Without spread between regions and spontaneous stress, only the region of onset can fall ill, whatever the number of neurons.</summary>
    [Fact]
    [Trait("Evidence", "Exact")]
    public void Nothing_comes_from_nothing()
    {
        for (var neurons = 100; neurons <= 20_000; neurons += 199)
        {
            var plan = TestPlans.Coupled(1, 2003) with { ReportFrom = ReportOrigin.BiologicalOnset, MonthsBeforeOrigin = 0 };
            var stress = plan.Disease.Stress with { WithinRegionRatePerMonth = RegionValues.Uniform(5) };
            plan = plan with
            {
                Disease = plan.Disease with { MotorNeuronsPerRegion = RegionValues.Uniform(neurons), FocusFraction = 0.05, Stress = stress },
                Population = TestPlans.Population((PatientQuantity.BetweenRegionRatePerMonth, 0)),
            };
            var row = Course.Of<MeanTransitions<Lane1>>(plan)[0].Rows[^1];
            Assert.Equal([neurons, neurons, neurons], (float[])[row[0], row[2], row[3]]);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_milestone_that_the_twin_does_not_live_to_see_starts_nothing()
    {
        // Diagnosis 40 months after symptoms: most twins die before it. Whoever is treated 30 months before it has a twin who lives to 40.
        var plan = TestPlans.Coupled(1, 2004);
        plan = (plan with { Population = TestPlans.Population((PatientQuantity.DiagnosticDelayMonths, 40)), HorizonMonths = 60 }).With(
            [new KnockdownTreatment("k") { Knockdown = 0.5, RampMonths = 0 }],
            new Arm("untreated", []),
            TestPlans.Treated("early", StartAt.Diagnosis, -30),
            TestPlans.Treated("too early", StartAt.Diagnosis, -100));
        var (treated, untreated) = (0, 0);
        for (uint patient = 0; patient < 60; patient++)
        {
            var courses = Course.Of(plan, patient);
            if (courses[0].Origin >= 0)
            {
                var diagnosis = courses[0].SymptomOnset + (40 / plan.StepMonths);
                Assert.Equal(courses[0].Death >= diagnosis, courses[1].Start < 1e6);

                // A start that would be put off to biological onset counts as put off only when there is one.
                Assert.Equal((courses[0].Death >= diagnosis, courses[0].Death >= diagnosis), (courses[2].Start == 0, courses[2].Clamped));
                (treated, untreated) = courses[1].Start < 1e6 ? (treated + 1, untreated) : (treated, untreated + 1);
            }
        }

        Assert.True(treated > 5 && untreated > 5, $"{treated} treated, {untreated} not");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Cancelling_throws_and_stops_after_the_chunks_under_way()
    {
        using var cancellation = new CancellationTokenSource();
        long done = 0;
        var plan = TestPlans.Coupled(1_000_000, 2006) with { HorizonMonths = 12 };
        Assert.Throws<OperationCanceledException>(() => Simulation.Run(
            plan,
            2,
            patients =>
            {
                Interlocked.Exchange(ref done, Math.Max(patients, done));
                cancellation.Cancel();
            },
            cancellation.Token));
        Assert.InRange(done, 1, 4 * Simulation.ChunkPatients);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Progress_counts_every_patient_once_and_errors_reach_the_caller()
    {
        long largest = 0;
        var calls = 0;
        var plan = TestPlans.ConstantRates((2 * Simulation.ChunkPatients) + 44, 2007) with { HorizonMonths = 2 };
        Simulation.Run(plan, 2, patients =>
        {
            Interlocked.Increment(ref calls);
            Interlocked.Exchange(ref largest, Math.Max(patients, largest));
        });
        Assert.Equal(plan.Patients, largest);
        Assert.Equal(3, calls);
        Assert.Throws<NotSupportedException>(() => Simulation.Run(plan, 2, _ => throw new NotSupportedException()));
    }
}
