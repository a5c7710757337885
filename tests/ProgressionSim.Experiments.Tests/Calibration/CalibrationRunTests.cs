using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;
using ProgressionSim.TestKit;
using static ProgressionSim.Experiments.Tests.Calibration.AnalyticCalibration;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Statistical: known parameters are recovered from simulated targets. Invariant: the same bits on any number of threads, interrupted or not.</summary>
public sealed class CalibrationRunTests
{
    private const double TargetSd = 0.05;

    private static readonly CalibratedParameter[] Eight = [.. Enumerable.Range(0, CohortOfFormulas.Parameters).Select(i => Standard($"p{i}"))];

    [Fact]
    public void Intervals_cover_known_parameters_as_often_as_they_say()
    {
        const int dataSets = 50;
        List<double[]> distances = [];
        for (var number = 0; number < dataSets; number++)
        {
            var random = new SplitMix64(0xDA7A, (ulong)number);
            double[] truth = [.. Eight.Select(_ => CohortOfFormulas.Normal(random))];
            double[] published = [.. CohortOfFormulas.Expected(truth).Select(value => value + (TargetSd * CohortOfFormulas.Normal(random)))];
            var result = CalibrationRun.Run(Fifteen(published, generations: 50, seed: (uint)number), CohortOfFormulas.Predict);
            distances.Add([.. result.Parameters.Select((fitted, i) => (fitted.Value - truth[i]) / fitted.Sd)]);
            Assert.True(result.Loss.After < result.Loss.Before);
        }

        AssertCovered(distances);
        StatAssert.Rejects("half the standard deviation", () => AssertCovered(Times(2)));
        StatAssert.Rejects("twice the standard deviation", () => AssertCovered(Times(0.5)));

        List<double[]> Times(double factor) => [.. distances.Select(set => (double[])[.. set.Select(distance => factor * distance)])];
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var plan = Fifteen(CohortOfFormulas.Expected(new double[8]), generations: 12);
        var one = CalibrationRun.Run(plan, CohortOfFormulas.Predict, threads: 1);
        AssertSame(one, CalibrationRun.Run(plan, CohortOfFormulas.Predict, threads: 3));
        var other = CalibrationRun.Run(Fifteen(CohortOfFormulas.Expected(new double[8]), generations: 1, seed: 2), CohortOfFormulas.Predict);
        Assert.NotEqual(one.Trace[0].Values, other.Trace[0].Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(160)]
    public void An_interrupted_calibration_ends_as_if_it_had_never_stopped(int units)
    {
        var plan = Fifteen(CohortOfFormulas.Expected([0.5, -0.5, 1, 0, 0, 0, 0.3, -1]), generations: 12);
        var whole = CalibrationRun.Run(plan, CohortOfFormulas.Predict);
        using var stop = new CancellationTokenSource();
        var kept = new KeptWork(count =>
        {
            if (count == units)
            {
                stop.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => CalibrationRun.Run(plan, CohortOfFormulas.Predict, kept, threads: 2, cancellation: stop.Token));
        var before = kept.Count;
        Assert.InRange(before, units, whole.Evaluations - 1);
        var computed = 0;
        double[] Counted(IReadOnlyList<double> values, int patients, bool withErrors, int threads, CancellationToken cancellation)
        {
            Interlocked.Increment(ref computed);
            return CohortOfFormulas.Predict(values, patients, withErrors, threads, cancellation);
        }

        var resumed = CalibrationRun.Run(plan, Counted, kept);
        AssertSame(whole, resumed);
        Assert.Equal(whole.Evaluations - before, computed);
        Assert.Equal(whole.Evaluations, kept.Count);

        // All units are there now.
        AssertSame(whole, CalibrationRun.Run(plan, Counted, kept));
        Assert.Equal(whole.Evaluations - before, computed);
    }

    [Fact]
    public void A_search_that_has_arrived_ends_early_and_progress_still_reaches_the_end()
    {
        var plan = Plan([Standard("a"), Standard("b")], [Target("a", 1, 0.1), Target("b", -1, 0.1)], generations: 500);
        List<ExperimentProgress> told = [];
        var result = CalibrationRun.Run(plan, Exact(values => [values[0], values[1]]), threads: 1, progress: told.Add);
        Assert.InRange(result.Trace.Count, 10, 100);
        Assert.Equal(new ExperimentProgress("simulations", CalibrationRun.Units(plan), CalibrationRun.Units(plan)), told[^1]);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.First.Done < pair.Second.Done));
        Assert.All(result.Trace.Zip(result.Trace.Skip(1)), pair => Assert.True(pair.First.Best >= pair.Second.Best && pair.First.Median >= pair.First.Best));
    }

    [Fact]
    public void Values_that_a_scenario_does_not_allow_are_avoided_and_told_at_the_centre()
    {
        double[] Refusing(IReadOnlyList<double> values, double most) =>
            values[0] > most ? throw new PlanNotPossibleException("too large") : [values[0]];
        var plan = Plan([Standard("a")], [Target("q", 2, 0.1)]);
        var fitted = CalibrationRun.Run(plan, Exact(values => Refusing(values, 1))).Parameters[0];
        Assert.InRange(fitted.Value, 0.9, 1);
        Assert.Throws<PlanNotPossibleException>(() => CalibrationRun.Run(plan, Exact(values => Refusing(values, -1))));
    }

    [Fact]
    public void Predictions_that_are_missing_on_the_way_do_no_harm()
    {
        // The cohort gives the first quantity in half of the space only, and never the second.
        var plan = Plan([Standard("a")], [Target("q", 1, 0.1), Target("never", 1, 0.1)]);
        var result = CalibrationRun.Run(plan, Exact(values => [values[0] > 0 ? values[0] : double.NaN, double.NaN]));

        // The last digits of the loss are lost in that of the missing target: 1e-10 of it is 1e-6 of the value.
        Assert.Equal(100.0 / 101, result.Parameters[0].Value, 1e-5);
        Assert.Equal(Math.Sqrt(1 / 101.0), result.Parameters[0].Sd, 1e-9);
    }

    private static CalibrationPlan Fifteen(double[] published, int generations, uint seed = 1) =>
        Plan(Eight, [.. published.Select((value, q) => Target($"q{q}", value, TargetSd))], generations, seed: seed);

    /// <summary>Fails unless 95 of 100 intervals cover, with the standard error of data sets, in which the intervals are not independent.</summary>
    private static void AssertCovered(List<double[]> distances)
    {
        double[] shares = [.. distances.Select(set => set.Average(distance => Math.Abs(distance) < 1.959963984540054 ? 1.0 : 0))];
        TestContext.Current.TestOutputHelper?.WriteLine($"{shares.Average():P1} covered");
        var binomial = 0.95 * 0.05 / (shares.Length * CohortOfFormulas.Parameters);
        var between = shares.Sum(share => (share - shares.Average()) * (share - shares.Average())) / (shares.Length - 1) / shares.Length;
        StatAssert.Mean("coverage", shares.Average(), 0.95, Math.Sqrt(Math.Max(binomial, between)));

        // Coverage near 1 hardly sees intervals that are too wide; the spread of the distances does.
        double[] squares = [.. distances.Select(set => set.Average(distance => distance * distance))];
        var sd = Math.Sqrt(squares.Sum(square => (square - squares.Average()) * (square - squares.Average())) / (squares.Length - 1));
        StatAssert.Mean("variance of the distances", squares.Average(), 1, sd / Math.Sqrt(squares.Length));
    }

    /// <summary>Fails unless all numbers but the time are the same, bit for bit.</summary>
    private static void AssertSame(CalibrationResult expected, CalibrationResult actual) => Assert.Equal(Bits(expected), Bits(actual));

    private static long[] Bits(CalibrationResult result) =>
    [
        .. ((IEnumerable<double>)
        [
            .. result.Parameters.SelectMany(fitted => (double[])[fitted.Value, fitted.Low, fitted.High, fitted.Sd, fitted.Shrinkage]),
            .. result.Correlations.Select(pair => pair.Value),
            .. result.OpenDirections.SelectMany(direction => direction),
            .. result.Trace.SelectMany(step => (double[])[step.Best, step.Median, step.StepSize, .. step.Values]),
            .. result.Quantities.SelectMany(fit => (double[])[fit.Before, fit.After, fit.StandardError]),
            result.Loss.Before, result.Loss.After, result.Evaluations,
        ]).Select(BitConverter.DoubleToInt64Bits),
    ];
}
