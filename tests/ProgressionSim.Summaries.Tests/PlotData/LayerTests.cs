using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Tests.PlotData;

/// <summary>Exact: layers refuse data of the wrong shape.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Edges_lie_half_way_and_the_outermost_are_symmetric()
    {
        Assert.Equal([-1.5, 1.5, 4.5, 9, 15], CellEdges.Of([0, 3, 6, 12]));
        Assert.Equal([6.5, 7.5], CellEdges.Of([7]));
        var (low, high) = CellEdges.LogarithmicEnds([1, 100]);
        Assert.Equal(0.1, low, 1e-12);
        Assert.Equal(1000, high, 1e-9);
    }

    [Fact]
    public void Centres_must_rise_strictly()
    {
        foreach (var centres in new double[][] { [], [1, 1], [2, 1], [1, double.NaN], [0, double.PositiveInfinity] })
        {
            Assert.Throws<ArgumentException>(() => CellEdges.Of(centres));
        }

        Assert.Throws<ArgumentException>(() => CellEdges.LogarithmicEnds([0, 1]));
    }

    [Fact]
    public void Heat_maps_need_a_value_for_each_cell()
    {
        Assert.Equal(2, new HeatMapLayer("Gain", [0, 1], [0, 1], [[1, 2], [double.NaN, 4]]).Values.Count);
        Assert.Throws<ArgumentException>(() => new HeatMapLayer("Gain", [0, 1], [0, 1], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => new HeatMapLayer("Gain", [0, 1], [0, 1], [[1, 2], [3]]));
        Assert.Throws<ArgumentException>(() => new HeatMapLayer("Gain", [0, 1], [0, 1], [[1, 2], [3, double.PositiveInfinity]]));
        Assert.Throws<ArgumentException>(() => new HeatMapLayer("Gain", [1, 0], [0, 1], [[1, 2], [3, 4]]));
    }

    [Fact]
    public void Spans_run_forwards()
    {
        Assert.Throws<ArgumentException>(() => new SpanLayer("Clamped", FigureColor.Neutral, 2, 1));
        Assert.Throws<ArgumentException>(() => new SpanLayer("Clamped", FigureColor.Neutral, double.NaN, 1));
        Assert.Equal(double.PositiveInfinity, new SpanLayer("Clamped", FigureColor.Neutral, 1, double.PositiveInfinity).High);
    }

    [Fact]
    public void Stacked_parts_have_one_length_a_bar()
    {
        StackedPart Part(double[] values, params string[] texts) => new("Part", FigureColor.Arm1, FillPattern.Plain, values, texts);
        Assert.Single(new StackedBarLayer([Part([1, 0])]).Parts);
        Assert.Throws<ArgumentException>(() => new StackedBarLayer([]));
        Assert.Throws<ArgumentException>(() => new StackedBarLayer([Part([1, 2]), Part([1])]));
        Assert.Throws<ArgumentException>(() => new StackedBarLayer([Part([1, -0.1])]));
        Assert.Throws<ArgumentException>(() => new StackedBarLayer([Part([1, 2], "one")]));
    }

    [Fact]
    public void Range_bars_have_two_ends()
    {
        RangeBarLayer Bars(double start, double[] low, double[] high, params string[] texts) => new("Low", "High", start, low, high, texts, texts);
        Assert.Single(Bars(0, [1], [double.NaN]).AtLow);
        Assert.Throws<ArgumentException>(() => Bars(double.NaN, [1], [2]));
        Assert.Throws<ArgumentException>(() => Bars(0, [1, 2], [2]));
        Assert.Throws<ArgumentException>(() => Bars(0, [1, 2], [2, 3], "0.04"));
    }

    [Fact]
    public void Lines_have_as_many_horizontal_as_vertical_values()
    {
        Assert.Throws<ArgumentException>(() => new Polyline([0, 1], [0]));
        Assert.True(new Polyline([0, 1, 1, 0], [0, 0, 1, 0]).IsClosed);
    }

    [Fact]
    public void An_axis_of_names_is_half_a_place_wider()
    {
        var axis = Axis.OfNames("Parameter", ["a", "b", "c"]);
        Assert.Equal((0.5, 3.5, 3), (axis.Low, axis.High, axis.Categories.Count));
    }
}
