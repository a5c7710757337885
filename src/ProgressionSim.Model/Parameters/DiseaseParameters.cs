namespace ProgressionSim.Model.Parameters;

/// <summary>The disease, alike in every patient. What differs between patients is drawn from the population.</summary>
public sealed record DiseaseParameters
{
    /// <summary>Largest number of motor neurons a region may have: counts stay exact in single precision and in every sampler.</summary>
    public const int MaximumMotorNeuronsPerRegion = 20_000;

    /// <summary>Motor neurons of each region at biological onset; whole numbers, 100 to 20,000.</summary>
    public required RegionValues MotorNeuronsPerRegion
    {
        get;
        init => field = Require.Each(value, static (count, name) =>
            double.IsInteger(count) ? Require.Between(count, 100, MaximumMotorNeuronsPerRegion, name) : throw new ArgumentOutOfRangeException(name, count, "Must be a whole number."));
    }

    /// <summary>Fraction of the onset region's neurons that are stressed at biological onset, 0-1.</summary>
    public required double FocusFraction { get; init => field = Require.Fraction(value); }

    /// <summary>At least one motor-unit type; the shares add to 1.</summary>
    public required IReadOnlyList<MotorUnitType> MotorUnitTypes
    {
        get;
        init => field = value.Count > 0 && Math.Abs(value.Sum(type => type.Share) - 1) < 1e-9
            ? value
            : throw new ArgumentException("The shares of the motor-unit types must add to 1.", nameof(MotorUnitTypes));
    }

    /// <summary>Factor of each region on the stress rate; at least 0, 1 is the reference.</summary>
    public required RegionValues RegionVulnerability { get; init => field = Require.Each(value, Require.NonNegative); }

    /// <summary>Healthy to stressed.</summary>
    public required StressParameters Stress { get; init; }

    /// <summary>Stressed to lost.</summary>
    public required DeathParameters Death { get; init; }

    /// <summary>rho0: recovery of a stressed neuron without treatment, per neuron per month; at least 0.</summary>
    public required double SpontaneousRecoveryRatePerMonth { get; init => field = Require.NonNegative(value); }

    /// <summary>Half-life of the toxic protein, months; 0.001 to 1,200.</summary>
    public required double ToxicProteinHalfLifeMonths { get; init => field = Require.Between(value, 0.001, 1200); }

    /// <summary>Collateral sprouting and the function of stressed neurons.</summary>
    public required CompensationParameters Compensation { get; init; }
}
