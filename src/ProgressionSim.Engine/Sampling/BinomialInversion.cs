using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Sampling;

/// <summary>
/// A draw alone: inversion from 0 in double precision with the upper 32 bits of the uniform, and <see cref="BinomialQuantile"/> with all 64 where
/// those cannot decide.
/// </summary>
/// <remarks>
/// P(0) = e^(-n h) exactly, P(k + 1) = P(k) (n - k) / (k + 1) (e^h - 1). Each term carries at most 4 roundings more than the last and each sum one, and
/// e^(-n h) is within 2 ulp with an argument error of n h 2^-53, so |F - exact| is below (n h + 5 k + 6) 2^-53: under 5e-13 for n h up to 600 and the k
/// it reaches. The lower 32 bits are worth at most 2^-32. A draw whose upper bits stand further than 2^-32 + 1e-12 from both steps of F around it is
/// decided; 2 in 10^8 are not at n = 1,000 and n h = 14, 9 in 10^8 at n = 20,000 and n h = 276 (counted).
/// </remarks>
public static class BinomialInversion
{
    /// <summary>Largest n h inverted from 0; beyond it e^(-n h) nears the smallest double.</summary>
    public const double LargestMean = 600;

    private const double Doubt = (1.0 / (1UL << 32)) + 1e-12;

    private static readonly double[] Reciprocals = [.. Enumerable.Range(0, 2048).Select(k => 1.0 / (k + 1))];

    /// <summary>Tries to draw a count from the upper half of the uniform.</summary>
    /// <param name="upperBits">Upper 32 of the 64 uniform bits.</param>
    /// <param name="n">Number of trials, 1 to 20,000.</param>
    /// <param name="hazard">h, more than 0.</param>
    /// <returns>The count, or -1 when all 64 bits are needed.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int TryDraw(uint upperBits, int n, float hazard)
    {
        var mean = n * (double)hazard;
        if (!(mean <= LargestMean) || hazard > 8)
        {
            return -1;
        }

        var uniform = (upperBits + 0.5) * (1.0 / (1UL << 32));
        var odds = PortableMath.ExpM1(hazard);
        var term = PortableMath.Exp(-mean);
        var below = 0.0;
        var cumulative = term;
        var k = 0;
        var reciprocals = Reciprocals;
        while (cumulative < uniform && k < n)
        {
            if ((uint)k >= (uint)reciprocals.Length)
            {
                return -1;
            }

            term *= (n - k) * odds * reciprocals[k];
            below = cumulative;
            cumulative += term;
            k++;
        }

        if (uniform - below < Doubt && k > 0)
        {
            return -1;
        }

        return cumulative - uniform < Doubt && k < n ? -1 : k;
    }
}
