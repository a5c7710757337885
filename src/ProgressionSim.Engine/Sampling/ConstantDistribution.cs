namespace ProgressionSim.Engine.Sampling;

/// <summary>The same value for everyone.</summary>
public sealed record ConstantDistribution : Distribution
{
    /// <summary>Fixes the value.</summary>
    /// <param name="value">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public ConstantDistribution(double value) => Value = ParameterRange.Finite(value);

    /// <summary>The value; finite.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double Median => Value;

    /// <inheritdoc/>
    public override double Quantile(double u)
    {
        ParameterRange.OpenUnit(u);
        return Value;
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x >= Value ? 1.0 : 0.0;

    /// <inheritdoc/>
    public override double CdfBelow(double x) => x > Value ? 1.0 : 0.0;

    internal override double MeanBetween(double lower, double upper) => Value;
}
