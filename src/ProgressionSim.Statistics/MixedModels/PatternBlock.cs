using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Sufficient statistics of four patterns, one a lane; lanes without a pattern are zero throughout. Patients of a pattern were measured at the same times, so
/// they share Z (a column of ones, a column of times) and, in units of the residual variance, V = I + Z Gamma Z'.
/// </summary>
internal struct PatternBlock
{
    /// <summary>Z'Z: number of times, their sum, the sum of their squares.</summary>
    public Vector256<double> G11, G12, G22;

    /// <summary>Determinant of Z'Z; exactly 0 for a single time.</summary>
    public Vector256<double> Determinant;

    /// <summary>Patients in either group.</summary>
    public Vector256<double> Patients0, Patients1;

    /// <summary>Sums over the patients of each group of the coefficients b of their own least-squares line.</summary>
    public Vector256<double> Intercepts0, Slopes0, Intercepts1, Slopes1;

    /// <summary>Sums over all patients of b b'.</summary>
    public Vector256<double> Squares11, Squares12, Squares22;

    /// <summary>M = Z'V^-1 Z at the Gamma evaluated last.</summary>
    public Vector256<double> M11, M12, M22;

    /// <summary>The determinant of V, which is that of I + Z'Z Gamma.</summary>
    public Vector256<double> DeterminantV;

    /// <summary>The inverse of Z'Z; for a single time only its first entry is not 0.</summary>
    public Vector256<double> Inverse11, Inverse12, Inverse22;

    /// <summary>The lanes of a vector added in a fixed order, so that no machine's own order shows in the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> lanes)
    {
        var pairs = lanes.GetLower() + lanes.GetUpper();
        return pairs.GetElement(0) + pairs.GetElement(1);
    }
}
