using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.SampleSizes;

namespace ProgressionSim.Statistics.Tests.SampleSizes;

/// <summary>Oracles: R's longpower and explicit matrices, and published tables.</summary>
public sealed class LongitudinalTests
{
    private static readonly double[] Times = [0, 1, 2, 4, 6, 9, 12];

    private static readonly JsonElement Reference = ReferenceData.Json("design_expected.json").GetProperty("slope_design");

    [Fact]
    public void Random_slopes_are_those_of_R_and_longpower()
    {
        var slopes = SlopeDifference.RandomSlope(0.3, Times, 25, 0.875, 0.49, 2.89);
        Numbers.Close(Number("gls_slope_variance_one_subject"), slopes.PatientVariance, 1e-13, "variance");
        Numbers.Close(Number("edland_n_per_arm"), slopes.SampleSize(0.8).Group0, 1e-12, "Edland");
        Numbers.Close(Number("gls_n_per_arm_full_factorial"), slopes.SampleSize(0.8).Group0, 1e-12, "full");
        Numbers.Close(Number("gls_n_per_arm_constrained_baseline"), slopes.ConstrainedSampleSize(0.8).Group0, 1e-12, "constrained");
        Numbers.Close(Number("power_normal_n_per_arm_100_full"), slopes.Power(new(100, 100)), 1e-12, "power");
        Numbers.Close(Number("power_normal_n_per_arm_100_constrained"), slopes.ConstrainedPower(new(100, 100)), 1e-12, "constrained power");
        var longpower = Reference.GetProperty("longpower");
        double Total(string name) => longpower.GetProperty(name).GetProperty("value").GetProperty("N").GetDouble();
        Numbers.Close(Total("hu_mackey_thomas"), slopes.ConstrainedSampleSize(0.8).Total, 1e-12, "HMT");
        var exchangeable = SlopeDifference.Exchangeable(0.5, [0, 3, 6, 9, 12], 60, 0.8);
        Numbers.Close(Total("diggle_exch"), exchangeable.SampleSize(0.9).Total, 1e-12, "Diggle");
    }

    [Theory]
    [InlineData(0.2, 100, 313)]
    [InlineData(0.2, 200, 625)]
    [InlineData(0.2, 300, 938)]
    [InlineData(0.5, 100, 196)]
    [InlineData(0.5, 200, 391)]
    [InlineData(0.5, 300, 586)]
    [InlineData(0.8, 100, 79)]
    [InlineData(0.8, 200, 157)]
    [InlineData(0.8, 300, 235)]
    public void Sizes_are_those_of_Diggle_and_others_page_29(double correlation, double variance, int expected)
    {
        var slopes = SlopeDifference.Exchangeable(0.5, [0, 2, 5], variance, correlation, oneSidedAlpha: 0.05);
        Assert.Equal(expected, slopes.SampleSize(0.8).RoundUp().Group0);
    }

    [Theory]
    [InlineData(1, 1, 1, 168.12)]
    [InlineData(1, 1, 2, 189.13)]
    [InlineData(1, 2, 0.70710678, 244.97)]
    [InlineData(1, 2, 0.5, 252.18)]
    [InlineData(1, 2, 1, 252.18)]
    [InlineData(1, 2, 2, 315.22)]
    [InlineData(2, 2, 1, 336.24)]
    [InlineData(2, 2, 2, 378.27)]
    public void Totals_are_those_of_Lu_Luo_and_Chen_table_1(double inflation1, double inflation2, double lambda, double expected)
    {
        // One visit seen by half of the patients doubles the variance. Their lambda is group 1 over group 2, ours the second over the first. Two printed
        // decimals.
        var design = new MmrmDifference(0.5, [1], [1 / inflation1], [1 / inflation2]);
        Assert.Equal(expected, design.SampleSize(0.9, 1 / lambda).Total, 0.00501);
    }

    [Fact]
    public void Dropout_in_MMRM_is_that_of_longpower()
    {
        double[] covariance = [.. from s in Times[1..] from t in Times[1..] select 25 + (0.875 * (s + t)) + (0.49 * s * t) + (s == t ? 2.89 : 0)];
        double[] retention = [0.96, 0.93, 0.9, 0.87, 0.84, 0.8];
        var design = new MmrmDifference(3.6, covariance, retention, retention);
        var expected = Reference.GetProperty("longpower").GetProperty("power_mmrm_dropout").GetProperty("value").GetProperty("n1").GetDouble();
        Numbers.Close(expected, design.SampleSize(0.8).Group0, 1e-12, "n");
        Numbers.Close(0.8, design.Power(design.SampleSize(0.8, 2)), 1e-13, "power");
        Numbers.Close(covariance[^1], new MmrmDifference(3.6, covariance).PatientVariance0, 1e-12, "no dropout leaves the variance of the visit");

        // Wrong variant: counting only completers ignores what the others tell.
        Assert.True(design.PatientVariance0 < 0.999 * covariance[^1] / 0.8);
    }

