using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Engine.Tests.Sampling;

public sealed class DistributionTests
{
    private static readonly Dictionary<string, Distribution> Continuous = new(StringComparer.Ordinal)
    {
        ["normal"] = new NormalDistribution(58.0, 11.5),
        ["logNormal"] = LogNormalDistribution.FromMedianAndCv(1.2, 0.6),
        ["gamma, skewed"] = GammaDistribution.FromShapeAndScale(0.7, 3.0),
        ["gamma"] = GammaDistribution.FromMeanAndCv(12.0, 0.25),
        ["beta"] = new BetaDistribution(2.0, 5.0),
        ["beta, u-shaped"] = new BetaDistribution(0.6, 0.5),
        ["uniform"] = new UniformDistribution(-2.0, 7.0),
        ["weibull"] = new WeibullDistribution(1.7, 30.0),
        ["triangular"] = new TriangularDistribution(1.0, 2.0, 6.0),
        ["triangular, edge"] = new TriangularDistribution(0.0, 0.0, 1.0),
        ["truncated normal"] = new TruncatedDistribution(new NormalDistribution(58.0, 11.5), 18.0, 80.0),
        ["truncated twice"] = new TruncatedDistribution(new TruncatedDistribution(GammaDistribution.FromMeanAndCv(1.0, 0.5), 0.2, null), null, 3.0),
    };

    private static readonly Dictionary<string, Distribution> Discrete = new(StringComparer.Ordinal)
    {
        ["constant"] = new ConstantDistribution(3.5),
        ["categorical"] = new CategoricalDistribution([0.7, 0.0, 0.25, 0.05]),
        ["empirical"] = new EmpiricalDistribution([4.0, 1.0, 2.5, 2.5]),
        ["empirical, weighted"] = new EmpiricalDistribution([4.0, 1.0, 2.5], [1.0, 2.0, 5.0]),
        ["truncated categorical"] = new TruncatedDistribution(new CategoricalDistribution([0.2, 0.3, 0.3, 0.2]), 1.0, 2.0),
    };

    public static TheoryData<string> ContinuousNames => [.. Continuous.Keys];

    public static TheoryData<string> AllNames => [.. Continuous.Keys, .. Discrete.Keys];

    private static Distribution Named(string name) => Continuous.TryGetValue(name, out Distribution? found) ? found : Discrete[name];

