namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Standard error and degrees of freedom of the slope difference at an optimum of the criterion.</summary>
internal static class RandomSlopeInference
{
    private const double Most = 1e10;

    /// <summary>Satterthwaite's degrees of freedom, 2 v^2 over the variance of v, with the observed information; false if that is not positive definite.</summary>
    /// <param name="criterion">At an optimum, with derivatives.</param>
    /// <param name="boundary">On the boundary only movements along it count.</param>
    /// <param name="degrees">Above 0.</param>
    /// <param name="inflation">Factor to the plain standard error: 1.</param>
    /// <remarks>
    /// Satterthwaite, Biometrics Bulletin 2:110-114 (1946), as Giesbrecht and Burns (1985) extended it to contrasts of mixed models.
    /// The variance of the contrast is the residual variance times v(Gamma); information on both together follows from the profile's second derivatives, since
    /// the residual variance was profiled out: it has 2/degrees of freedom as its own relative variance, and moves with Gamma as the profile does.
    /// </remarks>
    public static bool TrySatterthwaite(RandomSlopeCriterion criterion, RandomSlopeBoundary boundary, out double degrees, out double inflation)
    {
        var means = criterion.Means;
        var (i0, s0) = means.Contrast0;
        var (i1, s1) = means.Contrast1;
        var v = means.ContrastVariance;
        var (a1, a2, a3) = criterion.Group0.Forms(new Symmetric2(i0 * i0, i0 * s0, s0 * s0));
        var (b1, b2, b3) = criterion.Group1.Forms(new Symmetric2(i1 * i1, i1 * s1, s1 * s1));
        var q = criterion.SquaresGradient;
        var share = v / criterion.Degrees;
        var g = (B1: a1 + b1 + (q.Intercept * share), B2: a2 + b2 + (q.Slope * share), B3: a3 + b3 + (q.Covariance * share));
        var spread = v * share;
        degrees = double.NaN;
        inflation = 1;
        if (boundary == RandomSlopeBoundary.Interior)
        {
            if (!criterion.Hessian.TrySolve(g, out var x))
            {
                return false;
            }

            spread += (g.B1 * x.X1) + (g.B2 * x.X2) + (g.B3 * x.X3);
        }
        else if (boundary == RandomSlopeBoundary.RankOne)
        {
            // Gamma = u u' with u free.
            var a = Math.Sqrt(criterion.Gamma.A11);
            var b = criterion.Gamma.A12 / a;
            var h = RandomSlopeFactor.Hessian(criterion, a, b, 0);
            var u = RandomSlopeFactor.Gradient(g, a, b, 0);
            if (!new Symmetric3(h.A11, h.A12, 0, h.A22, 0, 1).TrySolve((u.A, u.B, 0), out var x))
            {
                return false;
            }

            spread += (u.A * x.X1) + (u.B * x.X2);
        }

        degrees = Math.Min(v * v / spread, Most);
        return degrees > 0;
    }

