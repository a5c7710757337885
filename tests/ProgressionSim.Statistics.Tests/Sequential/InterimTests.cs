using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using ProgressionSim.Statistics.Sequential;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Sequential;

/// <summary>Conditional power against R, and analysis after stopping against closed forms and simulation.</summary>
public sealed class InterimTests
{
    private const double Final = 1.959963984540054;

    [Fact]
    public void Conditional_power_is_that_of_R()
    {
        foreach (var expected in ReferenceData.Json("design_expected.json").GetProperty("conditional_power_fixed_final_1.96").EnumerateArray())
        {
            double z = expected.GetProperty("z_interim").GetDouble(), t = expected.GetProperty("t").GetDouble();
            var design = Final + Normal.InvCDF(0, 1, 0.9);
            Numbers.Close(expected.GetProperty("cp_current_trend").GetDouble(), ConditionalPower.CurrentTrend(z, t, Final), 1e-14, "trend");
            Numbers.Close(expected.GetProperty("cp_design_drift_3.2415").GetDouble(), ConditionalPower.At(z, t, design, Final), 1e-14, "design");
            Numbers.Close(expected.GetProperty("cp_null").GetDouble(), ConditionalPower.At(z, t, 0, Final), 1e-14, "null");
        }
    }

    [Fact]
    public void Predictive_power_averages_conditional_power_over_the_posterior()
    {
        const double Z = 1.3, T = 0.4, Mean = 2, Variance = 1.7;
        var precision = (1 / Variance) + T;
        double center = ((Mean / Variance) + (Z * Math.Sqrt(T))) / precision, spread = 1 / Math.Sqrt(precision);
        var informed = GaussLegendreRule.Integrate(
            u => Normal.PDF(0, 1, u) * ConditionalPower.At(Z, T, center + (spread * u), Final), -9, 9, 128);
        Numbers.Close(informed, ConditionalPower.Predictive(Z, T, Final, Mean, Variance), 1e-13, "informed");
        var flat = GaussLegendreRule.Integrate(
            u => Normal.PDF(0, 1, u) * ConditionalPower.At(Z, T, (Z / Math.Sqrt(T)) + (u / Math.Sqrt(T)), Final), -9, 9, 128);
        Numbers.Close(flat, ConditionalPower.Predictive(Z, T, Final), 1e-13, "flat");
        Numbers.Close(flat, ConditionalPower.Predictive(Z, T, Final, 0, 1e12), 1e-10, "almost flat");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Conditional_power_of_the_remaining_looks_averages_to_the_exit_probabilities(bool futility)
    {
        const double Drift = 2.9;
        var design = SequentialDesign.FromSpending([0.4, 0.7, 1], Spending.PocockLike);
        design = futility ? design.WithFutility(Spending.KimDeMets(2), 0.8) : design;
        var outcome = design.At(Drift);
        var mean = Drift * Math.Sqrt(0.4);
        double low = Math.Max(design.LowerBounds[0], mean - 9), high = design.UpperBounds[0];
        for (var later = 0; later < 2; later++)
        {
            var index = later;
            var average = GaussLegendreRule.Integrate(
                z => Normal.PDF(0, 1, z - mean) * ConditionalPower.Remaining(design, 0, z, Drift)[index], low, high, 64);
            Numbers.Close(outcome.Upper[later + 1], average, 1e-12, "exit");
        }
    }

    [Fact]
    public void The_last_remaining_look_has_the_plain_conditional_power()
    {
        var design = SequentialDesign.OBrienFleming([0.4, 0.7, 1]);
        var expected = ConditionalPower.At(1.1, 0.7, 2, design.UpperBounds[2]);
        Numbers.Close(expected, ConditionalPower.Remaining(design, 1, 1.1, 2).Single(), 1e-14, "one look left");
    }

    [Fact]
    public void Without_earlier_looks_the_estimate_is_the_plain_one()
    {
        var estimate = StageWise.Estimate([0.8], [], 1.7);
        Numbers.Close(Normal.CDF(0, 1, -1.7), estimate.PValue, 1e-14, "p");
        Numbers.Close(1.7 / Math.Sqrt(0.8), estimate.MedianUnbiasedDrift, 1e-13, "median");
        Numbers.Close((1.7 - Final) / Math.Sqrt(0.8), estimate.LowDrift, 1e-13, "low");
        Numbers.Close((1.7 + Final) / Math.Sqrt(0.8), estimate.HighDrift, 1e-13, "high");
    }

    [Fact]
    public void A_result_on_the_bound_has_the_error_spent_as_its_p_value()
    {
        var design = SequentialDesign.FromSpending([0.3, 0.6, 1], Spending.PocockLike);
        for (var look = 0; look < 3; look++)
        {
            var estimate = StageWise.Estimate(design.InformationRates.AsSpan()[..(look + 1)], design.UpperBounds.AsSpan()[..look], design.UpperBounds[look]);
            Numbers.Close(Spending.PocockLike.Spent(design.InformationRates[look], 0.025), estimate.PValue, 1e-12, "p");
            if (look == 2)
            {
                Numbers.Close(0, estimate.LowDrift, 1e-10, "the 95 % interval just excludes 0");
            }
        }
    }

    [Fact]
    public void Intervals_cover_and_the_estimate_is_median_unbiased_where_the_plain_one_is_not()
    {
        const double Drift = 2.4;
        const int Trials = 1000;
        var design = SequentialDesign.Pocock([0.5, 1]);
        var random = new SplitMix64(4102);
        int covered = 0, above = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var first = (Drift * Math.Sqrt(0.5)) + Normal.InvCDF(0, 1, random.NextUniform());
            var second = (first * Math.Sqrt(0.5)) + (Drift / 2) + (Math.Sqrt(0.5) * Normal.InvCDF(0, 1, random.NextUniform()));
            var stopped = first >= design.UpperBounds[0];
            var estimate = stopped ? StageWise.Estimate([0.5], [], first) : StageWise.Estimate([0.5, 1], [design.UpperBounds[0]], second);
            covered += estimate.LowDrift <= Drift && Drift <= estimate.HighDrift ? 1 : 0;
            above += estimate.MedianUnbiasedDrift > Drift ? 1 : 0;
        }

        StatAssert.Proportion(covered, Trials, 0.95);
        StatAssert.Proportion(above, Trials, 0.5);

        // The plain estimate lies above the truth in every stopped trial and in those that end with z above the drift.
        var plain = ObservedBounds.Crossing([0.5, 1], [design.UpperBounds[0], Drift], [], Drift).RejectionProbability;
        Assert.InRange(plain, 0.54, 0.7);
    }
}
