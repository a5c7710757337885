using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

public static partial class RandomPlans
{
    private static PatientPopulation Population(SplitMix64 random, Treatment[] treatments) => new()
    {
        Quantities = [.. Enum.GetValues<PatientQuantity>().Select(quantity => Of(random, quantity))],
        Correlations = Correlations(random),
        Subgroups = Subgroups(random),
        DrugResponse =
        [
            .. treatments.Select(treatment => treatment is AntisenseTreatment
                ? new DrugResponseVariation(Positive(random, random.LogBetween(0.01, 20)), Positive(random, random.LogBetween(0.3, 3)))
                : null),
        ],
    };

    private static Distribution Of(SplitMix64 random, PatientQuantity quantity) => quantity switch
    {
        PatientQuantity.ProgressionRate => Positive(random, random.LogBetween(0.5, 3)),
        PatientQuantity.AgeAtBiologicalOnsetYears => random.Pick<Distribution>(
            new ConstantDistribution(random.Between(20, 80)),
            new UniformDistribution(18, random.Between(30, 90)),
            new TruncatedDistribution(new NormalDistribution(random.Between(40, 70), random.Between(1, 15)), 18, 100)),
        PatientQuantity.OnsetRegion => OnsetRegion(random),
        PatientQuantity.DiagnosticDelayMonths => Delay(random),
        PatientQuantity.EnrolmentMonths => Delay(random),
        PatientQuantity.BaselineSvcPercent => new TruncatedDistribution(new NormalDistribution(random.Between(60, 110), random.Between(1, 20)), 10, 200),
        PatientQuantity.AlsfrsVisitNoiseSd => random.Chance(0.3) ? new ConstantDistribution(0) : Positive(random, random.Between(0.05, 1)),
        PatientQuantity.BetweenRegionRatePerMonth => random.Chance(0.15) ? new ConstantDistribution(0) : Positive(random, random.LogBetween(1e-4, 0.3)),
        PatientQuantity.TreatedRecoveryRatePerMonth =>
            random.Chance(0.2) ? new ConstantDistribution(0) : Positive(random, random.Chance(0.15) ? random.LogBetween(1, 100) : random.LogBetween(1e-3, 0.5)),
        _ => random.Chance(0.5) ? new ConstantDistribution(1) : Positive(random, random.Between(0.5, 1.5)),
    };

    /// <summary>A distribution on the positive numbers, about a size.</summary>
    private static Distribution Positive(SplitMix64 random, double size) => random.Pick<Distribution>(
        new ConstantDistribution(size),
        LogNormalDistribution.FromMedianAndCv(size, random.Between(0.05, 1.5)),
        GammaDistribution.FromMeanAndCv(size, random.Between(0.1, 1)),
        new WeibullDistribution(random.Between(0.8, 4), size),
        new UniformDistribution(size * random.NextUniform(), size * random.Between(1.1, 2)),
        new TriangularDistribution(0, size, size * random.Between(1.5, 3)),
        new TruncatedDistribution(LogNormalDistribution.FromMedianAndCv(size, 1), size / 3, size * 4),
        new TruncatedDistribution(new BetaDistribution(random.Between(0.5, 4), random.Between(0.5, 4)), 0.01, null),
        new EmpiricalDistribution([size * 0.2, size, size * 1.7, size * 2], [1, 3, 2, random.Between(0.1, 2)]));

    private static Distribution Delay(SplitMix64 random) => random.Chance(0.1) ? new ConstantDistribution(0) : Positive(random, random.LogBetween(0.3, 15));

    private static Distribution OnsetRegion(SplitMix64 random) => random.Chance(0.3)
        ? new ConstantDistribution(random.NextBelow(RegionValues.Count))
        : new CategoricalDistribution(Enumerable.Range(0, RegionValues.Count).Select(_ => random.Between(0.01, 1)).ToArray());

    /// <summary>None, or up to three pairs too weak together to contradict each other.</summary>
    private static QuantityCorrelation[] Correlations(SplitMix64 random)
    {
        var pairs = new Dictionary<(PatientQuantity First, PatientQuantity Second), double>();
        for (var i = random.NextBelow(4); i > 0; i--)
        {
            var first = random.NextBelow(PatientPopulation.QuantityCount - 1);
            var second = random.Whole(first + 1, PatientPopulation.QuantityCount - 1);
            pairs[((PatientQuantity)first, (PatientQuantity)second)] = random.Between(-0.5, 0.5);
        }

        return [.. pairs.Select(pair => new QuantityCorrelation(pair.Key.First, pair.Key.Second, pair.Value))];
    }

    /// <summary>None, or up to three that may leave nobody outside.</summary>
    private static Subgroup[] Subgroups(SplitMix64 random)
    {
        var count = random.Chance(0.6) ? 0 : random.Whole(1, 3);
        var share = random.Chance(0.3) ? 1.0 / Math.Max(count, 1) : random.Between(0.05, 0.3);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var quantity = (PatientQuantity)random.NextBelow(PatientPopulation.QuantityCount);
                return new Subgroup($"subgroup {i}", share, new Dictionary<PatientQuantity, Distribution> { [quantity] = Of(random, quantity) });
            }),
        ];
    }
}
