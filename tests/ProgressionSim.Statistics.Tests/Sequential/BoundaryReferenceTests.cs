using System.Collections.Immutable;
using System.Text.Json;
using ProgressionSim.Statistics.Sequential;

namespace ProgressionSim.Statistics.Tests.Sequential;

/// <summary>Oracle: boundaries in R (another integration rule), which agree with gsDesign to 2e-9 and with rpact to 3e-7.</summary>
public sealed class BoundaryReferenceTests
{
    private const double Tolerance = 2e-10;

    private static readonly JsonElement Reference = ReferenceData.Json("design_expected.json");

    public static TheoryData<int> Designs => new(Enumerable.Range(0, Reference.GetProperty("group_sequential_one_sided").GetArrayLength()));

    [Theory]
    [MemberData(nameof(Designs))]
    public void Bounds_drifts_and_exits_are_those_of_R(int index)
    {
        var expected = Reference.GetProperty("group_sequential_one_sided")[index];
        var design = Design(expected);
        var what = expected.GetProperty("kind").GetString() + " " + string.Join(' ', design.InformationRates);
        Same(expected, "z_bounds", design.UpperBounds, what);
        Same(expected, "nominal_p_one_sided", design.NominalP, what);
        var none = design.At(0);
        Same(expected, "cumulative_alpha", [.. none.Upper.Select((_, k) => none.Upper.Take(k + 1).Sum())], what);
        Numbers.Close(expected.GetProperty("expected_information_h0").GetDouble(), none.ExpectedInformation, Tolerance, what);
        Numbers.Close(expected.GetProperty("drift_power80").GetDouble(), design.DriftForPower(0.8), Tolerance, what);
        var drift = design.DriftForPower(0.9);
        Numbers.Close(expected.GetProperty("drift_power90").GetDouble(), drift, Tolerance, what);
        Numbers.Close(expected.GetProperty("inflation_power80").GetDouble(), design.Inflation(0.8), Tolerance, what);
        Numbers.Close(expected.GetProperty("inflation_power90").GetDouble(), design.Inflation(0.9), Tolerance, what);
        var powered = design.At(drift);
        Same(expected, "exit_probs_at_drift90", powered.Upper, what);
        Numbers.Close(expected.GetProperty("expected_information_drift90").GetDouble(), powered.ExpectedInformation, Tolerance, what);
    }

    [Fact]
    public void Non_binding_futility_is_that_of_R()
    {
        foreach (var expected in Reference.GetProperty("non_binding_futility_LDOF_HSDm2").EnumerateArray())
        {
            var power = 1 - expected.GetProperty("beta").GetDouble();
            var design = SequentialDesign
                .FromSpending(Rates(expected), Spending.OBrienFlemingLike, expected.GetProperty("alpha_one_sided").GetDouble())
                .WithFutility(Spending.HwangShihDeCani(-2), power);

            // R's own root search stops at 1e-11 in the drift and its lower bound at the last look differs from the upper by 8e-14.
            Same(expected, "upper", design.UpperBounds, "upper");
            Same(expected, "lower", design.LowerBounds, "lower");
            Numbers.Close(expected.GetProperty("drift").GetDouble(), design.DriftForPower(power), Tolerance, "drift");
            Numbers.Close(expected.GetProperty("inflation").GetDouble(), design.Inflation(power), Tolerance, "inflation");
            var effect = design.At(design.DriftForPower(power));
            Same(expected, "upper_cross_h1", effect.Upper, "upper under the effect");
            Same(expected, "lower_cross_h1", effect.Lower, "lower under the effect");
            Same(expected, "upper_cross_h0", design.At(0).Upper, "upper without effect");
            Same(expected, "lower_cross_h0", design.At(0).Lower, "lower without effect");
            Numbers.Close(1, effect.StoppingProbabilities().Sum(), 1e-14, "stops");
            Numbers.Close(power, effect.RejectionProbability, 1e-12, "power");
            Numbers.Close(design.OneSidedAlpha, design.At(0, obeyFutility: false).RejectionProbability, 1e-12, "type I error");
            Assert.True(design.HasFutility);
        }
    }

    [Fact]
    public void A_joint_probability_is_that_of_mvtnorm()
    {
        var design = SequentialDesign.FromSpending([0.5, 0.75, 1], Spending.OBrienFlemingLike);
        var expected = Reference.GetProperty("mvtnorm_crosscheck").GetProperty("mvtnorm_TVPACK").GetDouble();

        // The bounds behind the expected value carry 1e-13.
        Numbers.Close(expected, 1 - design.At(3).RejectionProbability, 1e-11, "probability of no crossing");
    }

    private static void Same(JsonElement expected, string name, ImmutableArray<double> actual, string what)
    {
        var numbers = expected.GetProperty(name);
        Assert.Equal(numbers.GetArrayLength(), actual.Length);
        for (var k = 0; k < actual.Length; k++)
        {
            Numbers.Close(numbers[k].GetDouble(), actual[k], Tolerance, $"{what}: {name}[{k}]");
        }
    }

    private static double[] Rates(JsonElement expected)
    {
        double[] rates = [.. expected.GetProperty("information_rates").EnumerateArray().Select(rate => rate.GetDouble())];

        // The file holds 15 digits of thirds.
        return [.. rates.Select(rate => Math.Abs((rate * 3) - Math.Round(rate * 3)) < 1e-12 ? Math.Round(rate * 3) / 3 : rate)];
    }

    private static SequentialDesign Design(JsonElement expected)
    {
        var rates = Rates(expected);
        var alpha = expected.GetProperty("alpha_one_sided").GetDouble();
        return expected.GetProperty("kind").GetString() switch
        {
            "OBF" => SequentialDesign.OBrienFleming(rates, alpha),
            "Pocock" => SequentialDesign.Pocock(rates, alpha),
            "LDOF" => SequentialDesign.FromSpending(rates, Spending.OBrienFlemingLike, alpha),
            "LDPocock" => SequentialDesign.FromSpending(rates, Spending.PocockLike, alpha),
            "HSD_m4" => SequentialDesign.FromSpending(rates, Spending.HwangShihDeCani(-4), alpha),
            "KD_rho2" => SequentialDesign.FromSpending(rates, Spending.KimDeMets(2), alpha),
            var other => throw new InvalidOperationException(other),
        };
    }
}
