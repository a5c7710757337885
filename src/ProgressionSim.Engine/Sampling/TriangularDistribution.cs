namespace ProgressionSim.Engine.Sampling;

/// <summary>Density rising in a straight line to the mode and falling in one after it.</summary>
public sealed record TriangularDistribution : Distribution
{
    private readonly double modeProbability;

    /// <summary>Sets the three corners.</summary>
    /// <param name="lower">Finite.</param>
    /// <param name="mode">Most likely value; <paramref name="lower"/> to <paramref name="upper"/>.</param>
    /// <param name="upper">Finite, more than <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public TriangularDistribution(double lower, double mode, double upper)
    {
        Lower = ParameterRange.Finite(lower);
        Upper = ParameterRange.Finite(upper);
        Mode = ParameterRange.Finite(mode);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        ArgumentOutOfRangeException.ThrowIfLessThan(mode, lower);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mode, upper);
        ParameterRange.Finite(upper - lower, nameof(upper));
        modeProbability = (mode - lower) / (upper - lower);
    }

    /// <summary>Smallest value.</summary>
    public double Lower { get; }

    /// <summary>Most likely value.</summary>
    public double Mode { get; }

    /// <summary>Largest value.</summary>
    public double Upper { get; }

    /// <inheritdoc/>
    public override double Mean => Lower + (((Mode - Lower) + (Upper - Lower)) / 3.0);

    /// <inheritdoc/>
    public override double Quantile(double u)
    {
        ParameterRange.OpenUnit(u);
        return u < modeProbability
            ? Math.Min(Lower + ((Upper - Lower) * Math.Sqrt(u * modeProbability)), Mode)
            : Math.Max(Upper - ((Upper - Lower) * Math.Sqrt((1.0 - u) * (1.0 - modeProbability))), Mode);
    }

    /// <inheritdoc/>
    public override double Cdf(double x)
    {
        if (x <= Lower || x >= Upper)
        {
            return x <= Lower ? 0.0 : 1.0;
        }

        double width = Upper - Lower;
        return x < Mode
            ? (x - Lower) / width * ((x - Lower) / (Mode - Lower))
            : 1.0 - ((Upper - x) / width * ((Upper - x) / (Upper - Mode)));
    }

    // In two parts: quadrature would lose digits across the kink at the mode.
    internal override double MeanBetween(double lower, double upper)
    {
        double split = modeProbability;
        if (!(lower < split && split < upper))
        {
            return QuantileAverage.Over(this, lower, upper);
        }

        double below = (split - lower) * QuantileAverage.Over(this, lower, split);
        double above = (upper - split) * QuantileAverage.Over(this, split, upper);
        return (below + above) / (upper - lower);
    }
}
