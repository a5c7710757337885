namespace ProgressionSim.Summaries.PlotData;

/// <summary>
/// Values on a grid as coloured cells with a colour bar. Values of both signs are shown from one hue over white at 0 to another, others from light
/// to dark; missing values are hatched. Up to 100 cells carry their numbers where these fit.
/// </summary>
/// <param name="Label">What the values are, with their unit: the name of the colour bar.</param>
/// <param name="X">Centres of the columns, strictly rising; 1, 2, 3, ... on an axis of names.</param>
/// <param name="Y">Centres of the rows, strictly rising.</param>
/// <param name="Values">Values [row][column], finite; NaN for none.</param>
/// <exception cref="ArgumentException">Centres do not rise strictly, the values have another shape or one is infinite.</exception>
/// <remarks>Cells reach half-way to their neighbours on the axis as drawn; <see cref="CellEdges"/> gives the ends of an axis that shows them whole.</remarks>
public sealed record HeatMapLayer(string Label, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<IReadOnlyList<double>> Values)
    : Layer(Label, FigureColor.Neutral)
{
    /// <summary>Values [row][column].</summary>
    public IReadOnlyList<IReadOnlyList<double>> Values { get; init; } = Checked(X, Y, Values);

    /// <summary>Value at the lower end of the colour bar, to share a scale between panels; null for the least value.</summary>
    public double? ColorLow { get; init; }

    /// <summary>Value at the upper end of the colour bar; null for the largest value.</summary>
    public double? ColorHigh { get; init; }

    /// <summary>Decimals of the numbers in cells; null to choose.</summary>
    public int? Decimals { get; init; }

    /// <summary>Legend text of cells without a value.</summary>
    public string MissingLabel { get; init; } = "No value";

    private static IReadOnlyList<IReadOnlyList<double>> Checked(
        IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<IReadOnlyList<double>> values)
    {
        CellEdges.RequireRising(x, nameof(X));
        CellEdges.RequireRising(y, nameof(Y));
        CellEdges.RequireShape(values, y.Count, x.Count, nameof(Values));
        return values;
    }
}
