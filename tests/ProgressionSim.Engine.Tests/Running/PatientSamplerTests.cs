using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

public sealed class PatientSamplerTests
{
    private const int Patients = 40_000;

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Changing_one_distribution_leaves_every_other_quantity_bit_for_bit()
    {
        var plan = TestPlans.Varied(1, 0);
        var correlated = plan.Population with { Correlations = [new(PatientQuantity.ProgressionRate, PatientQuantity.DiagnosticDelayMonths, -0.5)] };
        foreach (var population in (PatientPopulation[])[plan.Population, correlated])
        {
            var quantities = population.Quantities.ToArray();
            quantities[0] = GammaDistribution.FromMeanAndCv(2, 0.3);
            var (before, after) = (new PatientSampler(population, 2101), new PatientSampler(population with { Quantities = quantities }, 2101));
            var (a, b) = (new double[PatientPopulation.QuantityCount], new double[PatientPopulation.QuantityCount]);
            for (uint patient = 0; patient < 200; patient++)
            {
                before.Draw(patient, a);
                after.Draw(patient, b);
                Assert.NotEqual(a[0], b[0]);
                Assert.Equal(a[1..], b[1..]);
                Assert.Equal(before.DeathThreshold(patient), after.DeathThreshold(patient));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Subgroups_have_their_shares_and_distributions()
    {
        // SE of a share 0.0023: sees 0.014.
        var overrides = new Dictionary<PatientQuantity, Distribution> { [PatientQuantity.AgeAtBiologicalOnsetYears] = new ConstantDistribution(22) };
        var others = new Dictionary<PatientQuantity, Distribution> { [PatientQuantity.AgeAtBiologicalOnsetYears] = new ConstantDistribution(44) };
        var population = TestPlans.Population() with { Subgroups = [new("juvenile", 0.3, overrides), new("adult", 0.45, others)] };
        var counts = new int[3];
        Span<double> values = stackalloc double[PatientPopulation.QuantityCount];
        var sampler = new PatientSampler(population, 2102);
        for (uint patient = 0; patient < Patients; patient++)
        {
            var subgroup = sampler.Draw(patient, values);
            counts[subgroup]++;
            Assert.Equal(subgroup switch { 0 => 22, 1 => 44, _ => 55 }, values[(int)PatientQuantity.AgeAtBiologicalOnsetYears]);
        }

        StatAssert.Proportion(counts[0], Patients, 0.3, "juvenile");
        StatAssert.Proportion(counts[1], Patients, 0.45, "adult");
        StatAssert.Rejects("shares exchanged", () => StatAssert.Proportion(counts[0], Patients, 0.45));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Correlation_is_that_of_the_normal_scores_and_marginals_stay()
    {
        // SE of a correlation (1 - r^2) / sqrt(n) = 0.0042: sees 0.026. SE of the mean of a standard normal 0.005, of its variance 0.007.
        var quantities = TestPlans.Population().Quantities.ToArray();
        quantities[0] = LogNormalDistribution.FromMedianAndCv(1, 0.5);
        quantities[3] = new NormalDistribution(0, 1);
        quantities[5] = new NormalDistribution(0, 1);
        var population = TestPlans.Population() with { Quantities = quantities, Correlations = [new((PatientQuantity)0, (PatientQuantity)3, 0.4)] };
        var sampler = new PatientSampler(population, 2103);
        var (x, y, z) = (new double[Patients], new double[Patients], new double[Patients]);
        Span<double> values = stackalloc double[PatientPopulation.QuantityCount];
        for (uint patient = 0; patient < Patients; patient++)
        {
            sampler.Draw(patient, values);
            (x[patient], y[patient], z[patient]) = (Math.Log(values[0]) / Math.Sqrt(Math.Log(1.25)), values[3], values[5]);
        }

        foreach (var sample in (double[][])[x, y, z])
        {
            var moments = SampleMoments.Of(sample);
            StatAssert.Mean("normal score", moments.Mean, 0, 1 / Math.Sqrt(Patients));
            StatAssert.Variance("normal score", moments.Variance, 1, Patients, 3);
        }

        StatAssert.Mean("correlation", MathNet.Numerics.Statistics.Correlation.Pearson(x, y), 0.4, 0.84 / Math.Sqrt(Patients));
        StatAssert.Mean("no correlation", MathNet.Numerics.Statistics.Correlation.Pearson(x, z), 0, 1 / Math.Sqrt(Patients));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Death_thresholds_are_standard_exponential_and_screening_phases_uniform()
    {
        // SE of an exponential's mean 0.005, of its variance sqrt(8 / n) = 0.014; of a uniform's mean 0.0014.
        var sampler = new PatientSampler(TestPlans.Population(), 2104);
        var thresholds = SampleMoments.Of([.. Enumerable.Range(0, Patients).Select(patient => sampler.DeathThreshold((uint)patient))]);
        StatAssert.Mean("threshold", thresholds.Mean, 1, 1 / Math.Sqrt(Patients));
        StatAssert.Variance("threshold", thresholds.Variance, 1, Patients, 9);
        var phases = SampleMoments.Of([.. Enumerable.Range(0, Patients).Select(patient => sampler.ScreeningPhase((uint)patient))]);
        StatAssert.Mean("phase", phases.Mean, 0.5, Math.Sqrt(1.0 / 12 / Patients));
        StatAssert.Variance("phase", phases.Variance, 1.0 / 12, Patients, 1.0 / 80);
    }
}
