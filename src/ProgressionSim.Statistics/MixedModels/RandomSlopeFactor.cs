namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Derivatives by the factor of Gamma = L L', where L is lower triangular with entries a, b (below a) and c.</summary>
internal static class RandomSlopeFactor
{
    /// <summary>Gamma of a factor.</summary>
    public static Symmetric2 Gamma(double a, double b, double c) => new(a * a, a * b, (b * b) + (c * c));

    /// <summary>Derivatives by a, b and c from those by intercept variance, slope variance and covariance.</summary>
    public static (double A, double B, double C) Gradient((double Intercept, double Slope, double Covariance) g, double a, double b, double c) => (
        (2 * a * g.Intercept) + (b * g.Covariance),
        (a * g.Covariance) + (2 * b * g.Slope),
        2 * c * g.Slope);

    /// <summary>Second derivatives of the criterion by a, b and c.</summary>
    public static Symmetric3 Hessian(RandomSlopeCriterion criterion, double a, double b, double c)
    {
        // Columns of the derivative of (intercept variance, slope variance, covariance): (2a, 0, b), (0, 2b, a), (0, 2c, 0).
        var h = criterion.Hessian;
        var g = criterion.Gradient;
        var h1A = (2 * a * h.A11) + (b * h.A13);
        var h3A = (2 * a * h.A13) + (b * h.A33);
        var h2A = (2 * a * h.A12) + (b * h.A23);
        var h2B = (2 * b * h.A22) + (a * h.A23);
        var h3B = (2 * b * h.A23) + (a * h.A33);
        return new Symmetric3(
            (2 * a * h1A) + (b * h3A) + (2 * g.Intercept),
            (2 * b * h2A) + (a * h3A) + g.Covariance,
            2 * c * h2A,
            (2 * b * h2B) + (a * h3B) + (2 * g.Slope),
            2 * c * h2B,
            (4 * c * c * h.A22) + (2 * g.Slope));
    }
}
