namespace ProgressionSim.Engine.Sampling;

/// <summary>Beta distribution: values between 0 and 1.</summary>
public sealed record BetaDistribution : Distribution
{
    /// <summary>Sets both shapes.</summary>
    /// <param name="alpha">Shape towards 0; 1e-3 to 1e8.</param>
    /// <param name="beta">Shape towards 1; 1e-3 to 1e8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public BetaDistribution(double alpha, double beta)
    {
        Alpha = ParameterRange.Shape(alpha);
        Beta = ParameterRange.Shape(beta);
    }

    /// <summary>Shape towards 0; more than 0, and large values move the mean to 1.</summary>
    public double Alpha { get; }

    /// <summary>Shape towards 1; more than 0, and large values move the mean to 0.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public override double Mean => Alpha / (Alpha + Beta);

    /// <inheritdoc/>
    public override double Quantile(double u) => BetaRegularised.Quantile(Alpha, Beta, ParameterRange.OpenUnit(u));

    /// <inheritdoc/>
    public override double Cdf(double x) => BetaRegularised.Lower(Alpha, Beta, Math.Clamp(x, 0.0, 1.0));
}
