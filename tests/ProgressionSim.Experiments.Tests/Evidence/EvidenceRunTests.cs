using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Predictions, their intervals and verdicts in small cohorts.</summary>
public sealed class EvidenceRunTests
{
    private static readonly ReadingEstimator Alive = new() { Arm = 0, Reading = PatientReading.Alive, ToMonth = 24 };
    private static readonly ReadingEstimator Loss = new() { Arm = 0, Reading = PatientReading.Value, Measure = MeasureCatalogue.Lost + 1, FromMonth = 6 };
    private static readonly SlopeEstimator Slope = new() { Arm = 0, Measure = MeasureCatalogue.AlsfrsTotal, ToMonth = 12 };
    private static readonly ReadingEstimator Difference = new()
    {
        Arm = 1,
        Reading = PatientReading.FoldChange,
        Measure = MeasureCatalogue.Neurofilament,
        From = CourseMoment.TreatmentStart,
        ToMonth = 6,
        ComparedWith = 0,
    };

    private static readonly ReadingEstimator Twins = Alive with { Arm = 1, ComparedWith = 0, ComparedWithOwnChance = true };
    private static readonly ReadingEstimator Series = Alive with { Statistic = CohortStatistic.Count, SeriesOf = 11 };
    private static readonly SurvivalEstimator Median = new() { Arm = 0, Asked = SurvivalAsked.Median, From = CourseMoment.Diagnosis };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Results_are_the_same_on_any_number_of_threads_and_when_draws_were_kept()
    {
        var run = TestScenario.Of(1, 1201);
        var plan = TestEvidence.Plan(run, 600, Alive, Loss, Slope, Difference, Twins, Series, Median);
        var uncertainty = Uncertain(new UniformDistribution(0.04, 0.1));
        var kept = new KeptWork();
        var one = EvidenceRun.Run(plan, uncertainty, new TestScenario(run), kept, 1);
        Assert.Equal(11, EvidenceRun.Units(plan, uncertainty));
        Assert.Equal(EvidenceRun.Units(plan, uncertainty), kept.Count);
        var source = new TestScenario(run);
        var three = EvidenceRun.Run(plan, uncertainty, source, null, 3);
        Assert.Equal(11, source.Plans);
        Same(one, three);

        // Everything was kept: no plan is made. Three draws were kept: eight plans are.
        source = new TestScenario(run);
        Same(one, EvidenceRun.Run(plan, uncertainty, source, kept, 3));
        Assert.Equal(0, source.Plans);
        var some = new KeptWork();
        foreach (var unit in (int[])[0, 4, 10])
        {
            some.Keep(unit, kept.Find(unit));
        }

        Same(one, EvidenceRun.Run(plan, uncertainty, source, some, 2));
        Assert.Equal(8, source.Plans);
        Assert.True(one.Analysed is > 550 and <= 600);
        Assert.All(one.Quantities, result => Assert.True(double.IsFinite(result.Predicted), $"{result}"));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Parameters_that_do_not_vary_leave_intervals_of_no_width()
    {
        var run = TestScenario.Of(1, 1202);
        var result = EvidenceRun.Run(TestEvidence.Plan(run, 300, Alive, Loss, Median), Uncertain(new ConstantDistribution(0.06)), new TestScenario(run));
        Assert.All(result.Quantities, each => Assert.Equal((each.Predicted, each.Predicted), (each.Low, each.High)));
        foreach (var curve in result.Checks.SelectMany(check => check.Curves))
        {
            Assert.Equal(curve.Value, curve.Low);
            Assert.Equal(curve.Value, curve.High);
        }
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void An_interval_is_that_of_the_draws_moved_to_the_whole_cohort()
    {
        // With ten draws it goes from the smallest to the largest.
        var run = TestScenario.Of(1, 1203);
        var plan = TestEvidence.Plan(run, 400, Loss);
        var uncertainty = Uncertain(new UniformDistribution(0.02, 0.2));
        var cohort = new EvidenceCohort(plan);
        double Predicted(double? rate, int patients) => cohort.Predict(
            rate is { } value ? new TestScenario(run).Plan([new ParameterValue(TestScenario.DeathRate, value)]) : run, patients, 1, CancellationToken.None)[0];
        var (many, few) = (Predicted(null, 400), Predicted(null, 100));
        double[] draws = [.. ParameterDraws.Of(uncertainty, run.Seed).Select(draw => many + Predicted(draw[0], 100) - few)];
        var result = EvidenceRun.Run(plan, uncertainty, new TestScenario(run)).Quantities[0];
        Assert.Equal(many, result.Predicted);
        Assert.Equal(draws.Min(), result.Low, 1e-9);
        Assert.Equal(draws.Max(), result.High, 1e-9);

        // The rate matters more than the chance of 400 patients.
        Assert.True(result.StandardError < (result.High - result.Low) / 4, $"{result}");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_prediction_is_judged_by_the_published_interval()
    {
        var run = TestScenario.Of(1, 1204);
        var source = new TestScenario(run);
        QuantityResult Result(EvidenceQuantity quantity) =>
            EvidenceRun.Run(TestEvidence.Plan(run, 300) with { Quantities = [quantity] }, null, source, null, 1).Quantities[0];
        var free = Result(TestEvidence.Quantity(Loss, value: 300));
        var (predicted, half) = (free.Predicted, 1.959963984540054 * free.StandardError);
        Assert.Equal(EvidenceVerdict.NotJudged, free.Verdict);
        Assert.Equal(predicted - half, free.Low, 1e-9);
        Assert.Equal(predicted + half, free.High, 1e-9);
        Assert.True(half > 1, $"{free}");
        EvidenceVerdict Verdict(double low, double high, EvidenceUse use = EvidenceUse.Check) =>
            Result(TestEvidence.Quantity(Loss, use, predicted, low, high)).Verdict;
        Assert.Equal(EvidenceVerdict.Inside, Verdict(predicted - 0.1, predicted + 0.1));
        Assert.Equal(EvidenceVerdict.Inside, Verdict(predicted, predicted + 100, EvidenceUse.Fit));
        Assert.Equal(EvidenceVerdict.Overlaps, Verdict(predicted + 0.1, predicted + 100));
        Assert.Equal(EvidenceVerdict.Overlaps, Verdict(predicted - 100, predicted - 0.1, EvidenceUse.Fit));
        Assert.Equal(EvidenceVerdict.Outside, Verdict(predicted + half + 0.1, predicted + 100));
        Assert.Equal(EvidenceVerdict.Outside, Verdict(predicted - 100, predicted - half - 0.1));
        Assert.Equal(EvidenceVerdict.NotJudged, Verdict(predicted - 100, predicted + 100, EvidenceUse.Context));

        // What the cohort does not give is no hit: nobody of this filter exists.
        var nobody = Loss with { Among = new CohortFilter { Subgroup = 7 } };
        var none = Result(TestEvidence.Quantity(nobody, low: 0, high: 1000));
        Assert.Equal((double.NaN, EvidenceVerdict.Outside), (none.Predicted, none.Verdict));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void One_published_series_is_looked_for_among_those_of_the_model()
    {
        var run = TestScenario.Of(1, 1205);
        QuantityResult Result(EvidenceQuantity quantity) =>
            EvidenceRun.Run(TestEvidence.Plan(run, 800) with { Quantities = [quantity] }, null, new TestScenario(run)).Quantities[0];
        var free = Result(TestEvidence.Quantity(Series));
        Assert.Equal(EvidenceVerdict.NotJudged, free.Verdict);
        Assert.Equal(double.NaN, free.StandardError);
        Assert.InRange(free.Distribution.Count, 60, 72);
        Assert.Equal(free.Distribution.Order(), free.Distribution);
        Assert.Equal(free.Distribution.Average(), free.Predicted, 1e-12);

        // 2.5 % of some 70 series are one: the second smallest and the second largest.
        Assert.Equal((free.Distribution[1], free.Distribution[^2]), (free.Low, free.High));
        EvidenceVerdict Verdict(double value, EvidenceUse use = EvidenceUse.Check) => Result(TestEvidence.Quantity(Series, use, value)).Verdict;
        Assert.Equal(EvidenceVerdict.Inside, Verdict(free.Low));
        Assert.Equal(EvidenceVerdict.Inside, Verdict(free.High));
        Assert.Equal(EvidenceVerdict.Outside, Verdict(free.Low - 1));
        Assert.Equal(EvidenceVerdict.Outside, Verdict(free.High + 1));
        Assert.Equal(EvidenceVerdict.NotJudged, Verdict(free.Low, EvidenceUse.Context));

        // An interval is judged by the mean of series, as without them.
        Assert.Equal(EvidenceVerdict.Overlaps, Result(TestEvidence.Quantity(Series, value: 1, low: free.Predicted + 0.1, high: 11)).Verdict);
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Without_an_effect_nothing_differs_and_twins_differ_by_chance_alone()
    {
        // The drug does nothing: arms with the same chance are the same bit for bit.
        var run = new TestScenario(TestScenario.Of(1, 1206)).Plan([new ParameterValue(TestScenario.Knockdown, 0)]);
        var months = new ReadingEstimator { Arm = 1, Reading = PatientReading.SurvivalMonths, ToMonth = 30, ComparedWith = 0 };
        ReadingEstimator[] shared = [months, Difference, months with { Arm = 0 }, Loss with { Arm = 1, ComparedWith = 0 }];
        ReadingEstimator[] own = [.. shared.Select(estimator => estimator with { ComparedWithOwnChance = true })];
        ReadingEstimator[] all = [.. shared, .. own];
        var plan = TestEvidence.Plan(run, 2000, [.. all, .. all.Select(estimator => estimator with { Statistic = CohortStatistic.Sd })]);
        var found = EvidenceRun.Run(plan, null, new TestScenario(run)).Quantities;
        for (var i = 0; i < shared.Length; i++)
        {
            Assert.Equal((0, 0), (found[i].Predicted, found[i + all.Length].Predicted));
            var (twins, sd) = (found[shared.Length + i], found[all.Length + shared.Length + i].Predicted);
            Assert.True(sd > 0);
            StatAssert.Mean($"difference {i} of twins", twins.Predicted, 0, sd / Math.Sqrt(1500));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Visual_checks_show_every_arm_and_agree_with_the_quantities()
    {
        var run = TestScenario.Of(1, 1207);
        var alsfrs = Loss with { Arm = 1, Measure = MeasureCatalogue.AlsfrsTotal, FromMonth = 18, Statistic = CohortStatistic.Median };
        var neurofilament = alsfrs with { Arm = 0, Measure = MeasureCatalogue.Neurofilament };
        var result = EvidenceRun.Run(TestEvidence.Plan(run, 300, Alive, alsfrs, neurofilament), null, new TestScenario(run));
        Assert.Equal([(0, 24), (0, -1), (0, 28), (1, 24), (1, -1), (1, 28)], result.Checks.Select(check => (check.Arm, check.Measure)));
        Assert.All(result.Checks, check => Assert.Equal(Enumerable.Range(0, run.HorizonMonths + 1).Select(month => (double)month), check.Months));
        Assert.Equal(result.Quantities[0].Predicted, result.Checks[1].Curves.Single().Value[24], 1e-12);
        Assert.Equal(result.Quantities[1].Predicted, result.Checks[3].Curves.Single(curve => curve.Percentile == 50).Value[18], 1e-3);
        Assert.Equal(result.Quantities[2].Predicted, result.Checks[2].Curves.Single(curve => curve.Percentile == 50).Value[18], 1e-3);
        foreach (var check in result.Checks.Where(check => check.Measure >= 0))
        {
            Assert.Equal([5, 50, 95], check.Curves.Select(curve => curve.Percentile));
            Assert.True(check.Curves[0].Value[6] < check.Curves[1].Value[6] && check.Curves[1].Value[6] < check.Curves[2].Value[6]);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_cancelled_run_goes_on_with_the_draws_it_kept()
    {
        var run = TestScenario.Of(1, 1208);
        var plan = TestEvidence.Plan(run, 100, Alive);
        var uncertainty = Uncertain(new UniformDistribution(0.04, 0.1));
        using var stop = new CancellationTokenSource();
        var kept = new KeptWork(_ => stop.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => EvidenceRun.Run(plan, uncertainty, new TestScenario(run), kept, 1, null, stop.Token));
        Assert.InRange(kept.Count, 1, 10);
        Same(EvidenceRun.Run(plan, uncertainty, new TestScenario(run)), EvidenceRun.Run(plan, uncertainty, new TestScenario(run), kept));
    }

    private static UncertaintyPlan Uncertain(Distribution deathRate) => new()
    {
        Parameters = [new UncertainParameter(TestScenario.DeathRate, deathRate)],
        OuterReplicates = 10,
        Patients = 10,
    };

    private static void Same(EvidenceResult a, EvidenceResult b)
    {
        Assert.Equal(a.Analysed, b.Analysed);
        foreach (var (first, second) in a.Quantities.Zip(b.Quantities))
        {
            Assert.Equal((first.Predicted, first.StandardError, first.Verdict), (second.Predicted, second.StandardError, second.Verdict));
            Assert.Equal((first.Low, first.High), (second.Low, second.High));
            Assert.Equal(first.Distribution, second.Distribution);
        }

        foreach (var (first, second) in a.Checks.SelectMany(check => check.Curves).Zip(b.Checks.SelectMany(check => check.Curves)))
        {
            Assert.Equal(first.Percentile, second.Percentile);
            Assert.Equal(first.Value, second.Value);
            Assert.Equal(first.Low, second.Low);
            Assert.Equal(first.High, second.High);
        }
    }
}
