using ProgressionSim.Experiments.Calibration;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Oracle: landscapes with a known least loss. Exact: what the search must not depend on.</summary>
public sealed class CovarianceAdaptationTests
{
    private const int Candidates = 10;
    private const double Found = 1e-8;

    public static TheoryData<string, int> Budgets => new()
    {
        // Loss 1e-8 from a start at 0 in 8 dimensions, median of 5 seeds; about a third more than it takes.
        { nameof(Landscapes.Sphere), 1500 },
        { nameof(Landscapes.Ellipsoid), 4000 },
        { nameof(Landscapes.RotatedEllipsoid), 4000 },
        { nameof(Landscapes.Rosenbrock), 5500 },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public void The_least_loss_is_found_within(string landscape, int evaluations)
    {
        int[] needed = [.. Enumerable.Range(1, 5).Select(seed => Evaluations(Named(landscape), (uint)seed, 4 * evaluations)).Order()];
        TestContext.Current.TestOutputHelper?.WriteLine($"{landscape}: {string.Join(", ", needed)} evaluations");
        Assert.InRange(needed[2], 1, evaluations);
    }

    [Fact]
    public void A_search_that_does_not_learn_the_axes_is_rejected()
    {
        // A (1 + 1) strategy with the one-fifth rule: good on the sphere, lost in a narrow valley.
        Assert.InRange(Plain(Landscapes.Sphere, 1500), 0, Found);
        Assert.True(Plain(Landscapes.RotatedEllipsoid, 4000) > 1e3 * Found);
        Assert.True(Plain(Landscapes.Rosenbrock, 5500) > 1e3 * Found);
    }

    [Fact]
    public void Only_the_order_of_losses_counts()
    {
        var plain = After(40, Landscapes.Rosenbrock);
        Assert.Equal(plain, After(40, x => Math.Log(1e-3 + Landscapes.Rosenbrock(x))));
        Assert.NotEqual(plain, After(40, Landscapes.Sphere));
    }

    [Fact]
    public void Losses_that_say_nothing_leave_the_step_size_where_it_is_on_average()
    {
        // Under random order the path of the step size has the expected length of a normal vector, once it has been renewed.
        const int searches = 400, generations = 12;
        var logs = new double[searches];
        for (var search = 0; search < searches; search++)
        {
            var random = new SplitMix64(0x5E1EC7, (ulong)search);
            var adaptation = new CovarianceAdaptation(Landscapes.Dimension, Candidates, 1, (uint)search);
            var early = 0.0;
            for (var generation = 0; generation < 2 * generations; generation++)
            {
                early = generation == generations ? adaptation.StepSize : early;
                adaptation.Candidates();
                adaptation.Tell([.. Enumerable.Range(0, Candidates).Select(_ => random.NextUniform())]);
            }

            logs[search] = Math.Log(adaptation.StepSize / early);
        }

        var sd = Math.Sqrt(logs.Sum(each => (each - logs.Average()) * (each - logs.Average())) / (searches - 1));

        // The path starts at 0: (1 - c)^generations = 1 % of its expected length is still missing on average in the second dozen.
        AssertNoDrift(logs.Average());
        StatAssert.Rejects("a drift of 2 % a generation", () => AssertNoDrift(logs.Average() + (0.02 * generations)));

        void AssertNoDrift(double mean) => StatAssert.Mean("logarithm of the step size", mean, 0, sd / Math.Sqrt(searches), slack: 0.02);
    }

    [Fact]
    public void Candidates_are_the_same_until_losses_are_told_and_differ_between_seeds()
    {
        var search = new CovarianceAdaptation(3, 6, 0.5, 1);
        var first = search.Candidates();
        Assert.Equal(first, search.Candidates());
        Assert.NotEqual(first, new CovarianceAdaptation(3, 6, 0.5, 2).Candidates());
        search.Tell([1, 2, 3, 4, 5, 6]);
        Assert.NotEqual(first, search.Candidates());
        Assert.Throws<ArgumentException>(() => search.Tell([1, 2, 3]));
    }

    [Theory]
    [InlineData(1, 4, 100)]
    [InlineData(2, 5, 200)]
    [InlineData(32, 4, 1500)]
    [InlineData(32, 256, 200)]
    public void Extreme_sizes_find_the_bottom_of_a_sphere(int dimension, int candidates, int generations)
    {
        var search = new CovarianceAdaptation(dimension, candidates, 0.5, 3);
        var least = double.PositiveInfinity;
        for (var generation = 0; generation < generations; generation++)
        {
            double[] losses = [.. search.Candidates().Select(Landscapes.Sphere)];
            least = Math.Min(least, losses.Min());
            search.Tell(losses);
        }

        Assert.InRange(least, 0, Found);
    }

    [Fact]
    public void Weights_are_those_of_the_tutorial()
    {
        // n = 8, 10 candidates, worked out by hand from Table 1.
        var weights = new SearchWeights(8, 10);
        Assert.Equal(5, weights.Parents);
        Assert.Equal(1, Enumerable.Range(0, 5).Sum(weights.Of), 1e-14);
        Assert.Equal(0.45627, weights.Of(0), 1e-5);
        Assert.Equal(3.16729, weights.EffectiveParents, 1e-5);
        Assert.Equal((3.16729 + 2) / (8 + 3.16729 + 5), weights.StepPathRate, 1e-6);
        Assert.Equal(2 / (86.49 + 3.16729), weights.RankOneRate, 1e-7);
        Assert.Equal(2 * (3.16729 - 2 + (1 / 3.16729)) / (100 + 3.16729), weights.RankManyRate, 1e-6);
        Assert.All(Enumerable.Range(5, 5), rank => Assert.True(weights.Of(rank) < 0));
    }

    private static Func<double[], double> Named(string landscape) => landscape switch
    {
        nameof(Landscapes.Sphere) => Landscapes.Sphere,
        nameof(Landscapes.Ellipsoid) => Landscapes.Ellipsoid,
        nameof(Landscapes.RotatedEllipsoid) => Landscapes.RotatedEllipsoid,
        _ => Landscapes.Rosenbrock,
    };

    private static int Evaluations(Func<double[], double> loss, uint seed, int most)
    {
        var search = new CovarianceAdaptation(Landscapes.Dimension, Candidates, 0.5, seed);
        for (var done = Candidates; done <= most; done += Candidates)
        {
            double[] losses = [.. search.Candidates().Select(loss)];
            if (losses.Min() < Found)
            {
                return done;
            }

            search.Tell(losses);
        }

        return int.MaxValue;
    }

    private static double[] After(int generations, Func<double[], double> loss)
    {
        var search = new CovarianceAdaptation(Landscapes.Dimension, Candidates, 0.5, 11);
        while (search.Generation < generations)
        {
            search.Tell([.. search.Candidates().Select(loss)]);
        }

        return [.. search.Mean, search.StepSize];
    }

    private static double Plain(Func<double[], double> loss, int evaluations)
    {
        var random = new SplitMix64(0x11);
        var best = new double[Landscapes.Dimension];
        var (least, step) = (loss(best), 0.5);
        for (var done = 0; done < evaluations; done++)
        {
            double[] candidate = [.. best.Select(x => x + (step * Normal(random)))];
            var lost = loss(candidate);
            step *= lost < least ? Math.Exp(0.8 / 3) : Math.Exp(-0.2 / 3);
            (best, least) = lost < least ? (candidate, lost) : (best, least);
        }

        return least;
    }

    private static double Normal(SplitMix64 random) => Math.Sqrt(2 * random.NextExponential()) * Math.Cos(2 * Math.PI * random.NextUniform());
}
