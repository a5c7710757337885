namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// A factor of Gamma = L L', where L is triangular: the leading effect has the single entry a, the other one b with the leading effect and c of its own.
/// </summary>
/// <param name="A">Standard deviation of the leading effect, either sign.</param>
/// <param name="B">Part of the other effect that goes with it.</param>
/// <param name="C">The rest; 0 where Gamma has rank 1.</param>
/// <param name="SlopeLeads">Whether the slope leads; the effect that varies more should, for the other order turns badly conditioned.</param>
internal readonly record struct RandomSlopeFactor(double A, double B, double C, bool SlopeLeads)
{
    /// <summary>The matrix it is a factor of.</summary>
    public Symmetric2 Gamma => Swapped(new Symmetric2(A * A, A * B, (B * B) + (C * C)));

    /// <summary>Factor of a matrix that is positive definite, or semidefinite up to rounding.</summary>
    public static RandomSlopeFactor Of(Symmetric2 gamma, bool slopeLeads)
    {
        var (first, second) = slopeLeads ? (gamma.A22, gamma.A11) : (gamma.A11, gamma.A22);
        var a = Math.Sqrt(first);
        var b = a > 0 ? gamma.A12 / a : 0;
        return new RandomSlopeFactor(a, b, Math.Sqrt(Math.Max(0, second - (b * b))), slopeLeads);
    }

    /// <summary>The factor after a step.</summary>
    public RandomSlopeFactor Less((double X1, double X2, double X3) step, double share) =>
        this with { A = A - (share * step.X1), B = B - (share * step.X2), C = C - (share * step.X3) };

    /// <summary>Derivatives by a, b and c from those by intercept variance, slope variance and covariance.</summary>
    public (double X1, double X2, double X3) Gradient((double Intercept, double Slope, double Covariance) g)
    {
        var (first, second) = SlopeLeads ? (g.Slope, g.Intercept) : (g.Intercept, g.Slope);
        return ((2 * A * first) + (B * g.Covariance), (A * g.Covariance) + (2 * B * second), 2 * C * second);
    }

    /// <summary>Second derivatives by a, b and c from those by intercept variance, slope variance and covariance, and from the first derivatives.</summary>
    public Symmetric3 Hessian(Symmetric3 h, (double Intercept, double Slope, double Covariance) g)
    {
        if (SlopeLeads)
        {
            h = new Symmetric3(h.A22, h.A12, h.A23, h.A11, h.A13, h.A33);
            g = (g.Slope, g.Intercept, g.Covariance);
        }

        // Columns of the derivatives of (first variance, second variance, covariance): (2a, 0, b), (0, 2b, a), (0, 2c, 0).
        var h1A = (2 * A * h.A11) + (B * h.A13);
        var h3A = (2 * A * h.A13) + (B * h.A33);
        var h2A = (2 * A * h.A12) + (B * h.A23);
        var h2B = (2 * B * h.A22) + (A * h.A23);
        var h3B = (2 * B * h.A23) + (A * h.A33);
        return new Symmetric3(
            (2 * A * h1A) + (B * h3A) + (2 * g.Intercept),
            (2 * B * h2A) + (A * h3A) + g.Covariance,
            2 * C * h2A,
            (2 * B * h2B) + (A * h3B) + (2 * g.Slope),
            2 * C * h2B,
            (4 * C * C * h.A22) + (2 * g.Slope));
    }

    private Symmetric2 Swapped(Symmetric2 m) => SlopeLeads ? new Symmetric2(m.A22, m.A12, m.A11) : m;
}
