using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Statistics;

namespace ProgressionSim.Experiments.Tests.Uncertainty;

/// <summary>Parameters drawn in an outer loop.</summary>
public sealed class UncertaintyRunTests
{
    private static readonly OutcomeQuestion Question = new(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 24 });

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Parameters_that_do_not_vary_add_no_variance_and_have_no_interval()
    {
        var run = TestScenario.Of(300, 5401);
        var result = UncertaintyRun.Run(Uncertain(run, new ConstantDistribution(0.06), 12, 60), Question);
        foreach (var variance in result.Uncertainty.Variances)
        {
            Assert.Equal(FitStatus.Estimated, variance.Split.Status);

            // The same patients with the same chance in every draw: the outcomes are equal bit for bit.
            Assert.Equal(0, variance.Split.Parameters.Variance, 1e-12);
            Assert.True(variance.Split.Chance.Variance > 0 && variance.Split.Patients.Variance > 0);
        }

        var mean = result.Uncertainty.Interval(replicate => result.Uncertainty.Mean(replicate, 0, 1, OutcomeCatalogue.SurvivalMonths));
        Assert.Equal(mean.Low, mean.High);

        // And equal to the run with the scenario's own values, in as many patients or more.
        Assert.Equal(result.Record.Mean(0, 1, OutcomeCatalogue.SurvivalMonths).Value, mean.Median);
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void A_parameter_that_matters_has_an_interval_and_a_part_of_the_variance()
    {
        var run = TestScenario.Of(80, 5402);
        var neurons = Question with { Outcome = OutcomeCatalogue.MotorNeurons };
        var record = UncertaintyRun.Run(Uncertain(run, new UniformDistribution(0.02, 0.3), 30, 80), neurons).Uncertainty;
        var untreated = record.Variances[0].Split;
        Assert.True(untreated.Parameters.Variance > untreated.Parameters.StandardError, $"{untreated.Parameters}");
        Assert.All(record.Draws, draw => Assert.InRange(draw[0], 0.02, 0.3));

        // Stressed neurons that die faster leave fewer: the draws explain the means.
        var order = Enumerable.Range(0, record.Draws.Count).OrderBy(replicate => record.Draws[replicate][0]).ToArray();
        double Mean(IEnumerable<int> replicates) => replicates.Average(replicate => record.Mean(replicate, 0, 0, OutcomeCatalogue.MotorNeurons));
        Assert.True(Mean(order.Take(10)) > Mean(order.TakeLast(10)) + 200);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Replicates_are_the_same_on_any_number_of_threads_and_when_they_were_kept()
    {
        var run = TestScenario.Of(50, 5403);
        var kept = new KeptWork();
        var one = UncertaintyRun.Run(Uncertain(run, new UniformDistribution(0.04, 0.1), 10, 50) with { Finished = kept }, Question, 1).Uncertainty;
        Assert.Equal(UncertaintyRun.Units(one.Plan), kept.Count);
        var source = new TestScenario(run);
        var resumed = UncertaintyRun.Run(Uncertain(run, new UniformDistribution(0.04, 0.1), 10, 50) with { Finished = kept, Source = source }, Question, 3).Uncertainty;

        // Only the scenario's own plan was made, no replicate's.
        Assert.InRange(source.Plans, 1, 2);
        Assert.Equal(one.Means.SelectMany(mean => mean), resumed.Means.SelectMany(mean => mean));
        Assert.Equal(one.Variances[1].Split, resumed.Variances[1].Split);
        var anew = UncertaintyRun.Run(Uncertain(run, new UniformDistribution(0.04, 0.1), 10, 50), Question, 3).Uncertainty;
        Assert.Equal(one.Means.SelectMany(mean => mean), anew.Means.SelectMany(mean => mean));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Answers_about_timing_carry_the_uncertainty_of_parameters()
    {
        var run = TestScenario.Of(200, 5404);
        var plan = new TimingPlan
        {
            Run = run,
            Question = Question,
            MovedTreatments = [0],
            Start = new TreatmentStart { At = StartAt.SymptomOnset },
            OffsetsMonths = [0, 3, 6],
            SmallestBenefit = 0.5,
        };
        var parameters = new UncertaintyPlan { Parameters = [new UncertainParameter(TestScenario.Knockdown, new UniformDistribution(0, 1))], OuterReplicates = 20, Patients = 100 };
        var uncertainty = TimingRun.Run(plan, new UncertainScenario(parameters, new TestScenario(run), null)).Uncertainty!;
        var benefit = uncertainty.Benefit(0, OutcomeCatalogue.SurvivalMonths, 0);
        Assert.True(benefit.Low < 0.4 && benefit.High > benefit.Low + 1, $"{benefit}");
        Assert.True(uncertainty.CostOfDelay(0, OutcomeCatalogue.SurvivalMonths, 0) is { Low: >= 0 } cost && cost.High > cost.Low);
        var answer = uncertainty.PointOfNoReturn(0, OutcomeCatalogue.SurvivalMonths);
        Assert.True(answer.Low < answer.High);

        // What treatment does without knock-down is nothing, and every draw keeps the untreated patients as they are.
        var untreated = uncertainty.Record.Interval(replicate => uncertainty.Record.Mean(replicate, 0, 0, OutcomeCatalogue.SurvivalMonths));
        Assert.Equal(untreated.Low, untreated.High);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Draws_have_the_stated_correlation()
    {
        // 2,000 draws: the standard error of a correlation of 0.6 is (1 - 0.36) / 44.7 = 0.0143, so 4.6 of them see 0.09, and none is rejected.
        var plan = new UncertaintyPlan
        {
            Parameters = [new UncertainParameter("a", new NormalDistribution(0, 1)), new UncertainParameter("b", new NormalDistribution(5, 2))],
            Correlations = [new ParameterCorrelation(0, 1, 0.6)],
            OuterReplicates = 2000,
            Patients = 10,
        };
        var draws = ParameterDraws.Of(plan, 5405);
        var (first, second) = (draws.Select(draw => draw[0]).ToArray(), draws.Select(draw => (draw[1] - 5) / 2).ToArray());
        var correlation = first.Zip(second, (a, b) => a * b).Average();
        Assert.InRange(correlation, 0.6 - 0.12, 0.6 + 0.12);
        var alone = ParameterDraws.Of(plan with { Correlations = [] }, 5405);
        Assert.InRange(alone.Select(draw => draw[0] * ((draw[1] - 5) / 2)).Average(), -0.1, 0.1);

        // Another parameter or a correlation leaves the first one's draws as they are.
        Assert.Equal(first, alone.Select(draw => draw[0]));
    }

    private static UncertainScenario Uncertain(Engine.Running.RunPlan run, Distribution distribution, int replicates, int patients) => new(
        new UncertaintyPlan { Parameters = [new UncertainParameter(TestScenario.DeathRate, distribution)], OuterReplicates = replicates, Patients = patients }, new TestScenario(run), null);
}