    [Theory]
    [Trait("Evidence", "Invariant")]
    [MemberData(nameof(ContinuousNames))]
    public void Quantile_and_cdf_undo_each_other(string name)
    {
        Distribution distribution = Named(name);
        for (int i = 1; i < 1000; i++)
        {
            double u = i / 1000.0;
            double x = distribution.Quantile(u);
            Assert.Equal(u, distribution.Cdf(x), 1e-13);
            ReferenceValues.Close(x, distribution.Quantile(distribution.Cdf(x)), 1e-11, $"{name} at {u}");
        }
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [MemberData(nameof(AllNames))]
    public void Quantile_is_the_smallest_value_that_reaches_u_and_never_falls(string name)
    {
        Distribution distribution = Named(name);
        double last = double.NegativeInfinity;
        foreach (double u in (double[])[1e-19, 1e-12, .. Enumerable.Range(1, 20_000).Select(i => (i - 0.5) / 20_000.0), 1.0 - 1e-12, 1.0 - 1.2e-16])
        {
            double x = distribution.Quantile(u);
            Assert.True(x >= last, $"{name}: {x:R} after {last:R} at {u:R}");
            Assert.True(double.IsFinite(x));

            // One neighbouring double either way: near 1 the probability between two doubles can exceed the tolerance.
            bool reaches = distribution.Cdf(Math.BitIncrement(x)) >= u - 1e-13;
            bool smallest = distribution.CdfBelow(Math.BitDecrement(x)) <= u + 1e-13;
            Assert.True(reaches && smallest, $"{name} at {u:R}");
            last = x;
        }

        Assert.Equal(distribution.Quantile(0.5), distribution.Median, 1e-12);
    }

    // Truth: the midpoint rule over 200,000 quantiles; it misses about 1e-5 of the longest tail here.
    [Theory]
    [Trait("Evidence", "Oracle")]
    [MemberData(nameof(AllNames))]
    public void Mean_is_the_average_quantile(string name)
    {
        Distribution distribution = Named(name);
        const int count = 200_000;
        double sum = 0.0;
        for (int i = 0; i < count; i++)
        {
            sum += distribution.Quantile((i + 0.5) / count);
        }

        ReferenceValues.Close(distribution.Mean, sum / count, 1e-4, name);
        Assert.True(Math.Abs((sum / count) - (distribution.Mean * 1.001)) > 1e-4 * Math.Abs(distribution.Mean), "a mean 0.1 % off would pass");
    }

    [Theory]
    [Trait("Evidence", "Oracle")]
    [MemberData(nameof(ContinuousNames))]
    public void Quadrature_of_the_quantile_gives_the_closed_mean(string name)
    {
        Distribution distribution = Named(name);
        var whole = new TruncatedDistribution(distribution, -1e9, 1e9);
        ReferenceValues.Close(distribution.Mean, whole.Mean, 1e-9, name);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Means_match_closed_forms_and_known_values()
    {
        Assert.Equal(1.2 * Math.Exp(0.5 * Math.Log(1.36)), Named("logNormal").Mean, 1e-14);
        Assert.Equal(30.0 * MathNet.Numerics.SpecialFunctions.Gamma(1.0 + (1.0 / 1.7)), Named("weibull").Mean, 1e-11);
        Assert.Equal(0.4, Named("categorical").Quantile(0.9) * 0.2, 1e-15);
        Assert.Equal(0.65, Named("categorical").Mean, 1e-15);
        Assert.Equal(18.5 / 8.0, Named("empirical, weighted").Mean, 1e-15);

        // Mean of a normal between two limits: mean + sd (density difference) / probability.
        double a = (18.0 - 58.0) / 11.5;
        double b = (80.0 - 58.0) / 11.5;
        double truth = 58.0 + (11.5 * (MathNet.Numerics.Distributions.Normal.PDF(0, 1, a) - MathNet.Numerics.Distributions.Normal.PDF(0, 1, b))
            / (MathNet.Numerics.Distributions.Normal.CDF(0, 1, b) - MathNet.Numerics.Distributions.Normal.CDF(0, 1, a)));
        ReferenceValues.Close(truth, Named("truncated normal").Mean, 1e-12, "truncated normal mean");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Coefficient_of_variation_is_that_of_the_values()
    {
        const int count = 1_000_000;
        Distribution distribution = Named("logNormal");
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < count; i++)
        {
            double x = distribution.Quantile((i + 0.5) / count);
            sum += x;
            squares += x * x;
        }

        double mean = sum / count;
        ReferenceValues.Close(0.6, Math.Sqrt((squares / count) - (mean * mean)) / mean, 1e-3, "cv");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Truncation_keeps_bounds_and_bound_atoms()
    {
        var truncated = new TruncatedDistribution(new NormalDistribution(0.0, 1.0), -1.0, 2.0);
        Assert.InRange(truncated.Quantile(1e-300), -1.0, -0.999999);
        Assert.InRange(truncated.Quantile(1.0 - 1.2e-16), 1.999999, 2.0);
        Assert.Equal(0.0, truncated.Cdf(-1.0));
        Assert.Equal(1.0, truncated.Cdf(2.0));
        Assert.Equal(1.0, Named("truncated categorical").Quantile(0.49));
        Assert.Equal(2.0, Named("truncated categorical").Quantile(0.51));
        Assert.Equal(1.5, Named("truncated categorical").Mean, 1e-15);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Invalid_parameters_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new ConstantDistribution(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("mean", () => new NormalDistribution(double.PositiveInfinity, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("sd", () => new NormalDistribution(0.0, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>("median", () => LogNormalDistribution.FromMedianAndCv(0.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("cv", () => LogNormalDistribution.FromMedianAndCv(1.0, -1.0));
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => GammaDistribution.FromShapeAndScale(0.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => GammaDistribution.FromShapeAndScale(1.0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("cv", () => GammaDistribution.FromMeanAndCv(1.0, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => new BetaDistribution(1.0, -1.0));
        Assert.Throws<ArgumentOutOfRangeException>("upper", () => new UniformDistribution(1.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => new WeibullDistribution(0.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("mode", () => new TriangularDistribution(0.0, 2.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => new CategoricalDistribution([]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => new CategoricalDistribution([1.0, -0.1]));
        Assert.Throws<ArgumentOutOfRangeException>("values", () => new EmpiricalDistribution([]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => new EmpiricalDistribution([1.0], [1.0, 2.0]));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => new TruncatedDistribution(new NormalDistribution(0.0, 1.0), 2.0, 2.0));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => new TruncatedDistribution(new NormalDistribution(0.0, 1.0), 9.0, null));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => new TruncatedDistribution(new NormalDistribution(0.0, 1.0), null, -9.0));
        Assert.Throws<ArgumentException>("minimum", () => new TruncatedDistribution(new NormalDistribution(0.0, 1.0), null, null));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [MemberData(nameof(AllNames))]
    public void A_uniform_outside_0_to_1_is_refused(string name)
    {
        foreach (double u in (double[])[0.0, 1.0, -0.1, double.NaN])
        {
            Assert.Throws<ArgumentOutOfRangeException>("u", () => Named(name).Quantile(u));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Equal_contents_are_equal()
    {
        Assert.Equal(new EmpiricalDistribution([2.0, 1.0]), new EmpiricalDistribution([1.0, 2.0]));
        Assert.NotEqual(new EmpiricalDistribution([2.0, 1.0]), new EmpiricalDistribution([1.0, 2.5]));
        Assert.Equal(new CategoricalDistribution([1.0, 3.0]).GetHashCode(), new CategoricalDistribution([1.0, 3.0]).GetHashCode());
        Assert.Equal(new NormalDistribution(1.0, 2.0), new NormalDistribution(1.0, 2.0));
    }
}
