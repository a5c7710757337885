using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <content>First and second derivatives.</content>
internal sealed partial class RandomSlopeCriterion
{
    /// <summary>Forms the derivatives at the point of the last means.</summary>
    public void Differentiate()
    {
        var restricted = likelihood == RandomSlopeLikelihood.Restricted;
        var scale = 1 / ResidualVariance;
        var spread = SumSquares(restricted, scale);
        var (g0, g1) = (Group0, Group1);

        // The fixed effects' share of M Q M is known from the products of M.
        var f0 = g0.Forms(Means.B00);
        var f1 = g1.Forms(Means.B11);
        var share = restricted ? (Intercept: f0.Intercept + f1.Intercept, Slope: f0.Slope + f1.Slope, Covariance: f0.Covariance + f1.Covariance) : default;
        var u = spread.U;
        var whole = Information;
        Gradient = (whole.A11 - u.A11, whole.A22 - u.A22, 2 * (whole.A12 - u.A12));
        SquaresGradient = (share.Intercept - u.A11, share.Slope - u.A22, share.Covariance - (2 * u.A12));
        var q = SquaresGradient;

        var aa = g0.AA + g1.AA;
        var bb = g0.BB + g1.BB;
        var cc = g0.CC + g1.CC;
        var ab = 2 * (g0.AB + g1.AB);
        var bc = 2 * (g0.BC + g1.BC);
        var acbb = 2 * (g0.AC + g1.AC + bb);
        Expected = new Symmetric3(aa, bb, ab, cc, bc, acbb);

        // Residuals of the means respond to Gamma, and so does the estimated residual variance.
        var (r1, r2, r3) = (spread.Residuals1, spread.Residuals2, spread.Residuals3);
        var s = spread.Products;
        var h11 = (2 * s.A11) - aa - (2 * scale * Means.Form(r1, r1)) - (q.Intercept * q.Intercept / Degrees);
        var h12 = (2 * s.A12) - bb - (2 * scale * Means.Form(r1, r2)) - (q.Intercept * q.Slope / Degrees);
        var h13 = (2 * s.A13) - ab - (2 * scale * Means.Form(r1, r3)) - (q.Intercept * q.Covariance / Degrees);
        var h22 = (2 * s.A22) - cc - (2 * scale * Means.Form(r2, r2)) - (q.Slope * q.Slope / Degrees);
        var h23 = (2 * s.A23) - bc - (2 * scale * Means.Form(r2, r3)) - (q.Slope * q.Covariance / Degrees);
        var h33 = (2 * s.A33) - acbb - (2 * scale * Means.Form(r3, r3)) - (q.Covariance * q.Covariance / Degrees);
        if (restricted)
        {
            var (t01, t02, t03) = (g0.Derivative(0), g0.Derivative(1), g0.Derivative(2));
            var (t11, t12, t13) = (g1.Derivative(0), g1.Derivative(1), g1.Derivative(2));
            h11 -= Means.Trace(t01, t11, t01, t11);
            h12 -= Means.Trace(t01, t11, t02, t12);
            h13 -= Means.Trace(t01, t11, t03, t13);
            h22 -= Means.Trace(t02, t12, t02, t12);
            h23 -= Means.Trace(t02, t12, t03, t13);
            h33 -= Means.Trace(t03, t13, t03, t13);
        }

        Hessian = new Symmetric3(h11, h12, h13, h22, h23, h33);
    }

