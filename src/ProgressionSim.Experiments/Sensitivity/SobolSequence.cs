using System.Numerics;
using ProgressionSim.Engine.Random;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Sobol' low-discrepancy points of the unit cube, scrambled and shifted at random.</summary>
/// <remarks>
/// The points are those of Sobol' (1967) in the Gray-code order of Antonov and Saleev (1979), with the direction numbers of Joe and Kuo (2008),
/// doi:10.1137/070709359. Of the first 2^m points each coordinate has one in each of the 2^m equal parts of (0, 1), so numbers of points are best
/// powers of two. Scrambling (Matousek, J. Complexity 14:527-556 (1998), doi:10.1006/jcom.1998.0489) multiplies the bits of a coordinate by a random
/// triangular matrix; the shift adds the same random bits to all points without carry. Both keep that property, and each point alone is uniform, so means
/// over points are unbiased. A shift alone would not do: in many dimensions some pairs of coordinates are laid out badly, the shift leaves them so, and an
/// estimate can then vary more than with random points.
/// A point is a function of seed, replicate and index, never of what was asked before. Immutable, so thread-safe.
/// </remarks>
public sealed class SobolSequence
{
    /// <summary>Largest number of dimensions.</summary>
    public const int MaximumDimensions = 64;

    private readonly uint[] directions;
    private readonly uint[] shifts;

    private SobolSequence(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaximumDimensions);
        shifts = new uint[dimensions];
        directions = new uint[dimensions * SobolDirections.Bits];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            SobolDirections.Write(dimension, directions.AsSpan(dimension * SobolDirections.Bits, SobolDirections.Bits));
        }
    }

    /// <summary>Number of coordinates of a point, 1 to 64.</summary>
    public int Dimensions => shifts.Length;

    /// <summary>The points as published; the first lies at the origin.</summary>
    /// <param name="dimensions">1 to 64.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of dimensions is outside its range.</exception>
    public static SobolSequence Unscrambled(int dimensions) => new(dimensions);

    /// <summary>Points scrambled and shifted at random.</summary>
    /// <param name="dimensions">1 to 64.</param>
    /// <param name="seed">Seed of the scramble.</param>
    /// <param name="replicate">Number of the scramble; different numbers give independent ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of dimensions is outside its range.</exception>
    public static SobolSequence Scrambled(int dimensions, uint seed, uint replicate = 0)
    {
        var sequence = new SobolSequence(dimensions);
        var stream = new RandomStream(seed, StreamPurpose.Sensitivity, replicate);
        Span<uint> rows = stackalloc uint[SobolDirections.Bits];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            sequence.shifts[dimension] = Philox.Block(stream, 0, (uint)SensitivityDraw.Shift, (uint)dimension).Word0;
            WriteScramble(stream, dimension, rows);
            foreach (ref var direction in sequence.directions.AsSpan(dimension * SobolDirections.Bits, SobolDirections.Bits))
            {
                direction = Product(rows, direction);
            }
        }

        return sequence;
    }

    /// <summary>Writes one point.</summary>
    /// <param name="index">Which; 0 is the first.</param>
    /// <param name="point">Receives the coordinates, one a dimension, each strictly between 0 and 1: the middle of its 2^-32.</param>
    /// <exception cref="ArgumentException">The span's length is not the number of dimensions.</exception>
    public void Write(uint index, Span<double> point)
    {
        if (point.Length != Dimensions)
        {
            throw new ArgumentException($"A point has {Dimensions} coordinates; there is room for {point.Length}.", nameof(point));
        }

        for (var dimension = 0; dimension < point.Length; dimension++)
        {
            point[dimension] = (Word(index, dimension) + 0.5) * (1.0 / (1UL << SobolDirections.Bits));
        }
    }

    /// <summary>Bits of one coordinate, the first after the point the highest.</summary>
    /// <param name="index">Number of the point.</param>
    /// <param name="dimension">0 to one below the number of dimensions.</param>
    internal uint Word(uint index, int dimension)
    {
        var word = shifts[dimension];
        var gray = index ^ (index >> 1);
        for (var bit = dimension * SobolDirections.Bits; gray != 0; gray >>= 1, bit++)
        {
            if ((gray & 1) == 1)
            {
                word ^= directions[bit];
            }
        }

        return word;
    }

    /// <summary>Rows of a random lower triangular matrix with ones on its diagonal; column j of a row is its bit 31 - j.</summary>
    private static void WriteScramble(RandomStream stream, int dimension, Span<uint> rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            var word = Philox.Block(stream, (uint)row, (uint)SensitivityDraw.Scramble, (uint)dimension).Word0;
            var diagonal = 1u << (rows.Length - 1 - row);
            rows[row] = (word & ~((diagonal << 1) - 1)) | diagonal;
        }
    }

    private static uint Product(ReadOnlySpan<uint> rows, uint bits)
    {
        var product = 0u;
        foreach (var row in rows)
        {
            product = (product << 1) | ((uint)BitOperations.PopCount(row & bits) & 1);
        }

        return product;
    }
}
