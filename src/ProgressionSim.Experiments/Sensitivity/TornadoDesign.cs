using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Points of a tornado: all parameters at their medians, then each alone at a low and a high quantile.</summary>
/// <remarks>Row 0 is the median; row 1 + 2 i has parameter i low, row 2 + 2 i has it high.</remarks>
public sealed record TornadoDesign
{
    /// <summary>k, number of parameters; at least 1.</summary>
    public required int Parameters { get; init => field = Require.Between(value, 1, 1_000_000); }

    /// <summary>Low quantile, above 0 and below one half.</summary>
    public double LowQuantile { get; init => field = value is > 0 and < 0.5 ? value : throw OutOfRange(nameof(LowQuantile), value, "0 and 0.5"); } = 0.1;

    /// <summary>High quantile, above one half and below 1.</summary>
    public double HighQuantile { get; init => field = value is > 0.5 and < 1 ? value : throw OutOfRange(nameof(HighQuantile), value, "0.5 and 1"); } = 0.9;

    /// <summary>1 + 2 k, rows in all.</summary>
    public int Rows => 1 + (2 * Parameters);

    /// <summary>Writes the point of one row.</summary>
    /// <param name="row">0 to one below <see cref="Rows"/>.</param>
    /// <param name="point">Receives k coordinates.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">The span's length is not k.</exception>
    public void Write(int row, Span<double> point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        if (point.Length != Parameters)
        {
            throw new ArgumentException($"A point has {Parameters} coordinates; there is room for {point.Length}.", nameof(point));
        }

        point.Fill(0.5);
        if (row > 0)
        {
            var (parameter, isHigh) = Math.DivRem(row - 1, 2);
            point[parameter] = isHigh == 1 ? HighQuantile : LowQuantile;
        }
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, double value, string range) =>
        new(name, value, $"Must be between {range}, both excluded.");
}
