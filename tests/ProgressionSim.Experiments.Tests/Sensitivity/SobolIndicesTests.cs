using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>Oracle: functions whose indices are known in closed form, and the estimators written plainly. Statistical: intervals cover.</summary>
public sealed class SobolIndicesTests
{
    private static readonly double[] IshigamiTruth =
        [.. KnownFunctions.IshigamiFirst, .. KnownFunctions.IshigamiTotal, 1 - KnownFunctions.IshigamiFirst.Sum()];

    private static readonly double[] GTruth = [.. KnownFunctions.GFirst, .. KnownFunctions.GTotal, 1 - KnownFunctions.GFirst.Sum()];

    [Fact]
    public void Known_indices_of_Ishigami_are_the_textbook_ones()
    {
        Assert.Equal([0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437], IshigamiTruth[..6].Select(index => Math.Round(index, 4)));
    }

    [Fact]
    public void Indices_of_Ishigami_are_found() => AssertFound(Scrambled(3, 1024, 12, KnownFunctions.Ishigami), IshigamiTruth);

    [Fact]
    public void Indices_of_the_G_function_are_found() => AssertFound(Scrambled(8, 512, 12, KnownFunctions.G), GTruth);

    [Fact]
    public void One_design_of_Ishigami_comes_within_a_hundredth()
    {
        var outputs = KnownFunctions.Evaluate(new SaltelliDesign(3, 4096, 20260118), KnownFunctions.Ishigami);
        Assert.All(Values(SobolIndices.Estimate(outputs, 3, 1)).Zip(IshigamiTruth), pair => Assert.Equal(pair.Second, pair.First.Value, 0.01));
    }

    [Fact]
    public void Wrong_estimators_are_rejected()
    {
        StatAssert.Rejects("A and B exchanged", () => AssertFound(Scrambled(3, 512, 8, KnownFunctions.Ishigami, Exchange), IshigamiTruth));
        var right = Scrambled(3, 512, 8, KnownFunctions.Ishigami);
        double[][] totalForFirst = [.. right.Select(values => (double[])[.. values[3..6], .. values[3..7]])];
        StatAssert.Rejects("total indices for first-order ones", () => AssertFound(totalForFirst, IshigamiTruth));

        static void Exchange(double[] outputs)
        {
            for (var row = 0; row < outputs.Length; row += 5)
            {
                (outputs[row], outputs[row + 1]) = (outputs[row + 1], outputs[row]);
            }
        }
    }

    [Fact]
    public void Estimates_are_the_published_formulas()
    {
        const int parameters = 4, points = 37;
        var random = new SplitMix64(0x50B01);
        var outputs = new double[points * (parameters + 2)];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = 50 + random.NextExponential();
        }

        var indices = SobolIndices.Estimate(outputs, parameters, 1);

        double[] At(int kind) => [.. Enumerable.Range(0, points).Select(point => outputs[(point * (parameters + 2)) + kind])];
        var mean = At(0).Concat(At(1)).Average();
        double[] Centred(int kind) => [.. At(kind).Select(output => output - mean)];
        var (a, b) = (Centred(0), Centred(1));
        var variance = a.Concat(b).Average(x => x * x);
        Assert.Equal(mean, indices.Mean, 1e-12);
        Assert.Equal(variance, indices.Variance, 1e-12);
        for (var i = 0; i < parameters; i++)
        {
            var c = Centred(2 + i);
            Assert.Equal(Enumerable.Range(0, points).Average(j => b[j] * (c[j] - a[j])) / variance, indices.First[i].Value, 1e-12);
            Assert.Equal(Enumerable.Range(0, points).Average(j => (a[j] - c[j]) * (a[j] - c[j])) / (2 * variance), indices.Total[i].Value, 1e-12);
        }

