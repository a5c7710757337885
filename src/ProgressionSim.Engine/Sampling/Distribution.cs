namespace ProgressionSim.Engine.Sampling;

/// <summary>Distribution of one number, drawn by its inverse cumulative distribution function.</summary>
/// <remarks>
/// One uniform gives one value, and the value never falls as the uniform rises; so changing a distribution leaves every
/// other draw of a patient unchanged. All arithmetic is portable: the same uniform gives the same bits everywhere.
/// Immutable, so thread-safe.
/// </remarks>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>Expected value, in the unit of the values.</summary>
    public abstract double Mean { get; }

    /// <summary>Value at probability 1/2, in the unit of the values.</summary>
    public virtual double Median => Quantile(0.5);

    /// <summary>Smallest value with at least probability <paramref name="u"/> at or below it.</summary>
    /// <param name="u">Uniform draw; more than 0, less than 1.</param>
    /// <returns>A value, rising with <paramref name="u"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="u"/> is not inside 0 to 1.</exception>
    public abstract double Quantile(double u);

    /// <summary>Probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="x">Any value but NaN.</param>
    /// <returns>0 to 1.</returns>
    public abstract double Cdf(double x);

    /// <summary>Probability of a value strictly below <paramref name="x"/>.</summary>
    /// <param name="x">Any value but NaN.</param>
    /// <returns>0 to 1; equals <see cref="Cdf"/> unless <paramref name="x"/> itself has a probability.</returns>
    public virtual double CdfBelow(double x) => Cdf(x);

    /// <summary>Mean of the quantile over the probabilities from <paramref name="lower"/> to <paramref name="upper"/>.</summary>
    internal virtual double MeanBetween(double lower, double upper) => QuantileAverage.Over(this, lower, upper);
}
