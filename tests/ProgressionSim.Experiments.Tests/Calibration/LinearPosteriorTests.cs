using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using static ProgressionSim.Experiments.Tests.Calibration.AnalyticCalibration;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Oracle: for a linear simulator the posterior is normal and known in closed form.</summary>
public sealed class LinearPosteriorTests
{
    [Fact]
    public void One_parameter_and_one_target_are_weighted_by_their_precisions()
    {
        // Belief N(0, 1), prediction 2 z, aim 3 with sd 1: precision 1 + 4, mean 2 * 3 / 5.
        var fitted = CalibrationRun.Run(Plan([Standard("a")], [Target("q", 3, 1)]), Exact(values => [2 * values[0]])).Parameters[0];
        Assert.Equal(1.2, fitted.Value, 1e-9);
        Assert.Equal(Math.Sqrt(0.2), fitted.Sd, 1e-12);
        Assert.Equal(Math.Sqrt(0.2), fitted.Shrinkage, 1e-12);
        Assert.Equal(1.2 - (1.959963984540054 * Math.Sqrt(0.2)), fitted.Low, 1e-9);
        Assert.Equal(1.2 + (1.959963984540054 * Math.Sqrt(0.2)), fitted.High, 1e-9);
        Assert.True(fitted.IsIdentified);
        Assert.False(fitted.IsAtLimit);
    }

    [Fact]
    public void Two_parameters_have_the_covariance_of_Bayesian_regression()
    {
        // Predictions a + b (sd 0.5) and b (sd 2): information [[5, 4], [4, 5.25]], determinant 10.25; J'Wy = (4 * 2, 4 * 2 + 0.25 * (-1)).
        var result = CalibrationRun.Run(
            Plan([Standard("a"), Standard("b")], [Target("sum", 2, 0.5), Target("b", -1, 2)]), Exact(values => [values[0] + values[1], values[1]]));
        Assert.Equal(((5.25 * 8) - (4 * 7.75)) / 10.25, result.Parameters[0].Value, 1e-9);
        Assert.Equal(((5 * 7.75) - (4 * 8)) / 10.25, result.Parameters[1].Value, 1e-9);
        Assert.Equal(Math.Sqrt(5.25 / 10.25), result.Parameters[0].Sd, 1e-10);
        Assert.Equal(Math.Sqrt(5 / 10.25), result.Parameters[1].Sd, 1e-10);
        var pair = Assert.Single(result.Correlations);
        Assert.Equal((0, 1), (pair.First, pair.Second));
        Assert.Equal(-4 / Math.Sqrt(5 * 5.25), pair.Value, 1e-10);
        Assert.Equal((0.5 * 4 * 4) + (0.5 * 0.25), result.Loss.Before, 1e-12);
    }

    [Fact]
    public void Logarithms_and_units_change_nothing_but_the_scale()
    {
        var parameter = new CalibratedParameter { Path = "rate", IsLogarithmic = true, Center = 0.07, Sd = 0.3 };
        var fitted = CalibrationRun.Run(
            Plan([parameter], [Target("q", 300, 100)]), Exact(values => [200 * Math.Log(values[0] / 0.07) / 0.3])).Parameters[0];
        Assert.Equal(0.07 * Math.Exp(0.3 * 1.2), fitted.Value, 1e-9);
        Assert.Equal(0.3 * Math.Sqrt(0.2), fitted.Sd, 1e-10);
        Assert.Equal(Math.Sqrt(0.2), fitted.Shrinkage, 1e-10);
    }

    [Fact]
    public void Monte_Carlo_errors_widen_the_posterior()
    {
        // Variance of the target 1 + 3: precision 1 + 4 / 4.
        var result = CalibrationRun.Run(Plan([Standard("a")], [Target("q", 3, 1)]), Exact(values => [2 * values[0]], Math.Sqrt(3)));
        Assert.Equal(Math.Sqrt(0.5), result.Parameters[0].Sd, 1e-12);
        Assert.Equal(Math.Sqrt(3), result.Quantities[0].StandardError);
    }

    [Fact]
    public void A_parameter_that_no_target_sees_is_not_identified()
    {
        var result = CalibrationRun.Run(Plan([Standard("seen"), Standard("unseen")], [Target("q", 1, 0.1)]), Exact(values => [values[0]]));
        Assert.Equal(1, result.Parameters[1].Shrinkage);
        Assert.False(result.Parameters[1].IsIdentified);
        Assert.Equal(0, result.Parameters[1].Value, 1e-9);
        Assert.True(result.Parameters[0].IsIdentified);
        Assert.Equal([0, 1], Assert.Single(result.OpenDirections));
        Assert.Equal(0, Assert.Single(result.Correlations).Value);
    }

    [Fact]
    public void Two_parameters_that_enter_as_a_product_leave_one_direction_open()
    {
        CalibratedParameter Factor(string path) => new() { Path = path, IsLogarithmic = true, Center = 1, Sd = 0.5 };
        var result = CalibrationRun.Run(
            Plan([Factor("a"), Factor("b"), Factor("c")], [Target("product", 2, 0.02), Target("c", 1, 0.05)]),
            Exact(values => [values[0] * values[1], values[2]]));
        var open = Assert.Single(result.OpenDirections);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(open[0]), 1e-6);
        Assert.Equal(-open[0], open[1], 1e-6);
        Assert.Equal(0, open[2], 1e-6);

        // Each alone looks narrowed down to 0.71 of the belief: only the direction tells that it is not.
        Assert.All(result.Parameters, fitted => Assert.True(fitted.IsIdentified));
        Assert.InRange(result.Correlations[0].Value, -1, -0.99);
    }

    [Fact]
    public void Nothing_learnt_is_open_in_every_direction()
    {
        var result = CalibrationRun.Run(Plan([Standard("a"), Standard("b")], [Target("q", 1, 1)]), Exact(_ => [1]));
        Assert.Equal(2, result.OpenDirections.Count);
        Assert.All(result.Parameters, fitted => Assert.Equal(1, fitted.Shrinkage));
    }

    [Fact]
    public void Quantities_for_checks_pull_at_nothing()
    {
        EvidenceQuantity[] quantities =
            [Target("check", 100, 0.01, EvidenceUse.Check), Target("q", 3, 1), Quantity("context", null, null, null, EvidenceUse.Context)];
        var result = CalibrationRun.Run(Plan([Standard("a")], quantities), Exact(values => [values[0], 2 * values[0], 7]));
        Assert.Equal(1.2, result.Parameters[0].Value, 1e-9);
        Assert.Equal([0, 0, 7], result.Quantities.Select(each => each.Before));
        Assert.Equal([1.2, 2.4, 7], result.Quantities.Select(each => Math.Round(each.After, 8)));
    }
}
