namespace ProgressionSim.Summaries.PlotData;

/// <summary>A line through points in order; closed when the last point is the first again.</summary>
/// <param name="X">Horizontal values.</param>
/// <param name="Y">Vertical values.</param>
/// <exception cref="ArgumentException">The numbers of values differ.</exception>
public sealed record Polyline(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Vertical values.</summary>
    public IReadOnlyList<double> Y { get; init; } = X.Count == Y.Count
        ? Y
        : throw new ArgumentException("A line has as many horizontal as vertical values.", nameof(Y));

    /// <summary>True when the line ends where it began.</summary>
    public bool IsClosed => X.Count > 2 && X[0].Equals(X[^1]) && Y[0].Equals(Y[^1]);
}