    // Sums that need the means. U = M Q M / residual variance, with the uncertainty of the means added to Q where the likelihood is restricted.
    private SquareSums SumSquares(bool restricted, double scale)
    {
        var (i0, s0, i1, s1) = Beta;
        var (vi0, vs0, vi1, vs1) = (Vector256.Create(i0), Vector256.Create(s0), Vector256.Create(i1), Vector256.Create(s1));
        var scales = Vector256.Create(scale);
        var (b0, b1) = restricted ? (Means.B00, Means.B11) : default;
        var (b011, b012, b022) = (Vector256.Create(b0.A11), Vector256.Create(b0.A12), Vector256.Create(b0.A22));
        var (b111, b112, b122) = (Vector256.Create(b1.A11), Vector256.Create(b1.A12), Vector256.Create(b1.A22));
        Vector256<double> u11 = default, u12 = default, u22 = default;
        Vector256<double> p11 = default, p12 = default, p13 = default, p22 = default, p23 = default, p33 = default;
        Vector256<double> ai0 = default, bi0 = default, ci0 = default, as0 = default, bs0 = default, cs0 = default;
        Vector256<double> ai1 = default, bi1 = default, ci1 = default, as1 = default, bs1 = default, cs1 = default;
        foreach (ref readonly var block in patterns.Blocks)
        {
            var (a, b, c) = (block.M11, block.M12, block.M22);
            var n0 = block.Patients0;
            var n1 = block.Patients1;

            // Sums of the lines around their means.
            var e0 = block.Intercepts0 - (n0 * vi0);
            var f0 = block.Slopes0 - (n0 * vs0);
            var e1 = block.Intercepts1 - (n1 * vi1);
            var f1 = block.Slopes1 - (n1 * vs1);

            // Squares of the lines around their means: sum of b b' - b m' - m b' + m m'.
            var q11 = block.Squares11 - (vi0 * (block.Intercepts0 + e0)) - (vi1 * (block.Intercepts1 + e1));
            var q12 = block.Squares12 - (vi0 * f0) - (vs0 * block.Intercepts0) - (vi1 * f1) - (vs1 * block.Intercepts1);
            var q22 = block.Squares22 - (vs0 * (block.Slopes0 + f0)) - (vs1 * (block.Slopes1 + f1));
            q11 = (q11 * scales) + (n0 * b011) + (n1 * b111);
            q12 = (q12 * scales) + (n0 * b012) + (n1 * b112);
            q22 = (q22 * scales) + (n0 * b022) + (n1 * b122);
            var m11 = (a * q11) + (b * q12);
            var m12 = (a * q12) + (b * q22);
            var m21 = (b * q11) + (c * q12);
            var m22 = (b * q12) + (c * q22);
            var w11 = (m11 * a) + (m12 * b);
            var w12 = (m11 * b) + (m12 * c);
            var w22 = (m21 * b) + (m22 * c);
            u11 += w11;
            u12 += w12;
            u22 += w22;
            p11 += a * w11;
            p12 += b * w12;
            p13 += (a * w12) + (b * w11);
            p22 += c * w22;
            p23 += (b * w22) + (c * w12);
            p33 += (b * (w12 + w12)) + (c * w11) + (a * w22);

            var x0 = (a * e0) + (b * f0);
            var z0 = (b * e0) + (c * f0);
            ai0 += a * x0;
            bi0 += b * x0;
            ci0 += c * x0;
            as0 += a * z0;
            bs0 += b * z0;
            cs0 += c * z0;
            var x1 = (a * e1) + (b * f1);
            var z1 = (b * e1) + (c * f1);
            ai1 += a * x1;
            bi1 += b * x1;
            ci1 += c * x1;
            as1 += a * z1;
            bs1 += b * z1;
            cs1 += c * z1;
        }

        var (sbi0, sbs0) = (PatternBlock.Sum(bi0), PatternBlock.Sum(bs0));
        var (sbi1, sbs1) = (PatternBlock.Sum(bi1), PatternBlock.Sum(bs1));
        return new SquareSums(
            new Symmetric2(PatternBlock.Sum(u11), PatternBlock.Sum(u12), PatternBlock.Sum(u22)),
            new Symmetric3(
                PatternBlock.Sum(p11), PatternBlock.Sum(p12), PatternBlock.Sum(p13), PatternBlock.Sum(p22), PatternBlock.Sum(p23), PatternBlock.Sum(p33)),
            (PatternBlock.Sum(ai0), sbi0, PatternBlock.Sum(ai1), sbi1),
            (sbs0, PatternBlock.Sum(cs0), sbs1, PatternBlock.Sum(cs1)),
            (PatternBlock.Sum(as0) + sbi0, sbs0 + PatternBlock.Sum(ci0), PatternBlock.Sum(as1) + sbi1, sbs1 + PatternBlock.Sum(ci1)));
    }

    // Sums of M Q M; of its products with M that the second derivatives hold; of M E M R for each parameter, by group.
    private readonly record struct SquareSums(
        Symmetric2 U,
        Symmetric3 Products,
        (double I0, double S0, double I1, double S1) Residuals1,
        (double I0, double S0, double I1, double S1) Residuals2,
        (double I0, double S0, double I1, double S1) Residuals3);
}
