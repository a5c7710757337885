namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Points at which a model is evaluated for Sobol' indices: for each base point A, B, and A with one coordinate taken from B, each in turn.</summary>
/// <remarks>
/// Row = base point x (k + 2) + r, with r = 0 for A, 1 for B and 2 + i for A with parameter i from B, so a base point's rows lie together and work goes
/// on by base point. A and B are the first and second half of the coordinates of a scrambled <see cref="SobolSequence"/> of 2 k dimensions.
/// The first n base points of a larger design are the design of n. Source: Saltelli et al., Comput. Phys. Commun. 181:259-270 (2010),
/// doi:10.1016/j.cpc.2009.09.018. Immutable, so thread-safe.
/// </remarks>
public sealed class SaltelliDesign
{
    /// <summary>Largest number of parameters.</summary>
    public const int MaximumParameters = SobolSequence.MaximumDimensions / 2;

    /// <summary>Largest number of base points.</summary>
    public const int MaximumBasePoints = 1 << 24;

    private readonly SobolSequence sequence;

    /// <summary>A design.</summary>
    /// <param name="parameters">k, 1 to 32.</param>
    /// <param name="basePoints">n, 2 to 2^24; best a power of two.</param>
    /// <param name="seed">Seed of the scramble.</param>
    /// <param name="replicate">Number of the scramble.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public SaltelliDesign(int parameters, int basePoints, uint seed, uint replicate = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parameters, MaximumParameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(basePoints, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(basePoints, MaximumBasePoints);
        Parameters = parameters;
        BasePoints = basePoints;
        sequence = SobolSequence.Scrambled(2 * parameters, seed, replicate);
    }

    /// <summary>k, number of parameters.</summary>
    public int Parameters { get; }

    /// <summary>n, number of base points.</summary>
    public int BasePoints { get; }

    /// <summary>k + 2, rows of one base point.</summary>
    public int RowsPerBasePoint => Parameters + 2;

    /// <summary>n (k + 2), rows in all.</summary>
    public int Rows => BasePoints * RowsPerBasePoint;

    /// <summary>Writes the point of one row.</summary>
    /// <param name="row">0 to one below <see cref="Rows"/>.</param>
    /// <param name="point">Receives k coordinates, each strictly between 0 and 1.</param>
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

        Span<double> both = stackalloc double[2 * Parameters];
        var (basePoint, kind) = Math.DivRem(row, RowsPerBasePoint);
        sequence.Write((uint)basePoint, both);
        var fromB = both[Parameters..];
        (kind == 1 ? fromB : both[..Parameters]).CopyTo(point);
        if (kind >= 2)
        {
            point[kind - 2] = fromB[kind - 2];
        }
    }
}
