using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Minus twice the (restricted) log likelihood as a function of Gamma, the covariance of the random effects in units of the residual variance, with the
/// residual variance and the fixed effects at their best; up to a constant. Parameters in order: intercept variance, slope variance, covariance.
/// </summary>
/// <remarks>
/// With W(Gamma) = I + Z Gamma Z' for a patient, M = Z'W^-1 Z = (G + |G| adj Gamma)/|W|, |W| = 1 + tr(G Gamma) + |G||Gamma|, G = Z'Z, and dM = -M dGamma M.
/// So every derivative is a sum over patterns of products of entries of M, of M Q M (Q: squares of the lines around their means) and of M R (R: their sums).
/// </remarks>
internal sealed partial class RandomSlopeCriterion(RandomSlopePatterns patterns, RandomSlopeMeanModel model, RandomSlopeLikelihood likelihood)
{
    private Symmetric2 h0, h1;
    private double y0Intercept, y0Slope, y1Intercept, y1Slope, squares;

    /// <summary>Point of the last evaluation.</summary>
    public Symmetric2 Gamma { get; private set; }

    /// <summary>Covariance of the groups' means.</summary>
    public GroupCovariance Means { get; private set; }

    /// <summary>Mean intercept (from the offset) and slope of group 0, then of group 1.</summary>
    public (double I0, double S0, double I1, double S1) Beta { get; private set; }

    /// <summary>Sums of products of entries of M in group 0.</summary>
    public Quartics Group0 { get; private set; }

    /// <summary>Sums of products of entries of M in group 1.</summary>
    public Quartics Group1 { get; private set; }

    /// <summary>The sum over patients of M.</summary>
    public Symmetric2 Information => h0 + h1;

    /// <summary>Generalised residual sum of squares over its degrees of freedom.</summary>
    public double ResidualVariance { get; private set; }

    /// <summary>Measurements, less the number of fixed effects where the likelihood is restricted.</summary>
    public double Degrees => patterns.Observations - (likelihood == RandomSlopeLikelihood.Restricted ? FixedEffects : 0);

    /// <summary>Number of fixed effects.</summary>
    public int FixedEffects => model == RandomSlopeMeanModel.FullFactorial ? 4 : 3;

    /// <summary>Derivatives by the parameters.</summary>
    public (double Intercept, double Slope, double Covariance) Gradient { get; private set; }

    /// <summary>Derivatives of the generalised residual sum of squares over the residual variance.</summary>
    public (double Intercept, double Slope, double Covariance) SquaresGradient { get; private set; }

    /// <summary>Second derivatives.</summary>
    public Symmetric3 Hessian { get; private set; }

    /// <summary>Expectation of the second derivatives, apart from the share of the fixed effects and of the residual variance; always positive definite.</summary>
    public Symmetric3 Expected { get; private set; }

    /// <summary>The value, from the last evaluation of the means.</summary>
    public double Value()
    {
        var sum = 0.0;
        foreach (ref readonly var block in patterns.Blocks)
        {
            var patients = block.Patients0 + block.Patients1;
            for (var lane = 0; lane < 4; lane++)
            {
                sum += patients.GetElement(lane) * Math.Log(block.DeterminantV.GetElement(lane));
            }
        }

        sum += likelihood == RandomSlopeLikelihood.Restricted ? Means.LogDeterminant : 0;
        return sum + (Degrees * Math.Log(ResidualVariance));
    }

    /// <summary>Forms the means and the residual variance; false if they cannot be estimated.</summary>
    public bool TryMeans(Symmetric2 gamma)
    {
        Gamma = gamma;
        SumMeans(gamma);
        if (!GroupCovariance.TryForm(model, h0, h1, out var covariance))
        {
            return false;
        }

        Means = covariance;
        var (b0, b1) = (covariance.B00, covariance.B11);
        Beta = (
            (b0.A11 * y0Intercept) + (b0.A12 * y0Slope) + (covariance.C11 * y1Intercept) + (covariance.C12 * y1Slope),
            (b0.A12 * y0Intercept) + (b0.A22 * y0Slope) + (covariance.C21 * y1Intercept) + (covariance.C22 * y1Slope),
            (b1.A11 * y1Intercept) + (b1.A12 * y1Slope) + (covariance.C11 * y0Intercept) + (covariance.C21 * y0Slope),
            (b1.A12 * y1Intercept) + (b1.A22 * y1Slope) + (covariance.C12 * y0Intercept) + (covariance.C22 * y0Slope));
        var explained = (Beta.I0 * y0Intercept) + (Beta.S0 * y0Slope) + (Beta.I1 * y1Intercept) + (Beta.S1 * y1Slope);
        ResidualVariance = (patterns.ResidualSquares + squares - explained) / Degrees;
        return ResidualVariance > 0;
    }

