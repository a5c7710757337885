namespace ProgressionSim.Model.Parameters;

/// <summary>How healthy motor neurons become stressed. The rate of spread between regions varies between patients and is part of the population.</summary>
public sealed record StressParameters
{
    /// <summary>epsilon: spontaneous stress, per neuron per month, by region; at least 0.</summary>
    public required RegionValues SpontaneousRatePerMonth { get; init => field = Require.Each(value, Require.NonNegative); }

    /// <summary>b: spread within a region, per neuron per month at an affected fraction of 1, by region; at least 0.</summary>
    public required RegionValues WithinRegionRatePerMonth { get; init => field = Require.Each(value, Require.NonNegative); }

    /// <summary>
    /// Relative strength of spread from one region to another: [receiving][sending], order of <see cref="Region"/>; at least 0, diagonal 0.
    /// Multiplied by the patient's rate of spread between regions.
    /// </summary>
    public required IReadOnlyList<RegionValues> Contiguity { get; init => field = IsContiguity(value) ? value : throw new ArgumentException("Four rows of values of at least 0 with a diagonal of 0 are needed.", nameof(Contiguity)); }

    /// <summary>iota_s: share of stress that no longer depends on the toxic protein, 0-1 (1: silencing does nothing).</summary>
    public required double ProteinIndependentShare { get; init => field = Require.Fraction(value); }

    /// <summary>gamma_s: exponent on the toxic-protein level; more than 0.</summary>
    public required double ProteinExponent { get; init => field = Require.Positive(value); }

    private static bool IsContiguity(IReadOnlyList<RegionValues> rows) =>
        rows.Count == RegionValues.Count
        && rows.All(row => row.All(static strength => double.IsFinite(strength) && strength >= 0))
        && Enumerable.Range(0, RegionValues.Count).All(region => rows[region][(Region)region] == 0);
}
