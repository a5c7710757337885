using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Starting values by moments.</summary>
internal static class RandomSlopeStart
{
    /// <summary>Covariance of the random effects in units of the residual variance; positive definite.</summary>
    /// <param name="patterns">With a positive residual sum of squares and degrees of freedom.</param>
    /// <remarks>
    /// Covariance of the patients' lines around their group's mean, less what the residual variance adds to it. Patients are weighted by the square of the
    /// spread of their times, since short follow-up tells little of a slope.
    /// </remarks>
    public static Symmetric2 Gamma(RandomSlopePatterns patterns)
    {
        Vector256<double> n0 = default, n1 = default, w0 = default, w1 = default;
        Vector256<double> i0 = default, s0 = default, i1 = default, s1 = default;
        Vector256<double> q11 = default, q12 = default, q22 = default, c11 = default, c12 = default, c22 = default;
        var largest = Vector256.Create(patterns.LargestTimeSpread);
        foreach (ref readonly var block in patterns.Blocks)
        {
            var root = block.Determinant / (Vector256.Max(block.G11, Vector256<double>.One) * largest);
            var weight = root * root;
            var m0 = weight * block.Patients0;
            var m1 = weight * block.Patients1;
            n0 += m0;
            n1 += m1;
            w0 += weight * m0;
            w1 += weight * m1;
            i0 += weight * block.Intercepts0;
            s0 += weight * block.Slopes0;
            i1 += weight * block.Intercepts1;
            s1 += weight * block.Slopes1;
            q11 += weight * block.Squares11;
            q12 += weight * block.Squares12;
            q22 += weight * block.Squares22;
            c11 += (m0 + m1) * block.Inverse11;
            c12 += (m0 + m1) * block.Inverse12;
            c22 += (m0 + m1) * block.Inverse22;
        }

        var patients0 = PatternBlock.Sum(n0);
        var patients1 = PatternBlock.Sum(n1);
        var total = patients0 + patients1;
        var r0 = patients0 > 0 ? 1 / patients0 : 0;
        var r1 = patients1 > 0 ? 1 / patients1 : 0;
        var degrees = total - (PatternBlock.Sum(w0) * r0) - (PatternBlock.Sum(w1) * r1);
        var (a0, b0, a1, b1) = (PatternBlock.Sum(i0), PatternBlock.Sum(s0), PatternBlock.Sum(i1), PatternBlock.Sum(s1));
        var noise = new Symmetric2(PatternBlock.Sum(c11) / total, PatternBlock.Sum(c12) / total, PatternBlock.Sum(c22) / total);

        // In units of the residual variance; one patient a group leaves nothing to go by.
        var scale = degrees > 1e-9 * total ? patterns.ResidualDegrees / (patterns.ResidualSquares * degrees) : 0;
        var g11 = ((PatternBlock.Sum(q11) - (a0 * a0 * r0) - (a1 * a1 * r1)) * scale) - noise.A11;
        var g12 = ((PatternBlock.Sum(q12) - (a0 * b0 * r0) - (a1 * b1 * r1)) * scale) - noise.A12;
        var g22 = ((PatternBlock.Sum(q22) - (b0 * b0 * r0) - (b1 * b1 * r1)) * scale) - noise.A22;
        g11 = Math.Max(g11, 0.1 * noise.A11);
        g22 = Math.Max(g22, 0.1 * noise.A22);
        var limit = 0.95 * Math.Sqrt(g11 * g22);
        return new Symmetric2(g11, Math.Clamp(g12, -limit, limit), g22);
    }
}
