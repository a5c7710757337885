namespace ProgressionSim.Model.Parameters;

/// <summary>Collateral sprouting: surviving motor units enlarge and hide losses until they reach a limit.</summary>
public sealed record CompensationParameters
{
    /// <summary>sigmaMax: largest enlargement of a motor unit; at least 1, and 1 switches compensation off.</summary>
    public required double MaximumEnlargement { get; init => field = Require.Between(value, 1.0, 1000.0); }

    /// <summary>k_sigma: rate at which enlargement approaches its target, per month; at least 0.</summary>
    public required double RatePerMonth { get; init => field = Require.NonNegative(value); }

    /// <summary>eta: share of its function that a stressed neuron keeps, 0-1.</summary>
    public required double StressedNeuronFunction { get; init => field = Require.Fraction(value); }
}
