using System.Collections.Immutable;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Observed values, drawn with their weights and nothing in between.</summary>
public sealed record EmpiricalDistribution : Distribution
{
    private readonly Atoms atoms;

    /// <summary>Sets values and weights; the order of the pairs does not matter.</summary>
    /// <param name="values">At least one; each finite.</param>
    /// <param name="weights">One per value, finite and at least 0, with a sum of more than 0; null for equal weights.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Values or weights are missing, of unequal number or outside their range.</exception>
    public EmpiricalDistribution(IEnumerable<double> values, IEnumerable<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values];
        double[] paired = weights is null ? [.. sorted.Select(_ => 1.0)] : [.. weights];
        if (sorted.Length == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(values), 0, "There must be at least one value.");
        }

        foreach (double value in sorted)
        {
            ParameterRange.Finite(value, nameof(values));
        }

        if (paired.Length != sorted.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(weights), paired.Length, "There must be one weight per value.");
        }

        // Weights first, then values stably: ties come in one order, so sums round in one way.
        (double Value, double Weight)[] pairs = [.. sorted.Zip(paired).OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
        Values = [.. pairs.Select(pair => pair.Value)];
        Weights = [.. pairs.Select(pair => pair.Weight)];
        atoms = new Atoms(Values.AsSpan(), Weights.AsSpan(), nameof(weights));
    }

    /// <summary>Values in rising order.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Weights in the order of <see cref="Values"/>.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <inheritdoc/>
    public override double Mean => atoms.MeanBetween(0.0, 1.0);

    /// <inheritdoc/>
    public override double Quantile(double u) => atoms.Quantile(ParameterRange.OpenUnit(u));

    /// <inheritdoc/>
    public override double Cdf(double x) => atoms.Cdf(x, including: true);

    /// <inheritdoc/>
    public override double CdfBelow(double x) => atoms.Cdf(x, including: false);

    /// <summary>Equal when all values and weights are.</summary>
    /// <param name="other">Distribution to compare with.</param>
    /// <returns>Whether both have the same weighted values.</returns>
    public bool Equals(EmpiricalDistribution? other) =>
        other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan()) && Weights.AsSpan().SequenceEqual(other.Weights.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Values[0], Values[^1]);

    internal override double MeanBetween(double lower, double upper) => atoms.MeanBetween(lower, upper);
}
