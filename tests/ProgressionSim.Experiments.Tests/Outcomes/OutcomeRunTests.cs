using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Outcomes;

/// <summary>Outcomes of simulated patients.</summary>
public sealed class OutcomeRunTests
{
    private static readonly OutcomeRules Rules = new() { Months = 24, FastAboveProgressionRate = 1 };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Any_number_of_threads_counts_the_same()
    {
        var plan = TestScenario.Of(1100, 5101);
        var (one, three) = (OutcomeRun.Run(plan, Rules, 1), OutcomeRun.Run(plan, Rules, 3));
        for (var group = 0; group < one.Groups.Count; group++)
        {
            for (var arm = 0; arm < one.Arms; arm++)
            {
                Assert.Equal(one.Starts(group, arm).QuantileMonths(0.5), three.Starts(group, arm).QuantileMonths(0.5));
                for (var outcome = 0; outcome < OutcomeCatalogue.Count; outcome++)
                {
                    Assert.Equal(one.Mean(group, arm, outcome), three.Mean(group, arm, outcome));
                }
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Means_and_standard_errors_agree_with_the_record_of_a_run()
    {
        // The recorder of runs counts the same patients by other code. Deaths are the same; the noise of a visit is another one, which twins share.
        var plan = TestScenario.Of(2000, 5102);
        var found = OutcomeRun.Run(plan, Rules);
        var run = Simulation.Run(plan).Record;
        var contrasts = run.Shape.Catalogue.Contrasts;
        var month = Array.IndexOf(run.Shape.Grid.Months, Rules.Months);
        foreach (var (outcome, contrast, noiseSd) in ((int, string, double)[])[(OutcomeCatalogue.Alive, "alive", 1e-9), (OutcomeCatalogue.AlsfrsTotal, "alsfrsTotalDeathZero", 1.6)])
        {
            var cell = (month * contrasts.Count) + contrasts.ToList().FindIndex(each => each.Name == contrast);
            var pair = run.Pairs[0];
            double patients = pair.Counts[cell];
            var mean = (double)pair.Sums[cell] / patients;
            var variance = ((double)pair.SumsOfSquares[cell] / patients) - (mean * mean);
            var benefit = found.Benefit(0, 1, 0, outcome);
            Assert.Equal(patients, found.Patients(0));
            StatAssert.Mean(contrast, benefit.Value, mean, noiseSd / Math.Sqrt(patients));

            // 200 batches know a standard error to 5 %: 4.6 of these are 23 %, so a factor of 1.3 or the difference of unpaired arms (more than twice it) would be seen.
            StatAssert.Mean(contrast, benefit.StandardError / Math.Sqrt(variance / patients), 1, Math.Sqrt(1 / (2.0 * (found.Batches - 1))));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Groups_share_the_patients_out()
    {
        var found = OutcomeRun.Run(TestScenario.Of(700, 5103), Rules);
        Assert.Equal("all, slow, fast", string.Join(", ", found.Groups.Select(group => group.Name)));
        Assert.Equal(700, found.Patients(0) + found.WithoutOrigin);
        Assert.Equal(found.Patients(0), found.Patients(1) + found.Patients(2));
        var (all, slow, fast) = (found.Mean(0, 0, 0).Value, found.Mean(1, 0, 0).Value, found.Mean(2, 0, 0).Value);
        Assert.True(fast < slow);
        Assert.Equal(all, ((slow * found.Patients(1)) + (fast * found.Patients(2))) / found.Patients(0), 1e-9);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Another_repetition_of_chance_meets_the_same_patients_otherwise()
    {
        var plan = TestScenario.Of(600, 5104);
        var (first, second) = (OutcomeRun.Run(plan, Rules), OutcomeRun.Run(plan with { Repetition = 1 }, Rules));

        // The same people: as many are fast, up to those who reach no origin in one of them. What befalls them differs.
        Assert.InRange(Math.Abs(first.Patients(2) - second.Patients(2)), 0, first.WithoutOrigin + second.WithoutOrigin);
        Assert.NotEqual(first.Mean(0, 0, 0).Value, second.Mean(0, 0, 0).Value);
        var bySurvival = Math.Sqrt(Math.Pow(first.Mean(0, 0, 0).StandardError, 2) + Math.Pow(second.Mean(0, 0, 0).StandardError, 2));
        StatAssert.Mean("survival in two repetitions", first.Mean(0, 0, 0).Value, second.Mean(0, 0, 0).Value, bySurvival);
    }
}
