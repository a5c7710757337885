namespace ProgressionSim.Summaries.PlotData;

/// <summary>One run of marching squares: finds the edges that a level crosses and joins them.</summary>
internal sealed class ContourTracer
{
    private readonly IReadOnlyList<double> x;
    private readonly IReadOnlyList<double> y;
    private readonly IReadOnlyList<IReadOnlyList<double>> values;
    private readonly double level;

    // Edges that are joined within a square. An edge belongs to at most two squares, so it has at most two neighbours.
    private readonly SortedDictionary<int, List<int>> joined = [];

    /// <summary>Finds all segments of a level.</summary>
    public ContourTracer(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<IReadOnlyList<double>> values, double level)
    {
        (this.x, this.y, this.values, this.level) = (x, y, values, level);
        for (var row = 0; row + 1 < y.Count; row++)
        {
            for (var column = 0; column + 1 < x.Count; column++)
            {
                AddSquare(row, column);
            }
        }
    }

    /// <summary>The segments joined to lines: open ones first.</summary>
    public IReadOnlyList<Polyline> Lines()
    {
        var used = new HashSet<int>();
        var lines = new List<Polyline>();
        foreach (var start in joined.Where(edge => edge.Value.Count == 1).Concat(joined).Select(edge => edge.Key))
        {
            if (!used.Contains(start) && Line(start, used) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private int EdgeRight(int row, int column) => 2 * ((row * x.Count) + column);

    private int EdgeUp(int row, int column) => (2 * ((row * x.Count) + column)) + 1;

    private void AddSquare(int row, int column)
    {
        double[] corners = [values[row][column], values[row][column + 1], values[row + 1][column + 1], values[row + 1][column]];
        if (corners.Any(double.IsNaN))
        {
            return;
        }

        // Edge k runs from corner k to corner k + 1, counter-clockwise from the lower left.
        int[] edges = [EdgeRight(row, column), EdgeUp(row, column + 1), EdgeRight(row + 1, column), EdgeUp(row, column)];
        int[] crossed = [.. Enumerable.Range(0, 4).Where(k => IsAbove(corners[k]) != IsAbove(corners[(k + 1) % 4]))];
        if (crossed.Length == 2)
        {
            Join(edges[crossed[0]], edges[crossed[1]]);
        }
        else if (crossed.Length == 4)
        {
            // Corners at the other side than the centre are cut off: the first with the third, or the second with the fourth.
            var cutFirst = IsAbove(corners[0]) != IsAbove(corners.Average());
            Join(edges[0], edges[cutFirst ? 3 : 1]);
            Join(edges[2], edges[cutFirst ? 1 : 3]);
        }
    }

    private bool IsAbove(double value) => value >= level;

    private void Join(int first, int second)
    {
        Neighbours(first).Add(second);
        Neighbours(second).Add(first);
    }

    private List<int> Neighbours(int edge) => joined.TryGetValue(edge, out var neighbours) ? neighbours : joined[edge] = [];

    /// <summary>The line from an edge on; null when it has no length.</summary>
    private Polyline? Line(int start, HashSet<int> used)
    {
        var points = new List<(double X, double Y)>();
        int? edge = start;
        int? last = null;
        while (edge is { } current)
        {
            // A line through a corner meets it once for each edge there.
            var point = Point(current);
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }

            if (!used.Add(current))
            {
                break;
            }

            var next = joined[current].Where(neighbour => neighbour != last).Select(neighbour => (int?)neighbour);
            (last, edge) = (current, next.FirstOrDefault());
        }

        return points.Count < 2 ? null : new Polyline([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);
    }

    private (double X, double Y) Point(int edge)
    {
        var (row, column) = (edge / 2 / x.Count, edge / 2 % x.Count);
        var (nextRow, nextColumn) = edge % 2 == 0 ? (row, column + 1) : (row + 1, column);
        var (from, to) = (values[row][column], values[nextRow][nextColumn]);
        var share = (level - from) / (to - from);
        return (x[column] + (share * (x[nextColumn] - x[column])), y[row] + (share * (y[nextRow] - y[row])));
    }
}
