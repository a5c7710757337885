using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Statistics;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Uncertainty;

/// <summary>Oracle: mean squares and a plain jackknife. Statistical: known components are met on average. Exact: sources that are absent.</summary>
public sealed class VarianceSplitTests
{
    private const int Draws = 12;
    private const int Patients = 10;
    private const int Sets = 1000;

    private static readonly double[] LinearTruth =
    [
        MixedModelData.Repetition + MixedModelData.DrawRepetition, MixedModelData.Patient + MixedModelData.DrawPatient, MixedModelData.Draw,
    ];

    [Theory]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Estimates_and_errors_are_those_of_the_plain_version(int repetitions, bool isCoupled)
    {
        for (var number = 0u; number < 3; number++)
        {
            var data = MixedModelData.Linear(new SplitMix64(0x5A11, number), 7, 5, repetitions, isCoupled);
            var split = Split(data, repetitions);
            var parts = Parts(split);
            Assert.Equal(FitStatus.Estimated, split.Status);
            Assert.Equal(data.Average(row => row.Average()), split.Mean, 1e-12);
            foreach (var (plain, part) in PlainVarianceSplit.Of(data, repetitions).Zip(parts))
            {
                Assert.Equal(plain, part.Variance, 1e-11);
            }

            var (overDraws, overPatients) = (PlainVarianceSplit.OverDraws(data, repetitions), PlainVarianceSplit.OverPatients(data, repetitions));
            for (var part = 0; part < 3; part++)
            {
                Assert.Equal(Math.Sqrt(overDraws[part] + overPatients[part]), parts[part].StandardError, 1e-11);
            }

            var floored = parts.Sum(part => Math.Max(part.Variance, 0));
            Assert.All(parts, part => Assert.Equal(Math.Max(part.Variance, 0) / floored, part.ShareOfTotal, 1e-14));
            Assert.Equal(parts.Sum(part => part.Variance), split.Total, 1e-14);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Components_of_a_linear_model_are_met_on_average(bool isCoupled) =>
        AssertUnbiased(Estimates(number => MixedModelData.Linear(new SplitMix64(0x5A12, number), Draws, Patients, 2, isCoupled)), LinearTruth);

    [Fact]
    public void Components_of_a_product_are_met_on_average()
    {
        // With factors of mean 1 and variances a, b, c: parameters a, patients (1 + a) b, chance (1 + a)(1 + b) c. No part is normal or of one variance.
        double a = 0.64 / 3, b = 0.81 / 3, c = 0.25 / 3;
        AssertUnbiased(
            Estimates(number => MixedModelData.Product(new SplitMix64(0x5A13, number), Draws, Patients, 2, 0.8, 0.9, 0.5)),
            [(1 + a) * (1 + b) * c, (1 + a) * b, a]);
    }

    [Fact]
    public void Naive_estimators_are_rejected()
    {
        double[][] Naive(Func<double[][], double[]> change) =>
            [.. Enumerable.Range(0, 500).Select(number => change(MixedModelData.Linear(new SplitMix64(0x5A14, (ulong)number), Draws, Patients, 2, true)))];
        AssertUnbiased(Naive(data => PlainVarianceSplit.Of(data, 2)), LinearTruth);
        StatAssert.Rejects("variance of the draws' means as it is", () => AssertUnbiased(
            Naive(data => [.. PlainVarianceSplit.Of(data, 2)[..2], Variance([.. data.Select(row => row.Average())])]), LinearTruth));
        StatAssert.Rejects("variance of the patients' means as it is", () => AssertUnbiased(
            Naive(data => Change(PlainVarianceSplit.Of(data, 2), 1, values => values[1] + (values[0] / 2))), LinearTruth));
        StatAssert.Rejects("repetitions taken for patients", () => AssertUnbiased(
            Naive(data => Change(PlainVarianceSplit.Of(data, 2), 1, _ => data.Average(Variance))), LinearTruth));

        static double[] Change(double[] values, int part, Func<double[], double> to)
        {
            values[part] = to(values);
            return values;
        }

        static double Variance(double[] values) => SampleMoments.Of(values).Variance;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Standard_errors_are_never_too_small(bool isCoupled)
    {
        // Interaction and chance dominate here: their noise counted twice makes squared errors about twice too large.
        VarianceComponent[][] sets =
            [.. Enumerable.Range(0, Sets)
                .Select(number => Parts(Split(MixedModelData.Linear(new SplitMix64(0x5A15, (ulong)number), Draws, Patients, 2, isCoupled), 2)))];
        for (var part = 0; part < 3; part++)
        {
            var moments = SampleMoments.Of([.. sets.Select(parts => parts[part].Variance)]);
            Assert.InRange(sets.Average(parts => parts[part].StandardError * parts[part].StandardError) / moments.Variance, 1, 2.7);
        }
    }

    [Fact]
    public void Errors_over_draws_alone_are_too_small_and_those_over_both_are_right()
    {
        // Squared errors against the true variance of the estimates, which 500 sets give to about a tenth.
        double[][][] sets =
            [.. Enumerable.Range(0, 500).Select(number => MixedModelData.Product(new SplitMix64(0x5A18, (ulong)number), 12, 12, 2, 0.8, 0.9, 0.5))];
        VarianceComponent[][] parts = [.. sets.Select(data => Parts(Split(data, 2)))];
        double[][] overDraws = [.. sets.Select(data => PlainVarianceSplit.OverDraws(data, 2))];
        for (var part = 0; part < 3; part++)
        {
            var variance = SampleMoments.Of([.. parts.Select(each => each[part].Variance)]).Variance;
            Assert.InRange(parts.Average(each => each[part].StandardError * each[part].StandardError) / variance, 0.8, 1.6);
            Assert.InRange(overDraws.Average(each => each[part]) / variance, 0, 0.75);
        }
    }

    [Fact]
    public void Parameters_without_effect_take_exactly_nothing_when_chance_is_coupled()
    {
        var data = MixedModelData.Linear(new SplitMix64(0x5A16), 1, 8, 2, true)[0];
        var split = Split([data, data, data, data], 2);
        Assert.Equal(default, split.Parameters);
        Assert.Equal(1, split.Patients.ShareOfTotal + split.Chance.ShareOfTotal, 1e-15);
    }

    [Fact]
    public void Sources_that_are_absent_take_nothing()
    {
        // Draws alone: no variance of patients or chance. Patients alone and repetitions alone likewise.
        var draws = Split([.. new double[] { 1, 2, 4, 9 }.Select(y => Enumerable.Repeat(y, 6).ToArray())], 2);
        Assert.Equal(default, draws.Chance);
        Assert.Equal(default, draws.Patients);
        Assert.Equal(38.0 / 3, draws.Parameters.Variance, 1e-12);
        Assert.Equal(1, draws.Parameters.ShareOfTotal);

        double[] patients = [1, 1, 2, 2, 6, 6];
        var alone = Split([patients, patients, patients], 2);
        Assert.Equal(default, alone.Chance);
        Assert.Equal(7, alone.Patients.Variance, 1e-12);
        Assert.Equal(default, alone.Parameters);
    }

    [Fact]
    public void A_negative_estimate_is_reported_and_has_no_share()
    {
        // All draws have the same mean and only the interaction varies: the correction for it exceeds the variance of 0.
        var split = Split([[0, 0, 1, 1, 2, 2], [1, 1, 2, 2, 0, 0], [2, 2, 0, 0, 1, 1]], 2);
        Assert.Equal(-0.5, split.Parameters.Variance, 1e-12);
        Assert.Equal(0, split.Parameters.ShareOfTotal);
        Assert.Equal(1, split.Patients.ShareOfTotal);
        Assert.Equal(0.5, split.Total, 1e-12);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Outputs_that_are_alike_or_not_finite_are_not_split(double one)
    {
        var splitter = new VarianceSplitter(3, 2);
        splitter.Add([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
        splitter.Add([0.1, 0.1, 0.1, one, 0.1, 0.1]);
        splitter.Add([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
        var split = splitter.Split();
        Assert.Equal(FitStatus.NotEstimable, split.Status);
        Assert.Equal(double.IsFinite(one) ? 0.1 : 0, split.Mean, 1e-15);
        Assert.Equal(0, split.Total);
    }

    [Fact]
    public void A_large_constant_costs_few_digits()
    {
        var data = MixedModelData.Linear(new SplitMix64(0x5A17), 6, 5, 2, true);
        var moved = Parts(Split([.. data.Select(row => row.Select(y => y + 1e6).ToArray())], 2));
        foreach (var (plain, part) in Parts(Split(data, 2)).Zip(moved))
        {
            Assert.Equal(plain.Variance, part.Variance, 1e-8);
            Assert.Equal(plain.StandardError, part.StandardError, 1e-8);
        }
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new VarianceSplitter(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VarianceSplitter(3, 1));
        var splitter = new VarianceSplitter(3, 2);
        Assert.Throws<ArgumentException>(() => splitter.Add(new double[5]));
        splitter.Add(new double[6]);
        splitter.Add(new double[6]);
        Assert.Equal(2, splitter.Draws);
        Assert.Throws<InvalidOperationException>(() => splitter.Split());
    }

    private static double[][] Estimates(Func<uint, double[][]> data)
    {
        var estimates = new double[Sets][];
        for (var number = 0u; number < Sets; number++)
        {
            estimates[number] = [.. Parts(Split(data(number), 2)).Select(part => part.Variance)];
        }

        return estimates;
    }

    private static void AssertUnbiased(double[][] estimates, double[] truth)
    {
        string[] names = ["chance", "patients", "parameters"];
        for (var part = 0; part < 3; part++)
        {
            var moments = SampleMoments.Of([.. estimates.Select(values => values[part])]);
            StatAssert.Mean(names[part], moments.Mean, truth[part], moments.StandardErrorOfMean);
        }
    }

    private static VarianceSplit Split(double[][] data, int repetitions)
    {
        var splitter = new VarianceSplitter(data[0].Length / repetitions, repetitions);
        foreach (var outputs in data)
        {
            splitter.Add(outputs);
        }

        return splitter.Split();
    }

    private static VarianceComponent[] Parts(VarianceSplit split) => [split.Chance, split.Patients, split.Parameters];
}
