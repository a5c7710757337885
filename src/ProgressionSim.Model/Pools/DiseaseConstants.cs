using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Model.Pools;

/// <summary>The disease in the units of the step, single precision, alike for every patient.</summary>
public sealed class DiseaseConstants
{
    /// <summary>Converts the disease to the units of the step.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="stepMonths">Length of a step, months; more than 0.</param>
    public DiseaseConstants(DiseaseParameters disease, double stepMonths)
    {
        Layout = new PathLayout(disease.MotorUnitTypes.Count);
        StepMonths = (float)Require.Positive(stepMonths);
        PoolSizes = PoolSizesOf(disease);
        TypeVulnerability = [.. disease.MotorUnitTypes.Select(type => (float)type.Vulnerability)];
        Neurons = ByRegion(disease.MotorNeuronsPerRegion);
        InverseNeurons = [.. Neurons.Select(count => 1 / count)];
        TotalNeurons = Neurons.Sum();
        FocusFraction = (float)disease.FocusFraction;
        Spontaneous = ByRegion(disease.Stress.SpontaneousRatePerMonth);
        WithinRegion = ByRegion(disease.Stress.WithinRegionRatePerMonth);
        Contiguity = [.. disease.Stress.Contiguity.SelectMany(ByRegion)];
        StressIndependentShare = (float)disease.Stress.ProteinIndependentShare;
        StressExponent = (float)disease.Stress.ProteinExponent;
        DeathHazard = [.. ByRegion(disease.Death.RatePerMonth).Select(rate => (float)(rate * stepMonths))];
        DeathIndependentShare = (float)disease.Death.ProteinIndependentShare;
        DeathExponent = (float)disease.Death.ProteinExponent;
        SpontaneousRecoveryHazard = (float)(disease.SpontaneousRecoveryRatePerMonth * stepMonths);
        var turnover = ExponentialDecay.LogOfTwo / disease.ToxicProteinHalfLifeMonths * stepMonths;
        ProteinKept = ExponentialDecay.Kept(turnover);
        ProteinKeptOnAverage = ExponentialDecay.KeptOnAverage(turnover);
        MaximumEnlargement = (float)disease.Compensation.MaximumEnlargement;
        EnlargementApproach = 1 - ExponentialDecay.Kept(disease.Compensation.RatePerMonth * stepMonths);
        StressedFunction = (float)disease.Compensation.StressedNeuronFunction;
    }

    /// <summary>Rows of a path.</summary>
    public PathLayout Layout { get; }

    /// <summary>Length of a step, months.</summary>
    public float StepMonths { get; }

    /// <summary>Motor neurons of each pool at biological onset, whole numbers, in pool order.</summary>
    public float[] PoolSizes { get; }

    /// <summary>Factor of each motor-unit type on stress and death.</summary>
    public float[] TypeVulnerability { get; }

    /// <summary>Motor neurons of each region.</summary>
    public float[] Neurons { get; }

    /// <summary>One over <see cref="Neurons"/>.</summary>
    public float[] InverseNeurons { get; }

    /// <summary>Motor neurons of all regions.</summary>
    public float TotalNeurons { get; }

    /// <summary>Fraction of the onset region stressed at biological onset.</summary>
    public float FocusFraction { get; }

    /// <summary>epsilon by region, per month.</summary>
    public float[] Spontaneous { get; }

    /// <summary>b by region, per month.</summary>
    public float[] WithinRegion { get; }

    /// <summary>Contiguity, 16 values, [receiving * 4 + sending].</summary>
    public float[] Contiguity { get; }

    /// <summary>iota_s.</summary>
    public float StressIndependentShare { get; }

    /// <summary>gamma_s.</summary>
    public float StressExponent { get; }

    /// <summary>d times the step, by region.</summary>
    public float[] DeathHazard { get; }

    /// <summary>iota_d.</summary>
    public float DeathIndependentShare { get; }

    /// <summary>gamma_d.</summary>
    public float DeathExponent { get; }

    /// <summary>rho0 times the step.</summary>
    public float SpontaneousRecoveryHazard { get; }

    /// <summary>Share of a deviation of the toxic protein that is left after a step.</summary>
    public float ProteinKept { get; }

    /// <summary>The same, averaged over the step.</summary>
    public float ProteinKeptOnAverage { get; }

    /// <summary>sigmaMax.</summary>
    public float MaximumEnlargement { get; }

    /// <summary>Share of the way to its target that enlargement goes in a step.</summary>
    public float EnlargementApproach { get; }

    /// <summary>eta.</summary>
    public float StressedFunction { get; }

    private static float[] ByRegion(RegionValues values) =>
        [(float)values.Bulbar, (float)values.Cervical, (float)values.Respiratory, (float)values.Lumbosacral];

    /// <summary>Splits each region by the types' shares; the last type takes what rounding leaves, so the sum is exact.</summary>
    private static float[] PoolSizesOf(DiseaseParameters disease)
    {
        var types = disease.MotorUnitTypes;
        var sizes = new float[types.Count * RegionValues.Count];
        foreach (var region in Enum.GetValues<Region>())
        {
            var total = disease.MotorNeuronsPerRegion[region];
            var left = total;
            for (var type = 0; type < types.Count; type++)
            {
                var size = type == types.Count - 1 ? left : Math.Min(left, Math.Floor((total * types[type].Share) + 0.5));
                sizes[PathLayout.Pool(type, region)] = (float)size;
                left -= size;
            }
        }

        return sizes;
    }
}
