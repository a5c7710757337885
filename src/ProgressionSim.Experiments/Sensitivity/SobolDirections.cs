namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Direction numbers of Joe and Kuo for Sobol' points of up to 64 dimensions.</summary>
/// <remarks>
/// Source: Joe and Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput. 30:2635-2654 (2008),
/// doi:10.1137/070709359; rows 2 to 64 of the authors' published table new-joe-kuo-6.21201, used here as published facts. Dimension 1 has no row: its
/// direction numbers are the powers of two.
/// </remarks>
internal static class SobolDirections
{
    /// <summary>Bits of a coordinate.</summary>
    public const int Bits = 32;

    /// <summary>
    /// Dimensions 2, 3, and so on: the inner coefficients of the primitive polynomial of degree s, read as a binary number, then m(1) to m(s).
    /// </summary>
    private static readonly uint[][] Rows =
    [
        [0, 1],
        [1, 1, 3],
        [1, 1, 3, 1],
        [2, 1, 1, 1],
        [1, 1, 1, 3, 3],
        [4, 1, 3, 5, 13],
        [2, 1, 1, 5, 5, 17],
        [4, 1, 1, 5, 5, 5],
        [7, 1, 1, 7, 11, 19],
        [11, 1, 1, 5, 1, 1],
        [13, 1, 1, 1, 3, 11],
        [14, 1, 3, 5, 5, 31],
        [1, 1, 3, 3, 9, 7, 49],
        [13, 1, 1, 1, 15, 21, 21],
        [16, 1, 3, 1, 13, 27, 49],
        [19, 1, 1, 1, 15, 7, 5],
        [22, 1, 3, 1, 15, 13, 25],
        [25, 1, 1, 5, 5, 19, 61],
        [1, 1, 3, 7, 11, 23, 15, 103],
        [4, 1, 3, 7, 13, 13, 15, 69],
        [7, 1, 1, 3, 13, 7, 35, 63],
        [8, 1, 3, 5, 9, 1, 25, 53],
        [14, 1, 3, 1, 13, 9, 35, 107],
        [19, 1, 3, 1, 5, 27, 61, 31],
        [21, 1, 1, 5, 11, 19, 41, 61],
        [28, 1, 3, 5, 3, 3, 13, 69],
        [31, 1, 1, 7, 13, 1, 19, 1],
        [32, 1, 3, 7, 5, 13, 19, 59],
        [37, 1, 1, 3, 9, 25, 29, 41],
        [41, 1, 3, 5, 13, 23, 1, 55],
        [42, 1, 3, 7, 3, 13, 59, 17],
        [50, 1, 3, 1, 3, 5, 53, 69],
        [55, 1, 1, 5, 5, 23, 33, 13],
        [56, 1, 1, 7, 7, 1, 61, 123],
        [59, 1, 1, 7, 9, 13, 61, 49],
        [62, 1, 3, 3, 5, 3, 55, 33],
        [14, 1, 3, 1, 15, 31, 13, 49, 245],
        [21, 1, 3, 5, 15, 31, 59, 63, 97],
        [22, 1, 3, 1, 11, 11, 11, 77, 249],
        [38, 1, 3, 1, 11, 27, 43, 71, 9],
        [47, 1, 1, 7, 15, 21, 11, 81, 45],
        [49, 1, 3, 7, 3, 25, 31, 65, 79],
        [50, 1, 3, 1, 1, 19, 11, 3, 205],
        [52, 1, 1, 5, 9, 19, 21, 29, 157],
        [56, 1, 3, 7, 11, 1, 33, 89, 185],
        [67, 1, 3, 3, 3, 15, 9, 79, 71],
        [70, 1, 3, 7, 11, 15, 39, 119, 27],
        [84, 1, 1, 3, 1, 11, 31, 97, 225],
        [97, 1, 1, 1, 3, 23, 43, 57, 177],
        [103, 1, 3, 7, 7, 17, 17, 37, 71],
        [115, 1, 3, 1, 5, 27, 63, 123, 213],
        [122, 1, 1, 3, 5, 11, 43, 53, 133],
        [8, 1, 3, 5, 5, 29, 17, 47, 173, 479],
        [13, 1, 3, 3, 11, 3, 1, 109, 9, 69],
        [16, 1, 1, 1, 5, 17, 39, 23, 5, 343],
        [22, 1, 3, 1, 5, 25, 15, 31, 103, 499],
        [25, 1, 1, 1, 11, 11, 17, 63, 105, 183],
        [44, 1, 1, 5, 11, 9, 29, 97, 231, 363],
        [47, 1, 1, 5, 15, 19, 45, 41, 7, 383],
        [52, 1, 3, 7, 7, 31, 19, 83, 137, 221],
        [55, 1, 1, 1, 3, 23, 15, 111, 223, 83],
        [59, 1, 1, 5, 13, 31, 15, 55, 25, 161],
        [62, 1, 1, 3, 13, 25, 47, 39, 87, 257],
    ];

    /// <summary>Dimensions the table serves.</summary>
    public static int Dimensions => Rows.Length + 1;

    /// <summary>Row of a dimension.</summary>
    /// <param name="dimension">1 to one below <see cref="Dimensions"/>, counted from 0.</param>
    /// <returns>Polynomial, then m(1) to m(s).</returns>
    public static ReadOnlySpan<uint> Row(int dimension) => Rows[dimension - 1];

    /// <summary>Writes the direction numbers of a dimension.</summary>
    /// <param name="dimension">0 to one below <see cref="Dimensions"/>.</param>
    /// <param name="directions">Receives v(1) to v(32) as binary fractions of 32 bits, the first bit the highest.</param>
    /// <remarks>
    /// v(j) = m(j) / 2^j. Beyond the row m(j) = 2 c(1) m(j-1) xor 4 c(2) m(j-2) xor ... xor 2^s m(j-s) xor m(j-s), with c the coefficients
    /// of the polynomial; on fractions the factors 2^i are shifts that cancel, and the last term is a shift by s.
    /// </remarks>
    public static void Write(int dimension, Span<uint> directions)
    {
        if (dimension == 0)
        {
            for (var j = 0; j < Bits; j++)
            {
                directions[j] = 1u << (Bits - 1 - j);
            }

            return;
        }

        var row = Row(dimension);
        var polynomial = row[0];
        var degree = row.Length - 1;
        for (var j = 0; j < degree; j++)
        {
            directions[j] = row[j + 1] << (Bits - 1 - j);
        }

        for (var j = degree; j < Bits; j++)
        {
            var value = directions[j - degree] ^ (directions[j - degree] >> degree);
            for (var i = 1; i < degree; i++)
            {
                if (((polynomial >> (degree - 1 - i)) & 1) == 1)
                {
                    value ^= directions[j - i];
                }
            }

            directions[j] = value;
        }
    }
}