    /// <summary>Kenward and Roger's degrees of freedom and standard error, with the expected information; false if that is not positive definite.</summary>
    /// <param name="criterion">At an optimum, with derivatives.</param>
    /// <param name="patterns">Its data.</param>
    /// <param name="degrees">Above 0.</param>
    /// <param name="inflation">Factor to the plain standard error.</param>
    /// <remarks>
    /// Kenward and Roger, Biometrics 53:983-997 (1997), doi:10.2307/2533558, for a single contrast: the scale of F is then 1. Parameters are those of Gamma and,
    /// in place of the residual variance, a common factor of all variances, which changes neither answer; everything is in units of the residual variance.
    /// </remarks>
    public static bool TryKenwardRoger(RandomSlopeCriterion criterion, RandomSlopePatterns patterns, out double degrees, out double inflation)
    {
        degrees = double.NaN;
        inflation = double.NaN;
        var means = criterion.Means;
        var (i0, s0) = means.Contrast0;
        var (i1, s1) = means.Contrast1;
        var v = means.ContrastVariance;
        var w0 = new Symmetric2(i0 * i0, i0 * s0, s0 * s0);
        var w1 = new Symmetric2(i1 * i1, i1 * s1, s1 * s1);
        var (g0, g1) = (criterion.Group0, criterion.Group1);
        var (t01, t02, t03) = (g0.Derivative(0), g0.Derivative(1), g0.Derivative(2));
        var (t11, t12, t13) = (g1.Derivative(0), g1.Derivative(1), g1.Derivative(2));

        // Information on Gamma (twice), and with the common factor, whose own is the degrees of freedom; then what is left when that factor is unknown.
        var whole = criterion.Information;
        var (f0, f1) = (g0.Forms(means.B00), g1.Forms(means.B11));
        var (c1, c2, c3) = (whole.A11 - f0.Intercept - f1.Intercept, whole.A22 - f0.Slope - f1.Slope, (2 * whole.A12) - f0.Covariance - f1.Covariance);
        var cubes = patterns.Cubes(means.B00, means.B11);
        var e = criterion.Expected;
        var r = 1 / criterion.Degrees;
        var information = new Symmetric3(
            e.A11 - (2 * cubes.A11) + means.Trace(t01, t11, t01, t11) - (c1 * c1 * r),
            e.A12 - (2 * cubes.A12) + means.Trace(t01, t11, t02, t12) - (c1 * c2 * r),
            e.A13 - (2 * cubes.A13) + means.Trace(t01, t11, t03, t13) - (c1 * c3 * r),
            e.A22 - (2 * cubes.A22) + means.Trace(t02, t12, t02, t12) - (c2 * c2 * r),
            e.A23 - (2 * cubes.A23) + means.Trace(t02, t12, t03, t13) - (c2 * c3 * r),
            e.A33 - (2 * cubes.A33) + means.Trace(t03, t13, t03, t13) - (c3 * c3 * r));
        if (!information.TrySolve((1, 0, 0), out var x1) || !information.TrySolve((0, 1, 0), out var x2) || !information.TrySolve((0, 0, 1), out var x3))
        {
            return false;
        }

        var (a1, a2, a3) = g0.Forms(w0);
        var (b1, b2, b3) = g1.Forms(w1);
        var (d1, d2, d3) = (a1 + b1 - (c1 * v * r), a2 + b2 - (c2 * v * r), a3 + b3 - (c3 * v * r));
        var spread = (v * v * r)
            + (d1 * ((x1.X1 * d1) + (x1.X2 * d2) + (x1.X3 * d3)))
            + (d2 * ((x2.X1 * d1) + (x2.X2 * d2) + (x2.X3 * d3)))
            + (d3 * ((x3.X1 * d1) + (x3.X2 * d2) + (x3.X3 * d3)));
        degrees = Math.Min(v * v / spread, Most);

        // Twice the information was inverted, so the parameters' covariance is twice the inverse; the standard error's own formula holds another 2.
        var bias = patterns.Cubes(w0, w1);
        var y1 = Product(t01, t11);
        var y2 = Product(t02, t12);
        var y3 = Product(t03, t13);
        var more = (x1.X1 * (bias.A11 - means.Form(y1, y1))) + (x2.X2 * (bias.A22 - means.Form(y2, y2))) + (x3.X3 * (bias.A33 - means.Form(y3, y3)))
            + (2 * ((x1.X2 * (bias.A12 - means.Form(y1, y2))) + (x1.X3 * (bias.A13 - means.Form(y1, y3))) + (x2.X3 * (bias.A23 - means.Form(y2, y3)))));
        inflation = Math.Sqrt(1 + (4 * more / v));
        return degrees > 0;

        (double I0, double S0, double I1, double S1) Product(Symmetric2 t0, Symmetric2 t1) => (
            (t0.A11 * i0) + (t0.A12 * s0), (t0.A12 * i0) + (t0.A22 * s0), (t1.A11 * i1) + (t1.A12 * s1), (t1.A12 * i1) + (t1.A22 * s1));
    }
}
