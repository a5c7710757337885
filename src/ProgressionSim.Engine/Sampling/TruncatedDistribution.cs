namespace ProgressionSim.Engine.Sampling;

/// <summary>A distribution limited to a range, both bounds included; the shape inside is kept.</summary>
/// <remarks>
/// A uniform u becomes F(min) + u (F(max) - F(min)) before the inner quantile, F(min) taken just below the bound;
/// the result is clamped into the range.
/// </remarks>
public sealed record TruncatedDistribution : Distribution
{
    /// <summary>Least probability a range may leave; less is taken for a mistake, and would cost digits of the uniforms.</summary>
    public const double SmallestProbability = 1e-6;

    private const double LargestProbability = 1.0 - 1.1102230246251565E-16;

    private readonly double below;
    private readonly double inside;

    /// <summary>Limits a distribution.</summary>
    /// <param name="inner">Distribution to limit.</param>
    /// <param name="minimum">Smallest value allowed, in the unit of the values; finite, or null for no limit.</param>
    /// <param name="maximum">Largest value allowed; finite and more than <paramref name="minimum"/>, or null for no limit.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    /// <exception cref="ArgumentException">Both limits are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A limit is not finite, the limits are not in order, or the range has a probability of less than <see cref="SmallestProbability"/>.
    /// </exception>
    public TruncatedDistribution(Distribution inner, double? minimum, double? maximum)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (minimum is null && maximum is null)
        {
            throw new ArgumentException("A truncation needs a minimum, a maximum or both.", nameof(minimum));
        }

        if (minimum is double low)
        {
            ParameterRange.Finite(low, nameof(minimum));
        }

        if (maximum is double high)
        {
            ParameterRange.Finite(high, nameof(maximum));
        }

        if (minimum >= maximum)
        {
            throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "The minimum must be less than the maximum.");
        }

        Inner = inner;
        Minimum = minimum;
        Maximum = maximum;
        below = minimum is double least ? inner.CdfBelow(least) : 0.0;
        inside = (maximum is double most ? inner.Cdf(most) : 1.0) - below;
        if (!(inside >= SmallestProbability))
        {
            string name = minimum is null ? nameof(maximum) : nameof(minimum);
            throw new ArgumentOutOfRangeException(name, inside, "The range must have a probability of at least one in a million.");
        }
    }

    /// <summary>Distribution before the limits.</summary>
    public Distribution Inner { get; }

    /// <summary>Smallest value allowed, or null.</summary>
    public double? Minimum { get; }

    /// <summary>Largest value allowed, or null.</summary>
    public double? Maximum { get; }

    /// <inheritdoc/>
    public override double Mean => Clamp(Inner.MeanBetween(below, below + inside));

    /// <inheritdoc/>
    public override double Quantile(double u) => Clamp(Inner.Quantile(InnerProbability(ParameterRange.OpenUnit(u))));

    /// <inheritdoc/>
    public override double Cdf(double x) =>
        x < Minimum ? 0.0 : x >= Maximum ? 1.0 : Math.Clamp((Inner.Cdf(x) - below) / inside, 0.0, 1.0);

    /// <inheritdoc/>
    public override double CdfBelow(double x) =>
        x <= Minimum ? 0.0 : x > Maximum ? 1.0 : Math.Clamp((Inner.CdfBelow(x) - below) / inside, 0.0, 1.0);

    internal override double MeanBetween(double lower, double upper) =>
        Clamp(Inner.MeanBetween(below + (lower * inside), below + (upper * inside)));

    // Rounding may reach 0 or 1, which have no quantile.
    private double InnerProbability(double u) =>
        Math.Clamp(Math.FusedMultiplyAdd(u, inside, below), double.Epsilon, LargestProbability);

    private double Clamp(double value) => value < Minimum ? Minimum.Value : value > Maximum ? Maximum.Value : value;
}
