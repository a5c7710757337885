using ProgressionSim.Summaries.PlotData;
using ScottPlot;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Cuts series at their gaps and turns them into points to draw.</summary>
internal static class LineData
{
    /// <summary>Runs of points without a gap; steps get a corner at each change and hold into the gap.</summary>
    public static IEnumerable<List<Coordinates>> Runs(IReadOnlyList<double> x, IReadOnlyList<double> y, bool steps)
    {
        var count = Math.Min(x.Count, y.Count);
        var run = new List<Coordinates>();
        for (var i = 0; i < count; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
            {
                if (run.Count > 0)
                {
                    if (steps && !double.IsNaN(x[i]))
                    {
                        run.Add(new Coordinates(x[i], run[^1].Y));
                    }

                    yield return run;
                    run = [];
                }

                continue;
            }

            if (steps && run.Count > 0)
            {
                run.Add(new Coordinates(x[i], run[^1].Y));
            }

            run.Add(new Coordinates(x[i], y[i]));
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>Outlines of a band, one for each run without a gap in either edge.</summary>
    public static IEnumerable<List<Coordinates>> Outlines(BandLayer band, AxisScale horizontal, AxisScale vertical)
    {
        var count = Math.Min(band.X.Count, Math.Min(band.Low.Count, band.High.Count));
        var x = new double[count];
        var low = new double[count];
        var high = new double[count];
        for (var i = 0; i < count; i++)
        {
            (x[i], low[i], high[i]) = (horizontal.Scaled(band.X[i]), vertical.ScaledEdge(band.Low[i]), vertical.ScaledEdge(band.High[i]));
            if (double.IsNaN(low[i]) || double.IsNaN(high[i]))
            {
                low[i] = high[i] = double.NaN;
            }
        }

        foreach (var (lower, upper) in Runs(x, low, band.Steps).Zip(Runs(x, high, band.Steps)))
        {
            upper.Reverse();
            lower.AddRange(upper);
            yield return lower;
        }
    }

    /// <summary>The last point of a line within the horizontal axis; null when there is none.</summary>
    public static Coordinates? End(LineLayer line, AxisScale horizontal, AxisScale vertical)
    {
        for (var i = Math.Min(line.X.Count, line.Y.Count) - 1; i >= 0; i--)
        {
            var point = new Coordinates(horizontal.Scaled(line.X[i]), vertical.Scaled(line.Y[i]));
            if (!double.IsNaN(point.Y) && horizontal.Holds(point.X))
            {
                return point;
            }
        }

        return null;
    }

    /// <summary>Scaled values.</summary>
    public static double[] Scaled(IReadOnlyList<double> values, AxisScale scale) => [.. values.Select(scale.Scaled)];
}
