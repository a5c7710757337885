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
        TypeVulnerability = new(disease.MotorUnitTypes.Select(type => (float)type.Vulnerability));
        var neurons = ByRegion(disease.MotorNeuronsPerRegion);
        Neurons = new(neurons);
        InverseNeurons = new(neurons.Select(count => 1 / count));
        TotalNeurons = neurons.Sum();
        FocusSizes = FocusSizesOf(disease, PoolSizes);
        Spontaneous = new(ByRegion(disease.Stress.SpontaneousRatePerMonth));
        WithinRegion = new(ByRegion(disease.Stress.WithinRegionRatePerMonth));
        Contiguity = new(disease.Stress.Contiguity.SelectMany(ByRegion));
        StressIndependentShare = (float)disease.Stress.ProteinIndependentShare;
        StressExponent = (float)disease.Stress.ProteinExponent;
        DeathHazard = new(ByRegion(disease.Death.RatePerMonth).Select(rate => (float)(rate * stepMonths)));
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
    public FloatTable TypeVulnerability { get; }

    /// <summary>Motor neurons of each region.</summary>
    public FloatTable Neurons { get; }

    /// <summary>One over <see cref="Neurons"/>.</summary>
    public FloatTable InverseNeurons { get; }

    /// <summary>Motor neurons of all regions.</summary>
    public float TotalNeurons { get; }

    /// <summary>Neurons of each pool that are stressed at biological onset when its region is the onset region, whole numbers, in pool order.</summary>
    public float[] FocusSizes { get; }

    /// <summary>epsilon by region, per month.</summary>
    public FloatTable Spontaneous { get; }

    /// <summary>b by region, per month.</summary>
    public FloatTable WithinRegion { get; }

    /// <summary>Contiguity, 16 values, [receiving * 4 + sending].</summary>
    public FloatTable Contiguity { get; }

    /// <summary>iota_s.</summary>
    public float StressIndependentShare { get; }

    /// <summary>gamma_s.</summary>
    public float StressExponent { get; }

    /// <summary>d times the step, by region.</summary>
    public FloatTable DeathHazard { get; }

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

    /// <summary>Splits each region by the types' shares.</summary>
    private static float[] PoolSizesOf(DiseaseParameters disease)
    {
        var shares = disease.MotorUnitTypes.Select(type => type.Share).ToArray();
        return ByPool(shares.Length, region => Apportioned(disease.MotorNeuronsPerRegion[region], shares));
    }

    /// <summary>The focus of each region should it be the onset region: at least one neuron unless the fraction is 0, spread over the types.</summary>
    private static float[] FocusSizesOf(DiseaseParameters disease, float[] poolSizes)
    {
        var types = disease.MotorUnitTypes.Count;
        return ByPool(types, region =>
        {
            var neurons = disease.MotorNeuronsPerRegion[region];
            var focus = disease.FocusFraction > 0 ? Math.Max(1, Math.Floor((neurons * disease.FocusFraction) + 0.5)) : 0;
            return Apportioned(focus, [.. Enumerable.Range(0, types).Select(type => poolSizes[PathLayout.Pool(type, region)] / neurons)]);
        });
    }

    private static float[] ByPool(int types, Func<Region, double[]> ofRegion)
    {
        var values = new float[types * RegionValues.Count];
        foreach (var region in Enum.GetValues<Region>())
        {
            var parts = ofRegion(region);
            for (var type = 0; type < types; type++)
            {
                values[PathLayout.Pool(type, region)] = (float)parts[type];
            }
        }

        return values;
    }

    /// <summary>Whole parts of a whole number by shares that add to 1: the differences of the rounded running totals, so that the parts always add up.</summary>
    private static double[] Apportioned(double total, double[] shares)
    {
        var parts = new double[shares.Length];
        double share = 0, given = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            share += shares[i];
            var running = i == shares.Length - 1 ? total : Math.Min(total, Math.Floor((total * share) + 0.5));
            parts[i] = running - given;
            given = running;
        }

        return parts;
    }
}
