using System.Collections.Immutable;

namespace ProgressionSim.Engine.Sampling;

/// <summary>One of several categories; the value is the category's index as a double.</summary>
public sealed record CategoricalDistribution : Distribution
{
    private readonly Atoms atoms;

    /// <summary>Sets the weight of each category.</summary>
    /// <param name="weights">At least one; each finite and at least 0, with a sum of more than 0; need not sum to 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no weights, or one is outside its range.</exception>
    public CategoricalDistribution(IEnumerable<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Weights = [.. weights];
        double[] indices = new double[Weights.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }

        atoms = new Atoms(indices, Weights.AsSpan(), nameof(weights));
    }

    /// <summary>Weight of each category, by index, as given.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Mean index.</summary>
    public override double Mean => atoms.MeanBetween(0.0, 1.0);

    /// <inheritdoc/>
    public override double Quantile(double u) => atoms.Quantile(ParameterRange.OpenUnit(u));

    /// <inheritdoc/>
    public override double Cdf(double x) => atoms.Cdf(x, including: true);

    /// <inheritdoc/>
    public override double CdfBelow(double x) => atoms.Cdf(x, including: false);

    /// <summary>Equal when all weights are.</summary>
    /// <param name="other">Distribution to compare with.</param>
    /// <returns>Whether both have the same weights in the same order.</returns>
    public bool Equals(CategoricalDistribution? other) => other is not null && Weights.AsSpan().SequenceEqual(other.Weights.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Weights.Length, Weights[0], Weights[^1]);

    internal override double MeanBetween(double lower, double upper) => atoms.MeanBetween(lower, upper);
}
