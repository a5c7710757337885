using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>Exact: linear functions and the shape of paths. Statistical: functions whose mean effects and spread are known on the levels.</summary>
public sealed class MorrisTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    public void Paths_change_one_parameter_at_a_time_and_each_once(int levels)
    {
        var design = new MorrisDesign(6, 20, seed: 4, levels);
        var (point, next) = (new double[6], new double[6]);
        Assert.Equal(20 * 7, design.Rows);
        for (var path = 0; path < design.Trajectories; path++)
        {
            var changed = new HashSet<int>();
            for (var j = 0; j < 6; j++)
            {
                design.Write((path * 7) + j, point);
                design.Write((path * 7) + j + 1, next);
                var parameter = Assert.Single(Enumerable.Range(0, 6), i => point[i] != next[i]);
                Assert.Equal(0.5, Math.Abs(point[parameter] - next[parameter]), 1e-15);
                Assert.True(changed.Add(parameter));
                Assert.Equal(j, design.PlaceOf(path, parameter));
                Assert.All(point.Concat(next), x => Assert.Equal(Math.Round((x * levels) - 0.5), (x * levels) - 0.5, 1e-12));
                Assert.All(point.Concat(next), x => Assert.InRange(x, 0.5 / levels, 1 - (0.4999999 / levels)));
            }
        }
    }

    [Fact]
    public void Levels_and_orders_are_even()
    {
        const int paths = 4000;
        var design = new MorrisDesign(3, paths, seed: 12);
        var levels = new int[4];
        var places = new int[3];
        var point = new double[3];
        for (var path = 0; path < paths; path++)
        {
            design.Write(path * 4, point);
            levels[(int)(point[1] * 4)]++;
            places[design.PlaceOf(path, 1)]++;
        }

        Assert.All(levels, count => StatAssert.Proportion(count, paths, 0.25));
        Assert.All(places, count => StatAssert.Proportion(count, paths, 1.0 / 3));
    }

    [Fact]
    public void A_linear_function_has_its_slopes_and_no_spread()
    {
        var effects = Effects(new MorrisDesign(3, 10, 1), u => 3 + (4 * u[0]) - (2 * u[1])).Effects;
        Assert.Equal(new MorrisEffect(4, 4, 4, 4, 0), effects[0]);
        Assert.Equal(new MorrisEffect(-2, 2, 2, 2, 0), effects[1]);
        Assert.Equal(new MorrisEffect(0, 0, 0, 0, 0), effects[2]);
    }

    [Fact]
    public void Effects_of_a_known_function_are_found()
    {
        // y = 8 (x1 - 1/2) (x2 - 1/2) + 6 (x3 - 1/2)^2. On four levels the effect of x1 is 8 (x2 - 1/2): -3, -1, 1, 3 with equal chances,
        // so mu 0, mu* 2, sigma^2 5. The effect of x3 from 1/8 to 5/8 is 12 (1/64 - 9/64) = -3/2, from 3/8 to 7/8 is 3/2: mu 0, mu* 3/2, sigma 3/2.
        const int paths = 4000;
        var effects = Effects(new MorrisDesign(3, paths, 31), Known).Effects;
        foreach (var effect in effects[..2])
        {
            StatAssert.Mean("mu", effect.Mu, 0, Math.Sqrt(5.0 / paths));
            StatAssert.Mean("mu*", effect.MuStar, 2, Math.Sqrt(1.0 / paths));
            StatAssert.Variance("effects", effect.Sigma * effect.Sigma, 5, paths, fourthMoment: 41);
        }

        StatAssert.Mean("mu", effects[2].Mu, 0, 1.5 / Math.Sqrt(paths));
        Assert.Equal(1.5, effects[2].MuStar, 1e-12);
        Assert.Equal(1.5, effects[2].Sigma, 1e-3);
        StatAssert.Rejects("mu for mu*", () => StatAssert.Mean("mu*", effects[0].Mu, 2, Math.Sqrt(5.0 / paths)));
    }

    [Fact]
    public void Intervals_of_mu_star_cover()
    {
        const int repeats = 400;
        var covered = 0;
        for (var repeat = 0u; repeat < repeats; repeat++)
        {
            var effect = Effects(new MorrisDesign(3, 20, repeat), Curved).Effects[0];
            covered += effect.MuStarLow <= 3 && 3 <= effect.MuStarHigh ? 1 : 0;
        }

        StatAssert.Proportion(covered, repeats, 0.95, "coverage");

        // The effect of x1 is 3 + 2 (x2 + x3 - 1): always positive, nearly bell-shaped.
        static double Curved(double[] u) => 3 * u[0] + (2 * u[0] * (u[1] + u[2] - 1));
    }

    [Fact]
    public void Outputs_that_are_not_finite_give_no_effects_and_constant_ones_effects_of_0()
    {
        var design = new MorrisDesign(3, 4, 1);
        var outputs = new double[design.Rows];
        Assert.All(MorrisEffects.Estimate(design, outputs).Effects, effect => Assert.Equal(default, effect));
        outputs[3] = double.NaN;
        var none = MorrisEffects.Estimate(design, outputs);
        Assert.Equal(FitStatus.NotEstimable, none.Status);
        Assert.Empty(none.Effects);
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MorrisDesign(0, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MorrisDesign(3, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MorrisDesign(3, 4, 1, levels: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MorrisDesign(3, 4, 1).Write(16, new double[3]));
        Assert.Throws<ArgumentException>(() => new MorrisDesign(3, 4, 1).Write(0, new double[2]));
        Assert.Throws<ArgumentException>(() => MorrisEffects.Estimate(new MorrisDesign(3, 4, 1), new double[3]));
    }

    private static double Known(double[] u) => (8 * (u[0] - 0.5) * (u[1] - 0.5)) + (6 * (u[2] - 0.5) * (u[2] - 0.5));

    private static MorrisEffects Effects(MorrisDesign design, Func<double[], double> function)
    {
        var point = new double[design.Parameters];
        var outputs = new double[design.Rows];
        for (var row = 0; row < outputs.Length; row++)
        {
            design.Write(row, point);
            outputs[row] = function(point);
        }

        return MorrisEffects.Estimate(design, outputs);
    }
}
