using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using static ProgressionSim.Experiments.Tests.Calibration.AnalyticCalibration;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Exact: losses worked out by hand, and parameters held within their limits.</summary>
public sealed class CalibrationLossTests
{
    private const double HalfWidth95 = 1.959963984540054;

    [Theory]
    [InlineData(8.0, -HalfWidth95)]
    [InlineData(10.0, 0.0)]
    [InlineData(16.0, HalfWidth95)]
    public void Each_end_of_an_interval_lies_equally_far_from_the_value(double prediction, double distance) =>
        Assert.Equal(distance, new CalibrationTarget(Quantity("q", 10, 8, 16), 0).Distance(prediction), 1e-12);

    [Fact]
    public void Without_a_value_the_middle_is_the_aim() =>
        Assert.Equal(HalfWidth95, new CalibrationTarget(Quantity("q", null, 8, 16), 0).Distance(16), 1e-12);

    [Fact]
    public void A_value_on_the_edge_of_its_interval_has_the_spread_of_the_whole() =>
        Assert.Equal(-HalfWidth95, new CalibrationTarget(Quantity("q", 8, 8, 16), 0).Distance(4), 1e-12);

    [Fact]
    public void A_prediction_that_is_not_there_costs_much_and_beliefs_still_count()
    {
        var loss = new CalibrationLoss(Plan([Standard("a")], [Target("q", 0, 1)]));
        foreach (var missing in (double[])[double.NaN, double.PositiveInfinity])
        {
            Assert.Equal(500_000.5, loss.At([1], [missing]), 1e-6);
            Assert.True(loss.At([2], [missing]) > loss.At([1], [missing]));
        }

        Assert.Equal((0.5 * 4) + (0.5 * 9), loss.At([2], [3]), 1e-12);
        Assert.True(double.IsFinite(loss.At([0], [1e300])));
    }

    [Fact]
    public void Unusable_targets_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CalibrationLoss(Plan([Standard("a")], [Target("q", 0, 1, EvidenceUse.Check)])));
        Assert.Throws<ArgumentException>(() => new CalibrationLoss(Plan([Standard("a")], [Quantity("q", 1, null, null)])));
        Assert.Throws<ArgumentException>(() => new CalibrationLoss(Plan([Standard("a")], [Quantity("q", 1, 1, 1)])));
        Assert.Throws<ArgumentException>(() => CalibrationRun.Run(Plan([], [Target("q", 0, 1)]), Exact(_ => [0])));
    }

    [Fact]
    public void Limits_are_kept_and_told()
    {
        // Two parameters that would go to 5 and -5; what is held is known, so the third is fitted given the limits.
        CalibratedParameter[] parameters = [Standard("a", maximum: 1), Standard("b", minimum: -0.5), Standard("c")];
        var gate = new Lock();
        List<double[]> seen = [];
        var result = CalibrationRun.Run(
            Plan(parameters, [Target("a", 5, 0.1), Target("b", -5, 0.1), Target("all", 2.5, 0.1)]),
            Exact(values =>
            {
                lock (gate)
                {
                    seen.Add([.. values]);
                }

                return [values[0], values[1], values[0] + values[1] + values[2]];
            }));
        Assert.All(seen, values => Assert.True(values[0] <= 1 && values[1] >= -0.5));
        Assert.Equal([1, -0.5], result.Parameters.Take(2).Select(fitted => fitted.Value));
        Assert.Equal([true, true, false], result.Parameters.Select(fitted => fitted.IsAtLimit));
        Assert.Equal(100 * 2.0 / 101, result.Parameters[2].Value, 1e-6);
        Assert.Equal(1, result.Parameters[0].High);
        Assert.True(result.Parameters[0].Low < 1);
        Assert.All(result.Trace, step => Assert.True(step.Values[0] <= 1 && step.Values[1] >= -0.5));
    }

    [Fact]
    public void A_limit_that_a_logarithm_cannot_reach_is_none()
    {
        var parameter = new CalibratedParameter { Path = "rate", IsLogarithmic = true, Center = 1, Sd = 1, Minimum = 0, Maximum = Math.E };
        Assert.Equal(-50, parameter.NearestWithin(-50));
        Assert.Equal(1, parameter.NearestWithin(50), 1e-12);
    }
}
