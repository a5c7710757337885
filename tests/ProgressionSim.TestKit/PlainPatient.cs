using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

/// <summary>One patient of the plain models, in months.</summary>
public sealed record PlainPatient
{
    /// <summary>phi.</summary>
    public double ProgressionRate { get; init; } = 1;

    /// <summary>Region of onset.</summary>
    public Region Onset { get; init; } = Region.Cervical;

    /// <summary>w, per month.</summary>
    public double BetweenRegionRate { get; init; } = 0.0017;

    /// <summary>rho1, per month.</summary>
    public double TreatedRecoveryRate { get; init; } = 0.01;

    /// <summary>The patient's own vulnerability by region.</summary>
    public RegionValues Vulnerability { get; init; } = RegionValues.Uniform(1);
}

/// <summary>What drugs do at a time or over a step.</summary>
/// <param name="Knockdown">E, 0-1.</param>
/// <param name="StressRatio">rs.</param>
/// <param name="DeathRatio">rd.</param>
public readonly record struct PlainEffect(double Knockdown, double StressRatio, double DeathRatio)
{
    /// <summary>No drug.</summary>
    public static PlainEffect None { get; } = new(0, 1, 1);
}

/// <summary>The rates of the model in double precision, written from its equations alone. Pools are numbered type * 4 + region.</summary>
/// <param name="disease">The disease.</param>
/// <param name="patient">The patient.</param>
public sealed class PlainRates(DiseaseParameters disease, PlainPatient patient)
{
    /// <summary>Number of pools.</summary>
    public int Pools => disease.MotorUnitTypes.Count * 4;

    /// <summary>Neurons of a pool.</summary>
    /// <param name="pool">Pool.</param>
    public double Size(int pool) => disease.MotorNeuronsPerRegion[(Region)(pool % 4)] * disease.MotorUnitTypes[pool / 4].Share;

    /// <summary>Stressed neurons of a pool at biological onset.</summary>
    /// <param name="pool">Pool.</param>
    public double Focus(int pool) => pool % 4 == (int)patient.Onset ? Size(pool) * disease.FocusFraction : 0;

    /// <summary>A of a region.</summary>
    /// <param name="region">Region.</param>
    /// <param name="healthy">Healthy neurons by pool.</param>
    public double Affected(int region, ReadOnlySpan<double> healthy)
    {
        var sum = 0.0;
        for (var pool = region; pool < Pools; pool += 4)
        {
            sum += healthy[pool];
        }

        return 1 - (sum / disease.MotorNeuronsPerRegion[(Region)region]);
    }

    /// <summary>Rate of stress of a neuron in a pool, per month.</summary>
    /// <param name="pool">Pool.</param>
    /// <param name="healthy">Healthy neurons by pool.</param>
    /// <param name="protein">P.</param>
    /// <param name="effect">Drugs.</param>
    public double Stress(int pool, ReadOnlySpan<double> healthy, double protein, PlainEffect effect)
    {
        var region = pool % 4;
        var stress = disease.Stress;
        var spread = 0.0;
        for (var from = 0; from < 4; from++)
        {
            spread += stress.Contiguity[region][(Region)from] * Affected(from, healthy);
        }

        var rate = stress.SpontaneousRatePerMonth[(Region)region]
            + (stress.WithinRegionRatePerMonth[(Region)region] * Affected(region, healthy))
            + (patient.BetweenRegionRate * spread);
        return patient.ProgressionRate * disease.MotorUnitTypes[pool / 4].Vulnerability * patient.Vulnerability[(Region)region] * disease.RegionVulnerability[(Region)region]
            * effect.StressRatio * Driven(stress.ProteinIndependentShare, stress.ProteinExponent, protein) * rate;
    }

    /// <summary>tau_d.</summary>
    /// <param name="protein">P.</param>
    public double DeathDriven(double protein) => Driven(disease.Death.ProteinIndependentShare, disease.Death.ProteinExponent, protein);

    /// <summary>Rate of death of a stressed neuron in a pool, per month.</summary>
    /// <param name="pool">Pool.</param>
    /// <param name="protein">P.</param>
    /// <param name="effect">Drugs.</param>
    public double Death(int pool, double protein, PlainEffect effect) =>
        patient.ProgressionRate * disease.MotorUnitTypes[pool / 4].Vulnerability * effect.DeathRatio
        * disease.Death.RatePerMonth[(Region)(pool % 4)] * DeathDriven(protein);

    /// <summary>Rate of recovery of a stressed neuron, per month.</summary>
    /// <param name="protein">P.</param>
    public double Recovery(double protein) => disease.SpontaneousRecoveryRatePerMonth + (patient.TreatedRecoveryRate * (1 - protein));

    private static double Driven(double independent, double exponent, double protein) => independent + ((1 - independent) * Math.Pow(protein, exponent));
}
