namespace ProgressionSim.Engine.Sampling;

/// <summary>All values between two bounds equally likely.</summary>
public sealed record UniformDistribution : Distribution
{
    /// <summary>Sets both bounds.</summary>
    /// <param name="lower">Finite.</param>
    /// <param name="upper">Finite, more than <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public UniformDistribution(double lower, double upper)
    {
        Lower = ParameterRange.Finite(lower);
        Upper = ParameterRange.Finite(upper);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        ParameterRange.Finite(upper - lower, nameof(upper));
    }

    /// <summary>Smallest value.</summary>
    public double Lower { get; }

    /// <summary>Largest value.</summary>
    public double Upper { get; }

    /// <inheritdoc/>
    public override double Mean => Lower + (0.5 * (Upper - Lower));

    /// <inheritdoc/>
    public override double Median => Mean;

    /// <inheritdoc/>
    public override double Quantile(double u) => Math.Min(Math.FusedMultiplyAdd(ParameterRange.OpenUnit(u), Upper - Lower, Lower), Upper);

    /// <inheritdoc/>
    public override double Cdf(double x) => Math.Clamp((x - Lower) / (Upper - Lower), 0.0, 1.0);
}
