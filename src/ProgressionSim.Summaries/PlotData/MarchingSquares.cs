namespace ProgressionSim.Summaries.PlotData;

/// <summary>Traces lines of equal value through a grid (marching squares; Lorensen and Cline 1987 in two dimensions).</summary>
public static class MarchingSquares
{
    /// <summary>
    /// Lines where the value is reached, with linear interpolation between neighbouring centres. In a square whose corners lie alternately at both
    /// sides, the mean of the corners decides which are joined. Squares with a missing corner hold no line.
    /// </summary>
    /// <param name="x">Centres of the columns, strictly rising.</param>
    /// <param name="y">Centres of the rows, strictly rising.</param>
    /// <param name="values">Values [row][column], finite; NaN for none.</param>
    /// <param name="level">The value to trace.</param>
    /// <returns>Lines that end at the border or at missing values, then closed lines; empty when the level is reached nowhere.</returns>
    /// <exception cref="ArgumentException">Centres do not rise strictly, the values have another shape, or one or the level is infinite.</exception>
    public static IReadOnlyList<Polyline> Trace(
        IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<IReadOnlyList<double>> values, double level)
    {
        CellEdges.RequireRising(x, nameof(x));
        CellEdges.RequireRising(y, nameof(y));
        CellEdges.RequireShape(values, y.Count, x.Count, nameof(values));
        if (!double.IsFinite(level))
        {
            throw new ArgumentException("The level of a contour is finite.", nameof(level));
        }

        return new ContourTracer(x, y, values, level).Lines();
    }
}
