using ProgressionSim.Experiments.Evidence;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>The shape of a Weibull distribution against the likelihood itself, and from times with a known one.</summary>
public sealed class WeibullShapeTests
{
    // Survival of 26 women with ovarian cancer, days: Edmonson et al., Cancer Treat Rep 63:241-247 (1979), as in R's package survival.
    private static readonly (double Days, bool IsDeath)[] Ovarian =
    [
        (59, true), (115, true), (156, true), (421, false), (431, true), (448, false), (464, true), (475, true), (477, false), (563, true), (638, true),
        (744, false), (769, false), (770, false), (803, false), (855, false), (1040, false), (1106, false), (1129, false), (1206, false), (1227, false),
        (268, true), (329, true), (353, true), (365, true), (377, false),
    ];

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Ovarian_cancer()
    {
        var shape = WeibullShape.Of(Days(1), Deaths());

        // survreg(Surv(futime, fustat) ~ 1, ovarian) prints the scale 0.902, the inverse of the shape.
        Assert.Equal(0.902, 1 / shape, 0.0005);
        Assert.Equal(ByScan(Ovarian), shape, 1e-5);

        // The unit of time does not matter, however large the powers become.
        Assert.Equal(shape, WeibullShape.Of(Days(1e-3), Deaths()), 1e-9);
        Assert.Equal(shape, WeibullShape.Of(Days(1e200), Deaths()), 1e-9);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Five_times()
    {
        (double Months, bool IsDeath)[] times = [(2, true), (3, false), (5, true), (8, true), (8, false)];
        Assert.Equal(ByScan(times), WeibullShape.Of([.. times.Select(time => time.Months)], [.. times.Select(time => time.IsDeath)]), 1e-5);
    }

    [Theory]
    [Trait("Evidence", "Statistical")]
    [InlineData(0.7, 71)]
    [InlineData(1, 72)]
    [InlineData(2, 73)]
    public void A_known_shape_is_found_and_one_off_by_a_tenth_is_not(double shape, uint seed)
    {
        // Scale 30 months, follow-up that ends at 12 to 60 months: a third is censored. With some 3,300 deaths the standard error is near 1.5 % of the shape.
        var random = new SplitMix64(seed);
        var times = new (double Months, bool IsDeath)[5000];
        foreach (ref var time in times.AsSpan())
        {
            var (death, end) = (30 * Math.Pow(random.NextExponential(), 1 / shape), 12 + (48 * random.NextUniform()));
            time = (Math.Min(death, end), death <= end);
        }

        var found = WeibullShape.Of([.. times.Select(time => time.Months)], [.. times.Select(time => time.IsDeath)]);
        Assert.InRange(times.Count(time => time.IsDeath), 2500, 4000);

        // Fisher's information of the shape with the scale at its best, from the curvature of the likelihood.
        const double Step = 1e-3;
        var curvature = (Profile(times, found + Step) - (2 * Profile(times, found)) + Profile(times, found - Step)) / (Step * Step);
        var error = 1 / Math.Sqrt(-curvature);
        StatAssert.Mean("shape", found, shape, error);
        StatAssert.Rejects("10 % more", () => StatAssert.Mean("shape", found, shape * 1.1, error));
        StatAssert.Rejects("10 % less", () => StatAssert.Mean("shape", found, shape * 0.9, error));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Fewer_than_two_times_of_death_have_no_shape()
    {
        Assert.Equal(double.NaN, WeibullShape.Of([3, 4, 5], [false, false, false]));
        Assert.Equal(double.NaN, WeibullShape.Of([3, 4, 5], [false, true, false]));
        Assert.Equal(double.NaN, WeibullShape.Of([4, 4, 5], [true, true, false]));
        Assert.True(WeibullShape.Of([4, 4.5], [true, true]) > 1);
    }

    private static double[] Days(double unit) => [.. Ovarian.Select(time => time.Days * unit)];

    private static bool[] Deaths() => [.. Ovarian.Select(time => time.IsDeath)];

    /// <summary>Shape of largest likelihood among ever finer steps.</summary>
    private static double ByScan((double Time, bool IsDeath)[] times)
    {
        var (best, step) = (1.0, 0.5);
        for (var round = 0; round < 40; round++, step *= 0.7)
        {
            best = Enumerable.Range(-4, 9).Select(i => best + (i * step)).Where(shape => shape > 0).MaxBy(shape => Profile(times, shape));
        }

        return best;
    }

    /// <summary>Log-likelihood, the scale at its best: densities of the dead, survival of the others.</summary>
    private static double Profile((double Time, bool IsDeath)[] times, double shape)
    {
        var scale = Math.Pow(times.Sum(time => Math.Pow(time.Time, shape)) / times.Count(time => time.IsDeath), 1 / shape);
        double Density(double time) => Math.Log(shape / scale) + ((shape - 1) * Math.Log(time / scale));
        return times.Sum(time => (time.IsDeath ? Density(time.Time) : 0) - Math.Pow(time.Time / scale, shape));
    }
}
