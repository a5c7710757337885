using ProgressionSim.Experiments.Sensitivity;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>Oracle: the published first points. Exact: properties that a wrong row of the table breaks.</summary>
public sealed class SobolSequenceTests
{
    /// <summary>Published reference for three dimensions, as in Apache Commons Math's tests (commit d9fd832).</summary>
    private static readonly double[][] FirstPoints =
    [
        [0.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
        [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
    ];

    [Fact]
    public void The_first_points_are_the_published_ones()
    {
        var sequence = SobolSequence.Unscrambled(3);
        var point = new double[3];
        for (var i = 0u; i < FirstPoints.Length; i++)
        {
            sequence.Write(i, point);
            Assert.Equal(FirstPoints[i], point.Select(x => x - (0.5 / 4294967296.0)));
        }
    }

    [Fact]
    public void The_table_is_the_published_one()
    {
        // FNV-1a over the numbers of rows 2 to 64, computed from the authors' file (SHA-256 68eedd2a...) outside this code.
        var hash = 0xcbf29ce484222325UL;
        for (var dimension = 1; dimension < SobolDirections.Dimensions; dimension++)
        {
            foreach (var number in SobolDirections.Row(dimension))
            {
                hash = (hash ^ number) * 0x100000001b3UL;
            }
        }

        Assert.Equal(64, SobolDirections.Dimensions);
        Assert.Equal(0xec4af0a121e9a9b6UL, hash);
    }

    [Fact]
    public void Polynomials_are_primitive_and_each_has_one_dimension()
    {
        var seen = new HashSet<uint>();
        for (var dimension = 1; dimension < SobolDirections.Dimensions; dimension++)
        {
            var row = SobolDirections.Row(dimension);
            var degree = row.Length - 1;
            var polynomial = (1u << degree) | (row[0] << 1) | 1u;
            Assert.True(seen.Add(polynomial));
            Assert.Equal((1u << degree) - 1, OrderOfX(polynomial, degree));
        }
    }

    [Fact]
    public void Recurrence_is_that_of_the_paper_on_whole_numbers()
    {
        var directions = new uint[SobolDirections.Bits];
        for (var dimension = 1; dimension < SobolDirections.Dimensions; dimension++)
        {
            SobolDirections.Write(dimension, directions);
            var row = SobolDirections.Row(dimension);
            var degree = row.Length - 1;
            var m = new List<ulong> { 0 };
            for (var j = 1; j <= SobolDirections.Bits; j++)
            {
                m.Add(j <= degree ? row[j] : Next(m, j, degree, row[0]));
                Assert.True(m[j] % 2 == 1 && m[j] < 1UL << j);
                Assert.Equal(m[j] << (SobolDirections.Bits - j), directions[j - 1]);
            }
        }

        static ulong Next(List<ulong> m, int j, int degree, uint coefficients)
        {
            var value = (m[j - degree] << degree) ^ m[j - degree];
            for (var i = 1; i < degree; i++)
            {
                value ^= ((coefficients >> (degree - 1 - i)) & 1) * (m[j - i] << i);
            }

            return value;
        }
    }

    [Fact]
    public void In_any_number_of_dimensions_each_orthant_of_halves_is_met_once()
    {
        // Sobol's property A: the matrix of the first bits of the first d direction numbers of d dimensions is regular, for which the table was made.
        var rows = new ulong[SobolDirections.Dimensions];
        var directions = new uint[SobolDirections.Bits];
        for (var dimension = 0; dimension < rows.Length; dimension++)
        {
            SobolDirections.Write(dimension, directions);
            for (var j = 0; j < directions.Length; j++)
            {
                rows[dimension] |= (ulong)(directions[j] >> 31) << j;
            }
        }

        for (var dimensions = 1; dimensions <= SobolDirections.Bits; dimensions++)
        {
            Assert.Equal(dimensions, Rank([.. rows[..dimensions].Select(row => row & (ulong.MaxValue >> (64 - dimensions)))]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Each_coordinate_has_one_point_in_each_equal_part(int seed)
    {
        var sequence = seed == 0 ? SobolSequence.Unscrambled(64) : SobolSequence.Scrambled(64, (uint)seed);
        var point = new double[64];
        foreach (var parts in (int[])[2, 16, 256, 4096])
        {
            var counts = new int[64, parts];
            for (var i = 0u; i < parts; i++)
            {
                sequence.Write(i, point);
                for (var dimension = 0; dimension < point.Length; dimension++)
                {
                    Assert.Equal(0, counts[dimension, (int)(point[dimension] * parts)]++);
                }
            }
        }
    }

    [Fact]
    public void The_first_two_dimensions_are_a_net_of_quality_0()
    {
        const int bits = 10;
        var sequence = SobolSequence.Scrambled(2, 3);
        for (var first = 0; first <= bits; first++)
        {
            var counts = new HashSet<uint>();
            for (var i = 0u; i < 1u << bits; i++)
            {
                var x = first == 0 ? 0 : sequence.Word(i, 0) >> (32 - first);
                var y = first == bits ? 0 : sequence.Word(i, 1) >> (32 - bits + first);
                Assert.True(counts.Add((x << (bits - first)) | y));
            }
        }
    }

    [Fact]
    public void Scrambles_are_keyed_and_points_lie_inside()
    {
        var point = new double[64];
        var other = new double[64];
        SobolSequence.Scrambled(64, 5).Write(17, point);
        SobolSequence.Scrambled(64, 5).Write(17, other);
        Assert.Equal(point, other);
        Assert.All(point, x => Assert.InRange(x, double.Epsilon, 1 - 1e-16));
        SobolSequence.Scrambled(64, 5, 1).Write(17, other);
        Assert.All(point.Zip(other), pair => Assert.NotEqual(pair.First, pair.Second));
        SobolSequence.Scrambled(64, 6).Write(17, other);
        Assert.All(point.Zip(other), pair => Assert.NotEqual(pair.First, pair.Second));
        SobolSequence.Scrambled(3, 5).Write(17, other.AsSpan(0, 3));
        Assert.Equal(point[..3], other[..3]);
    }

    [Fact]
    public void Means_converge_faster_than_those_of_random_points()
    {
        // Product of 1 + (x - 1/2) over six dimensions: mean 1. Root mean square error over scrambles, against the exact one of 1,024 random points.
        const int points = 1024, scrambles = 50;
        var squares = 0.0;
        var point = new double[6];
        for (var scramble = 0u; scramble < scrambles; scramble++)
        {
            var sequence = SobolSequence.Scrambled(6, 44, scramble);
            var sum = 0.0;
            for (var i = 0u; i < points; i++)
            {
                sequence.Write(i, point);
                sum += point.Aggregate(1.0, (product, x) => product * (x + 0.5));
            }

            squares += Math.Pow((sum / points) - 1, 2) / scrambles;
        }

        var random = (Math.Pow(13.0 / 12, 6) - 1) / points;
        Assert.True(squares < random / 100, $"{squares} against {random}");
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Unscrambled(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Scrambled(65, 1));
        Assert.Throws<ArgumentException>(() => SobolSequence.Unscrambled(3).Write(0, new double[2]));
    }

    private static uint OrderOfX(uint polynomial, int degree)
    {
        // Period of x modulo the polynomial: 2^degree - 1 if and only if it is primitive.
        var (value, order) = (1u, 0u);
        do
        {
            value <<= 1;
            if ((value >> degree) == 1)
            {
                value ^= polynomial;
            }

            order++;
        }
        while (value != 1);
        return order;
    }

    private static int Rank(ulong[] rows)
    {
        var rank = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            var pivot = Array.FindIndex(rows, rank, row => ((row >> bit) & 1) == 1);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var i = rank + 1; i < rows.Length; i++)
            {
                rows[i] ^= ((rows[i] >> bit) & 1) == 1 ? rows[rank] : 0;
            }

            rank++;
        }

        return rank;
    }
}
