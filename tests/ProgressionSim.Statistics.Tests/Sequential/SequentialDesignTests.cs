using MathNet.Numerics.Distributions;
using ProgressionSim.Statistics.Sequential;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Sequential;

/// <summary>Oracles: published constants, closed forms, and laws of probability.</summary>
public sealed class SequentialDesignTests
{
    [Theory]
    [InlineData(1, 1.960, 1.960)]
    [InlineData(2, 2.178, 1.977)]
    [InlineData(5, 2.413, 2.040)]
    [InlineData(6, 2.453, 2.053)]
    [InlineData(10, 2.555, 2.087)]
    public void Constants_are_those_of_Jennison_and_Turnbull(int looks, double pocock, double obrienFleming)
    {
        // Tables 2.1 and 2.3 (two-sided 0.05, three decimals).
        double[] rates = [.. Enumerable.Range(1, looks).Select(k => (double)k / looks)];
        Assert.Equal(pocock, SequentialDesign.Pocock(rates).UpperBounds[0], 0.00051);
        Assert.Equal(obrienFleming, SequentialDesign.OBrienFleming(rates).UpperBounds[^1], 0.00051);
    }

    [Fact]
    public void One_look_is_a_fixed_design()
    {
        var design = SequentialDesign.FromSpending([1], Spending.PocockLike);
        Numbers.Close(1.959963984540054, design.UpperBounds[0], 1e-14, "bound");
        Numbers.Close(1, design.Inflation(0.8), 1e-13, "inflation");
        Numbers.Close(Normal.CDF(0, 1, 2.5 - 1.959963984540054), design.At(2.5).RejectionProbability, 1e-14, "power");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(2.7)]
    public void Crossing_frequencies_of_simulated_trials_agree(double drift)
    {
        var design = SequentialDesign.FromSpending([0.2, 0.5, 0.55, 1], Spending.HwangShihDeCani(1)).WithFutility(Spending.KimDeMets(1.5), 0.85);
        const int Trials = 200_000;
        var random = new SplitMix64(4101);
        int[] up = new int[4], down = new int[4];
        for (var trial = 0; trial < Trials; trial++)
        {
            double sum = 0, before = 0;
            for (var k = 0; k < 4; k++)
            {
                var step = design.InformationRates[k] - before;
                before = design.InformationRates[k];
                sum += (drift * step) + (Math.Sqrt(step) * Normal.InvCDF(0, 1, random.NextUniform()));
                var z = sum / Math.Sqrt(before);
                if (z >= design.UpperBounds[k])
                {
                    up[k]++;
                    break;
                }

                if (z <= design.LowerBounds[k])
                {
                    down[k]++;
                    break;
                }
            }
        }

        var outcome = design.At(drift);
        for (var k = 0; k < 4; k++)
        {
            StatAssert.Proportion(up[k], Trials, outcome.Upper[k]);
            StatAssert.Proportion(down[k], Trials, outcome.Lower[k]);
        }
    }

    [Fact]
    public void Looks_close_together_keep_their_digits()
    {
        // Two looks a millionth apart are nearly one: the second hardly needs a higher bound than the error there.
        var close = SequentialDesign.Pocock([0.999999, 1]);
        Assert.InRange(close.UpperBounds[0], 1.95996, 1.9625);
        Numbers.Close(0.025, close.At(0).RejectionProbability, 1e-10, "error");

        // Bivariate normal orthant-like check: P(Z1 < 0, Z2 < 0) = 1/4 + asin(rho)/(2 pi).
        double[] rates = [0.49, 0.5];
        var both = 1 - ObservedBounds.Crossing(rates, [0, 0], [], 0).RejectionProbability;
        Numbers.Close(0.25 + (Math.Asin(Math.Sqrt(0.98)) / (2 * Math.PI)), both, 1e-13, "orthant");
    }

    [Fact]
    public void Later_looks_leave_earlier_bounds_alone_and_the_last_spends_the_rest()
    {
        var planned = SequentialDesign.FromSpending([0.3, 0.6, 1], Spending.OBrienFlemingLike);
        var soFar = ObservedBounds.Upper([0.3, 0.6], Spending.OBrienFlemingLike);
        Numbers.Close(planned.UpperBounds[0], soFar[0], 1e-14, "first");
        Numbers.Close(planned.UpperBounds[1], soFar[1], 1e-12, "second");
        double[] observed = [0.25, 0.41, 0.66, 0.93];
        var final = ObservedBounds.Upper(observed, Spending.OBrienFlemingLike, lastIsFinal: true);
        Numbers.Close(0.025, ObservedBounds.Crossing(observed, final.AsSpan(), [], 0).RejectionProbability, 1e-12, "all spent");
        var open = ObservedBounds.Upper(observed, Spending.OBrienFlemingLike);
        Assert.True(open[3] > final[3]);
        Numbers.Close(
            Spending.OBrienFlemingLike.Spent(0.93, 0.025), ObservedBounds.Crossing(observed, open.AsSpan(), [], 0).RejectionProbability, 1e-12, "spent so far");
        Assert.Equal(double.PositiveInfinity, ObservedBounds.Upper([0.5, 1, 1.2], Spending.OBrienFlemingLike)[2]);
        Assert.Equal(double.PositiveInfinity, ObservedBounds.Upper([0.01, 1], Spending.OBrienFlemingLike)[0]);
    }

    [Fact]
    public void Bounds_that_ignore_the_looks_spend_too_much()
    {
        // The wrong variant: 1.96 at each of five looks rejects 14.2 % two-sided (Armitage et al. 1969), 7.1 % one-sided.
        double[] rates = [0.2, 0.4, 0.6, 0.8, 1];
        var error = ObservedBounds.Crossing(rates, [1.96, 1.96, 1.96, 1.96, 1.96], [], 0).RejectionProbability;
        Assert.Equal(0.0709, error, 0.0005);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SequentialDesign.Pocock([]));
        Assert.Throws<ArgumentException>(() => SequentialDesign.Pocock([0.5, 0.5, 1]));
        Assert.Throws<ArgumentException>(() => SequentialDesign.Pocock([0.5, 0.9]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialDesign.Pocock([0.5, 1], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spending.KimDeMets(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spending.HwangShihDeCani(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialDesign.Pocock([0.5, 1]).DriftForPower(0.02));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialDesign.Pocock([0.5, 1]).At(double.NaN));
        Assert.Throws<ArgumentException>(() => ObservedBounds.Crossing([0.5, 1], [2], [], 0));
        Assert.Throws<ArgumentException>(() => ObservedBounds.Crossing([0.5, 1], [2, double.NaN], [], 0));
        Assert.Throws<ArgumentException>(() => StageWise.Estimate([0.5, 1], [], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConditionalPower.At(1, 1, 0, 2));
    }
}
