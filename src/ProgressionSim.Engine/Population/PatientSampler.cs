using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Engine.Population;

/// <summary>Draws virtual patients. Each quantity has a draw of its own, so changing one distribution leaves every other draw of the patient unchanged.</summary>
public sealed class PatientSampler
{
    private const uint SubgroupDraw = 100;
    private const uint DeathDraw = 101;
    private const uint ScreeningDraw = 102;
    private const uint SensitivityDraw = 200;
    private const uint ClearanceDraw = 201;

    private readonly PatientPopulation population;
    private readonly RandomStream stream;
    private readonly RandomStream chance;
    private readonly GaussianCopula copula;
    private readonly Distribution[][] quantities;
    private readonly int lastGroup;

    // A quantity that is the same in everyone needs no random number: the quantile of a constant does not look at it.
    private readonly bool[] varies;

    /// <summary>Prepares sampling.</summary>
    /// <param name="population">Where patients come from.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="repetition">Repetition of chance: it changes what befalls a patient, not who the patient is.</param>
    public PatientSampler(PatientPopulation population, uint seed, uint repetition = 0)
    {
        this.population = population;
        stream = new RandomStream(seed, StreamPurpose.Population);
        chance = new RandomStream(seed, StreamPurpose.Population, repetition);
        copula = new GaussianCopula(PatientPopulation.QuantityCount, population.Correlations.Select(pair => ((int)pair.First, (int)pair.Second, pair.Value)));
        quantities =
        [
            .. population.Subgroups.Select(subgroup => Enumerable.Range(0, PatientPopulation.QuantityCount)
                .Select(i => subgroup.Overrides.TryGetValue((PatientQuantity)i, out var own) ? own : population.Quantities[i]).ToArray()),
            [.. population.Quantities],
        ];

        var correlated = population.Correlations.SelectMany(pair => (int[])[(int)pair.First, (int)pair.Second]).ToHashSet();
        varies = [.. Enumerable.Range(0, PatientPopulation.QuantityCount).Select(i => correlated.Contains(i) || !quantities.All(group => group[i] is ConstantDistribution))];

        // Shares that add to 1 up to rounding leave nobody outside.
        var outside = population.Subgroups.Sum(subgroup => subgroup.Share) <= 1 - 1e-9;
        lastGroup = outside ? population.Subgroups.Count : population.Subgroups.Count - 1;
    }

    /// <summary>Draws a patient.</summary>
    /// <param name="patient">Number of the patient.</param>
    /// <param name="values">Receives the quantities, by the number of their <see cref="PatientQuantity"/>.</param>
    /// <returns>Index of the subgroup; the number of subgroups for patients outside them.</returns>
    public int Draw(uint patient, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = varies[i] ? Uniform((uint)i, patient) : 0.5;
        }

        copula.Correlate(values);
        var subgroup = Subgroup(Uniform(SubgroupDraw, patient));
        var distributions = quantities[subgroup];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = distributions[i].Quantile(values[i]);
        }

        return subgroup;
    }

    /// <summary>Exp(1): cumulative hazard at which the patient dies.</summary>
    /// <param name="patient">Number of the patient.</param>
    public double DeathThreshold(uint patient) => -PortableMath.Log(Uniform(chance, DeathDraw, patient));

    /// <summary>Uniform: where in a screening interval the first sample falls.</summary>
    /// <param name="patient">Number of the patient.</param>
    public double ScreeningPhase(uint patient) => Uniform(chance, ScreeningDraw, patient);

    /// <summary>
    /// Response to an antisense treatment. A patient's place among all patients is the same for every antisense treatment, so two schedules of one drug meet
    /// the same patient, and adding a treatment changes nobody's response to another.
    /// </summary>
    /// <param name="patient">Number of the patient.</param>
    /// <param name="treatment">Index of the treatment.</param>
    /// <returns>EC50, mg/L, and the factor on clearance.</returns>
    /// <exception cref="ArgumentException">The treatment is not antisense.</exception>
    public (double Ec50MgPerL, double ClearanceFactor) DrugResponse(uint patient, int treatment)
    {
        var response = population.DrugResponse[treatment] ?? throw new ArgumentException("The treatment is not antisense.", nameof(treatment));
        return (response.Ec50MgPerL.Quantile(Uniform(SensitivityDraw, patient)), response.ClearanceFactor.Quantile(Uniform(ClearanceDraw, patient)));
    }

    private int Subgroup(double uniform)
    {
        for (var i = 0; i < population.Subgroups.Count; i++)
        {
            uniform -= population.Subgroups[i].Share;
            if (uniform < 0)
            {
                return i;
            }
        }

        return lastGroup;
    }

    private double Uniform(uint draw, uint patient) => Uniform(stream, draw, patient);

    private static double Uniform(RandomStream from, uint draw, uint patient) => Philox.Block(from, 0, draw, patient).Uniform;
}
