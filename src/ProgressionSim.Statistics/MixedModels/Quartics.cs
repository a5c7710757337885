namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Weighted sums over patients of the products of two entries of M = Z'V^-1 Z, for the derivatives of sums of M.</summary>
internal readonly record struct Quartics(double AA, double AB, double AC, double BB, double BC, double CC)
{
    /// <summary>The sum of M E M, where E has a 1 for the intercept variance (0), for the slope variance (1), or two for their covariance (2).</summary>
    public Symmetric2 Derivative(int parameter) => parameter switch
    {
        0 => new Symmetric2(AA, AB, BB),
        1 => new Symmetric2(BB, BC, CC),
        _ => new Symmetric2(2 * AB, AC + BB, 2 * BC),
    };

    /// <summary>The sums of x'M E M x for the three parameters.</summary>
    public (double Intercept, double Slope, double Covariance) Forms(Symmetric2 xx) => (
        (AA * xx.A11) + (2 * AB * xx.A12) + (BB * xx.A22),
        (BB * xx.A11) + (2 * BC * xx.A12) + (CC * xx.A22),
        2 * ((AB * xx.A11) + ((AC + BB) * xx.A12) + (BC * xx.A22)));
}
