namespace ProgressionSim.Model.Parameters;

/// <summary>How stressed motor neurons die.</summary>
public sealed record DeathParameters
{
    /// <summary>d: death of a stressed neuron, per neuron per month, by region; at least 0.</summary>
    public required RegionValues RatePerMonth { get; init => field = Require.Each(value, Require.NonNegative); }

    /// <summary>iota_d: share of death that no longer depends on the toxic protein, 0-1.</summary>
    public required double ProteinIndependentShare { get; init => field = Require.Fraction(value); }

    /// <summary>gamma_d: exponent on the toxic-protein level; more than 0.</summary>
    public required double ProteinExponent { get; init => field = Require.Positive(value); }
}
