using System.Text.Json;
using MathNet.Numerics.Distributions;
using ProgressionSim.Statistics.SampleSizes;

namespace ProgressionSim.Statistics.Tests.SampleSizes;

/// <summary>Oracles: R's power.t.test, hand calculations, and noncentral t values of R.</summary>
public sealed class MeansAndSharesTests
{
    private static readonly JsonElement Reference = ReferenceData.Json("design_expected.json");

    [Fact]
    public void The_t_test_is_that_of_R()
    {
        foreach (var entry in Reference.GetProperty("power_t_test").EnumerateArray())
        {
            var call = entry.GetProperty("call").GetString()!;
            var value = entry.GetProperty("value");
            double Number(string name) => value.GetProperty(name).GetDouble();
            double n = Number("n_per_arm"), power = Number("power"), level = Number("sig_level");
            var twoSided = value.GetProperty("alternative").GetString() == "two.sided";
            var means = new TwoMeans(value.GetProperty("delta").GetDouble(), value.GetProperty("sd").GetDouble(), twoSided ? level / 2 : level);
            if (call.Contains("strict", StringComparison.Ordinal))
            {
                Numbers.Close(power, means.EitherSidePower(new(n, n)), 1e-11, call);
                continue;
            }

            // R's noncentral t stops at 1e-12, its root at 1e-13 in n.
            Numbers.Close(power, means.Power(new(n, n)), 1e-11, call);
            Numbers.Close(n, means.SampleSize(power).Group0, 1e-10, call);
        }
    }

    [Fact]
    public void The_normal_test_is_that_of_R()
    {
        foreach (var entry in Reference.GetProperty("normal_two_sample_n_per_arm").EnumerateArray())
        {
            var means = new TwoMeans(
                entry.GetProperty("delta").GetDouble(), entry.GetProperty("sd").GetDouble(), entry.GetProperty("alpha_two_sided").GetDouble() / 2);
            double n = entry.GetProperty("n_per_arm").GetDouble(), power = entry.GetProperty("power").GetDouble();
            Numbers.Close(n, means.NormalSampleSize(power).Group0, 1e-13, "n");
            Numbers.Close(power, means.NormalPower(new(n, n)), 1e-13, "power");
        }
    }

    [Fact]
    public void Unequal_groups_need_more_in_all_and_their_power_comes_back()
    {
        var means = new TwoMeans(3, 8);
        var sizes = means.SampleSize(0.8, 2);
        Numbers.Close(2, sizes.Allocation, 1e-14, "allocation");
        Numbers.Close(0.8, means.Power(sizes), 1e-12, "power");
        Numbers.Close(means.NormalSampleSize(0.8).Total * 9 / 8, means.NormalSampleSize(0.8, 2).Total, 1e-12, "(1 + r)^2/(4 r)");
        Assert.True(sizes.Total > means.SampleSize(0.8).Total);
        Assert.Equal(new GroupSizes(113, 113), means.SampleSize(0.8).RoundUp());
        Numbers.Close(means.Power(sizes), new TwoMeans(-3, 8).Power(sizes), 1e-15, "sign");
    }

    [Fact]
    public void Two_shares_agree_with_R()
    {
        // power.prop.test(n = 50, p1 = .5, p2 = .75): 0.7401659; power = .9 in place of n: n = 76.7, as its help page prints.
        var shares = new TwoProportions(0.5, 0.75);
        Assert.Equal(0.7401659, shares.Power(new(50, 50)), 6e-8);
        Assert.Equal(76.7, shares.SampleSize(0.9).Group0, 0.05);
        Numbers.Close(0.9, shares.Power(shares.SampleSize(0.9, 0.5)), 1e-13, "unequal groups");
    }

    [Fact]
    public void Two_shares_are_close_to_counting_all_tables()
    {
        // Exact power of the pooled z test at 200 and 300, by enumeration.
        double critical = Normal.InvCDF(0, 1, 0.975), exact = 0;
        for (var i = 0; i <= 200; i++)
        {
            for (var j = 0; j <= 300; j++)
            {
                double p0 = i / 200.0, p1 = j / 300.0, p = (i + j) / 500.0;
                if (p1 - p0 > critical * Math.Sqrt(p * (1 - p) * ((1 / 200.0) + (1 / 300.0))))
                {
                    exact += Binomial.PMF(0.3, 200, i) * Binomial.PMF(0.42, 300, j);
                }
            }
        }

        Assert.Equal(exact, new TwoProportions(0.3, 0.42).Power(new(200, 300)), 0.005);
    }

    [Theory]
    [InlineData(6, 0.5, 0.93395163921206048)]
    [InlineData(6, 2.8, 0.2861089211354077)]
    [InlineData(6, 6, 0.00033825083761028512)]
    [InlineData(100, 0.5, 0.92818204566300078)]
    [InlineData(100, 2.8, 0.20427995368372623)]
    [InlineData(100, 6, 3.0265840169629383e-05)]
    public void Type_two_errors_are_the_noncentral_t_of_R(int patients, double noncentrality, double expected)
    {
        // pt(qt(.975, 2 n - 2), 2 n - 2, noncentrality); R's algorithm stops at 1e-12 absolute.
        var means = new TwoMeans(noncentrality * Math.Sqrt(2.0 / patients), 1);
        Numbers.Close(expected, 1 - means.Power(new(patients, patients)), 2e-12, "error");
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMeans(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMeans(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMeans(1, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMeans(1, 1).Power(new(1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMeans(1, 1).SampleSize(0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoMeans(1, 1).SampleSize(0.8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportions(0.4, 0.4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportions(0, 0.4));
    }
}