    [Fact]
    public void Constrained_baseline_with_dropout_and_unequal_groups_inverts_the_whole_information()
    {
        double[] retention = [1, 0.95, 0.9, 0.9, 0.8, 0.7, 0.6];
        var slopes = SlopeDifference.RandomSlope(0.3, Times, 25, 0.875, 0.49, 2.89, retention);
        var sizes = new GroupSizes(40, 90);
        Matrix<double> constrained = Matrix<double>.Build.Dense(3, 3), full = Matrix<double>.Build.Dense(4, 4);
        for (var group = 0; group < 2; group++)
        {
            var patients = group == 0 ? sizes.Group0 : sizes.Group1;
            for (var last = 0; last < 7; last++)
            {
                var weight = patients * (retention[last] - (last == 6 ? 0 : retention[last + 1]));
                var visits = last + 1;
                var covariance = Matrix<double>.Build.Dense(
                    visits, visits, (i, j) => 25 + (0.875 * (Times[i] + Times[j])) + (0.49 * Times[i] * Times[j]) + (i == j ? 2.89 : 0));
                var x3 = Matrix<double>.Build.Dense(visits, 3, (i, j) => j == 0 ? 1 : j == 1 ? Times[i] : group * Times[i]);
                var x4 = Matrix<double>.Build.Dense(visits, 4, (i, j) => j == 0 ? 1 : j == 1 ? Times[i] : j == 2 ? group : group * Times[i]);
                constrained += weight * (x3.Transpose() * covariance.Inverse() * x3);
                full += weight * (x4.Transpose() * covariance.Inverse() * x4);
            }
        }

        Numbers.Close(Math.Sqrt(constrained.Inverse()[2, 2]), slopes.ConstrainedStandardError(sizes), 1e-12, "constrained");
        Numbers.Close(Math.Sqrt(full.Inverse()[3, 3]), slopes.StandardError(sizes), 1e-12, "full");
        Numbers.Close(0.85, slopes.ConstrainedPower(slopes.ConstrainedSampleSize(0.85, 2)), 1e-13, "power");
        Numbers.Close(0.85, slopes.Power(slopes.SampleSize(0.85, 0.4)), 1e-13, "power");
    }

    [Theory]
    [InlineData(1.06, 1.28, 3.08, 0.15, 817)]
    [InlineData(1.06, 1.28, 3.08, 0.25, 294)]
    [InlineData(1.06, 1.28, 3.08, 0.30, 205)]
    [InlineData(1.06, 1.28, 3.08, 0.50, 74)]
    [InlineData(1.0, 0.4225, 3.080025, 0.15, 319)]
    [InlineData(1.0, 0.4225, 3.080025, 0.25, 115)]
    [InlineData(1.0, 0.4225, 3.080025, 0.30, 80)]
    [InlineData(1.0, 0.4225, 3.080025, 0.50, 29)]
    public void Quarterly_visits_need_the_patients_an_independent_calculation_found(
        double slope, double slopeVariance, double residualVariance, double slowing, int expected)
    {
        var slopes = SlopeDifference.RandomSlope(slope * slowing, [0, 3, 6, 9, 12], 26.1, 0, slopeVariance, residualVariance);
        Assert.Equal(expected, slopes.SampleSize(0.8).RoundUp().Group0);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SlopeDifference.RandomSlope(0.3, [1], 25, 0, 1, 1));
        Assert.Throws<ArgumentException>(() => SlopeDifference.RandomSlope(0.3, [0, 1], 1, 5, 1, 0.1));
        Assert.Throws<ArgumentException>(() => SlopeDifference.RandomSlope(0.3, [0, 1], 1, 0, 1, 1, [1, 0]));
        Assert.Throws<ArgumentException>(() => SlopeDifference.RandomSlope(0.3, [0, 1, 2], 1, 0, 1, 1, [1, 0.8, 0.9]));
        Assert.Throws<ArgumentException>(() => new MmrmDifference(1, [1, 2, 2, 1]));
        Assert.Throws<ArgumentException>(() => new MmrmDifference(1, [1, 0, 0.5, 1]));
        Assert.Throws<ArgumentException>(() => new MmrmDifference(1, [1, 0, 0]));
        Assert.Throws<ArgumentException>(() => new MmrmDifference(1, [1], [0.0]));
    }

    private static double Number(string name) => Reference.GetProperty(name).GetDouble();
}