    // Sums that do not need the means: M, its products, M times the lines.
    private void SumMeans(Symmetric2 gamma)
    {
        var one = Vector256<double>.One;
        var gamma11 = Vector256.Create(gamma.A11);
        var gamma12 = Vector256.Create(gamma.A12);
        var gamma22 = Vector256.Create(gamma.A22);
        var gammaDeterminant = Vector256.Create(gamma.Determinant);
        Vector256<double> h011 = default, h012 = default, h022 = default, h111 = default, h112 = default, h122 = default;
        Vector256<double> y01 = default, y02 = default, y11 = default, y12 = default, total = default;
        Vector256<double> aa0 = default, ab0 = default, ac0 = default, bb0 = default, bc0 = default, cc0 = default;
        Vector256<double> aa1 = default, ab1 = default, ac1 = default, bb1 = default, bc1 = default, cc1 = default;
        foreach (ref var block in patterns.Blocks)
        {
            var determinant = one + (block.G11 * gamma11) + (block.G12 * (gamma12 + gamma12)) + (block.G22 * gamma22)
                + (block.Determinant * gammaDeterminant);
            var inverse = one / determinant;
            var a = (block.G11 + (block.Determinant * gamma22)) * inverse;
            var b = (block.G12 - (block.Determinant * gamma12)) * inverse;
            var c = (block.G22 + (block.Determinant * gamma11)) * inverse;
            block.DeterminantV = determinant;
            block.M11 = a;
            block.M12 = b;
            block.M22 = c;
            var n0 = block.Patients0;
            var n1 = block.Patients1;
            var (a0, b0, c0) = (a * n0, b * n0, c * n0);
            var (a1, b1, c1) = (a * n1, b * n1, c * n1);
            h011 += a0;
            h012 += b0;
            h022 += c0;
            h111 += a1;
            h112 += b1;
            h122 += c1;
            y01 += (a * block.Intercepts0) + (b * block.Slopes0);
            y02 += (b * block.Intercepts0) + (c * block.Slopes0);
            y11 += (a * block.Intercepts1) + (b * block.Slopes1);
            y12 += (b * block.Intercepts1) + (c * block.Slopes1);
            total += (a * block.Squares11) + (b * (block.Squares12 + block.Squares12)) + (c * block.Squares22);
            aa0 += a * a0;
            ab0 += a * b0;
            ac0 += a * c0;
            bb0 += b * b0;
            bc0 += b * c0;
            cc0 += c * c0;
            aa1 += a * a1;
            ab1 += a * b1;
            ac1 += a * c1;
            bb1 += b * b1;
            bc1 += b * c1;
            cc1 += c * c1;
        }

        h0 = new Symmetric2(PatternBlock.Sum(h011), PatternBlock.Sum(h012), PatternBlock.Sum(h022));
        h1 = new Symmetric2(PatternBlock.Sum(h111), PatternBlock.Sum(h112), PatternBlock.Sum(h122));
        y0Intercept = PatternBlock.Sum(y01);
        y0Slope = PatternBlock.Sum(y02);
        y1Intercept = PatternBlock.Sum(y11);
        y1Slope = PatternBlock.Sum(y12);
        squares = PatternBlock.Sum(total);
        Group0 = new Quartics(
            PatternBlock.Sum(aa0), PatternBlock.Sum(ab0), PatternBlock.Sum(ac0), PatternBlock.Sum(bb0), PatternBlock.Sum(bc0), PatternBlock.Sum(cc0));
        Group1 = new Quartics(
            PatternBlock.Sum(aa1), PatternBlock.Sum(ab1), PatternBlock.Sum(ac1), PatternBlock.Sum(bb1), PatternBlock.Sum(bc1), PatternBlock.Sum(cc1));
    }
}
