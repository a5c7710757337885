using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>Exact: rows of the design, and bars of a function known by hand.</summary>
public sealed class TornadoTests
{
    [Fact]
    public void Rows_are_the_median_then_each_parameter_low_and_high()
    {
        var design = new TornadoDesign { Parameters = 2, HighQuantile = 0.75 };
        double[][] expected = [[0.5, 0.5], [0.1, 0.5], [0.75, 0.5], [0.5, 0.1], [0.5, 0.75]];
        Assert.Equal(expected.Length, design.Rows);
        var point = new double[2];
        for (var row = 0; row < design.Rows; row++)
        {
            design.Write(row, point);
            Assert.Equal(expected[row], point);
        }
    }

    [Fact]
    public void Bars_are_ordered_by_width()
    {
        // 4 parameters: falling slope 2, slope 8, a valley at the median, and slope 2 again.
        var design = new TornadoDesign { Parameters = 4, LowQuantile = 0.25, HighQuantile = 0.75 };
        var point = new double[4];
        var outputs = new double[design.Rows];
        for (var row = 0; row < outputs.Length; row++)
        {
            design.Write(row, point);
            outputs[row] = 10 - (2 * point[0]) + (8 * point[1]) + (32 * (point[2] - 0.5) * (point[2] - 0.5)) + (2 * point[3]);
        }

        var tornado = Tornado.Of(design, outputs);
        Assert.Equal(FitStatus.Estimated, tornado.Status);
        Assert.Equal([new(1, 12, 14, 16), new(2, 16, 14, 16), new(0, 14.5, 14, 13.5), new(3, 13.5, 14, 14.5)], tornado.Bars);
        Assert.Equal([4, 2, 1, 1], tornado.Bars.Select(bar => bar.Width));
    }

    [Fact]
    public void An_output_that_is_not_finite_gives_no_bars()
    {
        var tornado = Tornado.Of(new TornadoDesign { Parameters = 1 }, [1, double.NaN, 2]);
        Assert.Equal(FitStatus.NotEstimable, tornado.Status);
        Assert.Empty(tornado.Bars);
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TornadoDesign { Parameters = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TornadoDesign { Parameters = 1, LowQuantile = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TornadoDesign { Parameters = 1, HighQuantile = 0.5 });
        Assert.Throws<ArgumentException>(() => Tornado.Of(new TornadoDesign { Parameters = 1 }, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TornadoDesign { Parameters = 1 }.Write(3, new double[1]));
        Assert.Throws<ArgumentException>(() => new TornadoDesign { Parameters = 1 }.Write(0, new double[2]));
    }
}
