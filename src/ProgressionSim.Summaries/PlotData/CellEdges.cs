namespace ProgressionSim.Summaries.PlotData;

/// <summary>Edges of the cells of a grid from their centres.</summary>
public static class CellEdges
{
    /// <summary>
    /// Edges half-way between neighbouring centres; the outermost are as far from their centre as the edge at its other side. A single centre gets
    /// a cell of width 1.
    /// </summary>
    /// <param name="centres">Centres, strictly rising, at least one.</param>
    /// <returns>Edges, one more than centres, rising. The first and last are the ends of an axis that shows whole cells.</returns>
    /// <exception cref="ArgumentException">There is no centre, or they do not rise strictly.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> centres)
    {
        RequireRising(centres, nameof(centres));
        if (centres.Count == 1)
        {
            return [centres[0] - 0.5, centres[0] + 0.5];
        }

        var edges = new double[centres.Count + 1];
        for (var i = 1; i < centres.Count; i++)
        {
            edges[i] = (centres[i - 1] + centres[i]) / 2;
        }

        edges[0] = (2 * centres[0]) - edges[1];
        edges[^1] = (2 * centres[^1]) - edges[^2];
        return edges;
    }

    /// <summary>The first and last edge of cells drawn on a logarithmic axis, where edges lie half-way by ratio.</summary>
    /// <param name="centres">Centres, above 0 and strictly rising, at least one.</param>
    /// <exception cref="ArgumentException">There is no centre, one is not above 0, or they do not rise strictly.</exception>
    public static (double Low, double High) LogarithmicEnds(IReadOnlyList<double> centres)
    {
        RequireRising(centres, nameof(centres));
        if (centres[0] <= 0)
        {
            throw new ArgumentException("Centres on a logarithmic axis are above 0.", nameof(centres));
        }

        var edges = Of([.. centres.Select(Math.Log10)]);
        return (Math.Pow(10, edges[0]), Math.Pow(10, edges[^1]));
    }

    /// <summary>Refuses centres that are none, not finite or not strictly rising.</summary>
    internal static void RequireRising(IReadOnlyList<double> centres, string name)
    {
        ArgumentNullException.ThrowIfNull(centres, name);
        if (centres.Count == 0 || !centres.All(double.IsFinite) || centres.Zip(centres.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("A grid needs finite, strictly rising centres, at least one.", name);
        }
    }

    /// <summary>Refuses values that are not one row for each vertical and one column for each horizontal centre, or infinite.</summary>
    internal static void RequireShape(IReadOnlyList<IReadOnlyList<double>> values, int rows, int columns, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count != rows || values.Any(row => row.Count != columns || row.Any(double.IsInfinity)))
        {
            throw new ArgumentException(FormattableString.Invariant($"A grid needs {rows} rows of {columns} values, finite or NaN."), name);
        }
    }
}
