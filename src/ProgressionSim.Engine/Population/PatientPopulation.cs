using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Engine.Population;

/// <summary>Where virtual patients come from: a distribution of every quantity, correlations, subgroups and drug response.</summary>
public sealed record PatientPopulation
{
    /// <summary>Number of quantities, the length of <see cref="Quantities"/>.</summary>
    public const int QuantityCount = 13;

    /// <summary>Distribution of each quantity, by the number of its <see cref="PatientQuantity"/>.</summary>
    public required IReadOnlyList<Distribution> Quantities
    {
        get;
        init => field = value.Count == QuantityCount ? value : throw new ArgumentException($"{QuantityCount} distributions are needed.", nameof(Quantities));
    }

    /// <summary>Correlations; none for independent quantities.</summary>
    public IReadOnlyList<QuantityCorrelation> Correlations { get; init; } = [];

    /// <summary>Subgroups; their shares add to at most 1.</summary>
    public IReadOnlyList<Subgroup> Subgroups { get; init; } = [];

    /// <summary>Drug response by index of the plan's treatment; null for treatments that are not antisense.</summary>
    public required IReadOnlyList<DrugResponseVariation?> DrugResponse { get; init; }
}