        Assert.Equal(1 - indices.First.Sum(index => index.Value), indices.Interactions!.Value.Value, 1e-12);
    }

    [Fact]
    public void A_large_constant_and_a_unit_change_nothing()
    {
        var outputs = KnownFunctions.Evaluate(new SaltelliDesign(3, 128, 5), KnownFunctions.Ishigami);
        var plain = Values(SobolIndices.Estimate(outputs, 3, 9));
        var moved = Values(SobolIndices.Estimate([.. outputs.Select(output => 1e6 + (0.25 * output))], 3, 9));
        for (var i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i].Value, moved[i].Value, 1e-8);
            Assert.Equal(plain[i].Low, moved[i].Low, 1e-8);
            Assert.Equal(plain[i].High, moved[i].High, 1e-8);
        }
    }

    [Fact]
    public void A_parameter_without_effect_has_indices_of_exactly_0()
    {
        var outputs = KnownFunctions.Evaluate(new SaltelliDesign(4, 64, 5), u => KnownFunctions.Ishigami(u[..3]));
        var indices = SobolIndices.Estimate(outputs, 4, 1);
        Assert.Equal(new SobolIndex(0, 0, 0, 0), indices.First[3]);
        Assert.Equal(new SobolIndex(0, 0, 0, 0), indices.Total[3]);
    }

    [Fact]
    public void Intervals_cover_at_random_points_as_often_as_they_say()
    {
        // Resampled quantiles are first-order accurate: 0.01 of 0.95 is granted to their error at 256 base points.
        const int repeats = 200;
        foreach (var covered in Coverage(repeats, repeat => KnownFunctions.EvaluateAtRandom(3, 256, new SplitMix64(41, repeat), KnownFunctions.Ishigami)))
        {
            StatAssert.Mean("coverage", covered, 0.95, Math.Sqrt(0.95 * 0.05 / repeats), slack: 0.01);
        }
    }

    [Fact]
    public void Intervals_cover_at_least_as_often_over_scrambles()
    {
        const int repeats = 200;
        foreach (var covered in Coverage(repeats, repeat => KnownFunctions.Evaluate(new SaltelliDesign(3, 128, 77, repeat), KnownFunctions.Ishigami)))
        {
            Assert.InRange(covered, 0.95 - (StatAssert.Z * Math.Sqrt(0.95 * 0.05 / repeats)), 1);
        }
    }

    [Fact]
    public void Low_discrepancy_points_come_closer_than_random_ones()
    {
        const int repeats = 12, points = 1024;
        double scrambled = 0, random = 0;
        for (var repeat = 0u; repeat < repeats; repeat++)
        {
            scrambled += SquaredError(KnownFunctions.Evaluate(new SaltelliDesign(3, points, 8, repeat), KnownFunctions.Ishigami));
            random += SquaredError(KnownFunctions.EvaluateAtRandom(3, points, new SplitMix64(9, repeat), KnownFunctions.Ishigami));
        }

        Assert.True(scrambled < random / 4, $"{scrambled / repeats} against {random / repeats}");

        static double SquaredError(double[] outputs) =>
            Values(SobolIndices.Estimate(outputs, 3, 1))[..6].Zip(IshigamiTruth, (index, truth) => Math.Pow(index.Value - truth, 2)).Sum();
    }

    [Theory]
    [InlineData(0.1, 0.1)]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void An_output_that_does_not_vary_or_is_not_finite_has_no_indices(double all, double one)
    {
        var outputs = new double[5 * 16];
        Array.Fill(outputs, all);
        outputs[7] = one;
        var indices = SobolIndices.Estimate(outputs, 3, 1);
        Assert.Equal(FitStatus.NotEstimable, indices.Status);
        Assert.Empty(indices.First);
        Assert.Empty(indices.Total);
        Assert.Null(indices.Interactions);
        Assert.Equal(double.IsFinite(one) ? all : 0, indices.Mean, 1e-12);
        Assert.Equal(0, indices.Variance);
    }

    [Fact]
    public void An_output_that_varies_at_one_point_only_gives_numbers()
    {
        var outputs = new double[5 * 16];
        outputs[5] = 1;
        var indices = SobolIndices.Estimate(outputs, 3, 1);
        Assert.Equal(FitStatus.Estimated, indices.Status);
        Assert.All(Values(indices), index => Assert.True(double.IsFinite(index.Value + index.StandardError + index.Low + index.High)));

        // Varying only where B's coordinate is put into A: A and B themselves are constant.
        outputs[5] = 0;
        outputs[7] = 1;
        Assert.Equal(FitStatus.NotEstimable, SobolIndices.Estimate(outputs, 3, 1).Status);
    }

    [Fact]
    public void Resampling_is_keyed()
    {
        var outputs = KnownFunctions.Evaluate(new SaltelliDesign(3, 50, 5), KnownFunctions.Ishigami);
        Assert.Equal(Values(SobolIndices.Estimate(outputs, 3, 9)), Values(SobolIndices.Estimate(outputs, 3, 9)));
        Assert.NotEqual(Values(SobolIndices.Estimate(outputs, 3, 9))[0], Values(SobolIndices.Estimate(outputs, 3, 10))[0]);
    }

    [Fact]
    public void Outputs_of_no_design_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SobolIndices.Estimate(new double[11], 3, 1));
        Assert.Throws<ArgumentException>(() => SobolIndices.Estimate(new double[5], 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolIndices.Estimate(new double[6], 0, 1));
    }

    private static void AssertFound(double[][] estimates, double[] truth)
    {
        // The divisor 2 n and the ratio leave a bias of order 1/n; 0.002 is granted to it.
        for (var i = 0; i < truth.Length; i++)
        {
            var moments = SampleMoments.Of([.. estimates.Select(values => values[i])]);
            StatAssert.Mean($"index {i}", moments.Mean, truth[i], moments.StandardErrorOfMean, slack: 0.002);
        }
    }

    private static double[][] Scrambled(int parameters, int points, uint scrambles, Func<double[], double> function, Action<double[]>? change = null)
    {
        var estimates = new double[scrambles][];
        for (var scramble = 0u; scramble < scrambles; scramble++)
        {
            var outputs = KnownFunctions.Evaluate(new SaltelliDesign(parameters, points, 20260117, scramble), function);
            change?.Invoke(outputs);
            estimates[scramble] = [.. Values(SobolIndices.Estimate(outputs, parameters, 1)).Select(index => index.Value)];
        }

        return estimates;
    }

    private static double[] Coverage(uint repeats, Func<uint, double[]> outputs)
    {
        var covered = new int[IshigamiTruth.Length];
        for (var repeat = 0u; repeat < repeats; repeat++)
        {
            var indices = Values(SobolIndices.Estimate(outputs(repeat), 3, repeat));
            for (var i = 0; i < covered.Length; i++)
            {
                covered[i] += indices[i].Low <= IshigamiTruth[i] && IshigamiTruth[i] <= indices[i].High ? 1 : 0;
            }
        }

        return [.. covered.Select(count => (double)count / repeats)];
    }

    private static SobolIndex[] Values(SobolIndices indices) => [.. indices.First, .. indices.Total, indices.Interactions!.Value];
}
