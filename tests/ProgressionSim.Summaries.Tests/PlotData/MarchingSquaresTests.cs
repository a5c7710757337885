using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Tests.PlotData;

/// <summary>Exact: a plane and a saddle, whose contours are known; a paraboloid within the error of linear interpolation.</summary>
public sealed class MarchingSquaresTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void A_plane_on_an_uneven_grid_gives_its_straight_line()
    {
        double[] x = [-3, -1, 0, 2.5, 4];
        double[] y = [0, 0.5, 2, 7];
        var line = Assert.Single(MarchingSquares.Trace(x, y, Grid(x, y, (a, b) => (2 * a) + (3 * b)), 5));
        Assert.All(line.X.Zip(line.Y), point => Assert.Equal(5, (2 * point.First) + (3 * point.Second), Tolerance));
        Assert.False(line.IsClosed);

        // From the upper border (2 x = 5 - 3 y) to the lower right one; the line enters at x = -3 and leaves at y = 0.
        Assert.Equal([-3, 2.5], new[] { line.X[0], line.X[^1] }.Order());
        Assert.Equal([0, 11.0 / 3], new[] { line.Y[0], line.Y[^1] }.Order(), (a, b) => Math.Abs(a - b) < Tolerance);
    }

    [Fact]
    public void A_paraboloid_gives_one_closed_circle()
    {
        const double Spacing = 0.1;
        double[] axis = [.. Enumerable.Range(-20, 41).Select(i => Spacing * i)];
        var line = Assert.Single(MarchingSquares.Trace(axis, axis, Grid(axis, axis, (a, b) => (a * a) + (b * b)), 2));
        Assert.True(line.IsClosed);

        // Chords of a square lie above it by at most spacing^2 / 4, and the value grows by 2 r for each unit of r: the line lies inside the circle.
        Assert.All(line.X.Zip(line.Y), point => Assert.InRange(
            Math.Sqrt((point.First * point.First) + (point.Second * point.Second)) - Math.Sqrt(2), -Spacing * Spacing / 4 / (2 * 1.4), 1e-9));
        Assert.Equal(2 * Math.PI, Math.Abs(Area(line)), 0.02);
    }

    [Theory]
    [InlineData(0.4, true)]
    [InlineData(0.6, false)]
    public void In_a_saddle_the_mean_of_the_corners_decides(double level, bool highCornersAreJoined)
    {
        // High at the lower left and the upper right; the mean is 0.5.
        double[][] values = [[1, 0], [0, 1]];
        var lines = MarchingSquares.Trace([0, 1], [0, 1], values, level);
        Assert.Equal(2, lines.Count);
        foreach (var line in lines)
        {
            // Each line cuts off one corner: a low one when the high ones are joined.
            var (x, y) = (Math.Round(line.X.Average()), Math.Round(line.Y.Average()));
            Assert.Equal(highCornersAreJoined, x != y);
        }
    }

    [Fact]
    public void Two_summits_give_two_rings_and_a_missing_value_opens_one()
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6];
        double[] y = [0, 1, 2];
        double[][] values = [[0, 0, 0, 0, 0, 0, 0], [0, 4, 0, 0, 0, 4, 0], [0, 0, 0, 0, 0, 0, 0]];
        var rings = MarchingSquares.Trace(x, y, values, 1);
        Assert.Equal(2, rings.Count);
        Assert.All(rings, ring => Assert.True(ring.IsClosed));
        values[0][0] = double.NaN;
        var lines = MarchingSquares.Trace(x, y, values, 1);
        Assert.Equal([false, true], lines.Select(line => line.IsClosed));
        Assert.Equal(4, lines[0].X.Count);
    }

    [Fact]
    public void A_level_that_is_only_touched_or_not_reached_gives_nothing()
    {
        double[] axis = [0, 1, 2];
        double[][] summit = [[0, 0, 0], [0, 1, 0], [0, 0, 0]];
        Assert.Empty(MarchingSquares.Trace(axis, axis, summit, 1));
        Assert.Empty(MarchingSquares.Trace(axis, axis, summit, 2));
        Assert.Empty(MarchingSquares.Trace([1], [1], [[3]], 2));
    }

    [Fact]
    public void A_level_through_centres_gives_each_point_once()
    {
        double[] axis = [0, 1, 2];
        var line = Assert.Single(MarchingSquares.Trace(axis, axis, Grid(axis, axis, (a, b) => a + b), 2));
        Assert.Equal(3, line.X.Count);
        Assert.All(line.X.Zip(line.Y), point => Assert.Equal(2, point.First + point.Second, Tolerance));
    }

    [Fact]
    public void Grids_of_another_shape_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MarchingSquares.Trace([0, 1], [0, 1], [[0, 1]], 0.5));
        Assert.Throws<ArgumentException>(() => MarchingSquares.Trace([1, 0], [0, 1], [[0, 1], [0, 1]], 0.5));
        Assert.Throws<ArgumentException>(() => MarchingSquares.Trace([0, 1], [0, 1], [[0, 1], [0, 1]], double.NaN));
    }

    private static double[][] Grid(double[] x, double[] y, Func<double, double, double> value) => [.. y.Select(b => x.Select(a => value(a, b)).ToArray())];

    private static double Area(Polyline ring) =>
        Enumerable.Range(0, ring.X.Count - 1).Sum(i => ((ring.X[i] * ring.Y[i + 1]) - (ring.X[i + 1] * ring.Y[i])) / 2);
}
