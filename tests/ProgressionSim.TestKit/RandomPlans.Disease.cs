using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

public static partial class RandomPlans
{
    private static DiseaseParameters Disease(SplitMix64 random) => new()
    {
        MotorNeuronsPerRegion = ByRegion(() => random.Chance(0.1) ? random.Pick(100, 20_000) : Math.Floor(random.LogBetween(100, 20_001))),
        FocusFraction = random.Chance(0.05) ? random.Pick(0.0, 1.0) : random.LogBetween(1e-5, 0.9),
        MotorUnitTypes = MotorUnitTypes(random),
        RegionVulnerability = ByRegion(() => random.Chance(0.05) ? 0 : random.Between(0.3, 2)),
        Stress = new StressParameters
        {
            SpontaneousRatePerMonth = ByRegion(() => random.ZeroOr(0.6, 1e-6, 0.05)),
            WithinRegionRatePerMonth = random.Chance(0.15) ? ByRegion(() => random.ZeroOr(0.2, 1e-3, 300)) : ByRegion(() => random.Between(0.05, 1.5)),
            Contiguity = Contiguity(random),
            ProteinIndependentShare = Fraction(random),
            ProteinExponent = random.Chance(0.3) ? 1 : random.LogBetween(0.1, 5),
        },
        Death = new DeathParameters
        {
            RatePerMonth = random.Chance(0.15) ? ByRegion(() => random.ZeroOr(0.2, 1e-3, 500)) : ByRegion(() => random.LogBetween(0.02, 0.5)),
            ProteinIndependentShare = Fraction(random),
            ProteinExponent = random.Chance(0.3) ? 1 : random.LogBetween(0.1, 5),
        },
        SpontaneousRecoveryRatePerMonth = random.Chance(0.1) ? random.LogBetween(1, 200) : random.ZeroOr(0.4, 1e-3, 0.3),
        ToxicProteinHalfLifeMonths = random.Chance(0.1) ? random.Pick(0.001, 1200) : random.LogBetween(0.05, 20),
        Compensation = new CompensationParameters
        {
            MaximumEnlargement = random.Chance(0.2) ? 1 : random.LogBetween(1, 20),
            RatePerMonth = random.ZeroOr(0.1, 0.01, 20),
            StressedNeuronFunction = Fraction(random),
        },
    };

    private static MeasureParameters Measures(SplitMix64 random) => new()
    {
        Neurofilament = new NeurofilamentParameters
        {
            BaselinePgPerMl = random.LogBetween(50, 2000),
            BaselineRisePerYearOfAge = random.Pick(0, random.Between(0, 0.1)),
            BaselineReferenceAgeYears = random.Between(20, 70),
            ReleasePgPerMlMonths = random.ZeroOr(0.1, 1e3, 1e6),
            StressLeakRatePerMonth = random.ZeroOr(0.3, 1e-3, 0.3),
            HalfLifeMonths = random.Chance(0.1) ? random.Pick(0.001, 1200) : random.LogBetween(0.1, 10),
            AssayCv = random.Pick(0, random.Between(0, 1)),
        },
        FunctionScores = new FunctionScoreParameters
        {
            AlsfrsThresholds = [.. Enumerable.Range(0, 4).Select(i => (i + random.Between(0.1, 0.9)) / 4)],
            AlsfrsDiscrimination = random.LogBetween(0.2, 10),
            SvcExponent = random.LogBetween(0.2, 6),
            SvcNoiseSdPercent = random.Pick(0, random.Between(0, 20)),
            MotorUnitNumberCv = random.Pick(0, random.Between(0, 1)),
            MitosCommunicationNeedsBoth = random.Chance(0.5),
        },
        Milestones = new MilestoneParameters
        {
            SymptomOnsetFunction = random.Chance(0.05) ? random.Pick(0.0, 1.0) : random.Between(0.6, 0.98),
            ElectromyographicAffectedFraction = random.Chance(0.05) ? random.Pick(0.0, 1.0) : random.LogBetween(0.01, 0.5),
            NeurofilamentFoldRise = random.LogBetween(1, 10),
        },
        Survival = random.Chance(0.2) ? TestPlans.NobodyDies() : new SurvivalParameters
        {
            BackgroundRatePerMonth = random.ZeroOr(0.2, 1e-5, 0.05),
            BackgroundRisePerYearOfAge = random.Pick(0, random.Between(0, 0.1)),
            BackgroundReferenceAgeYears = random.Between(40, 80),
            MaximumRatePerMonth = random.ZeroOr(0.1, 0.01, 30),
            RespiratorySteepness = random.LogBetween(0.05, 20),
            BulbarMaximumRatePerMonth = random.ZeroOr(0.5, 0.01, 1),
        },
    };

    /// <summary>One to four types; shares come out of random weights, one of them now and then so small that its pools have hardly a neuron.</summary>
    private static MotorUnitType[] MotorUnitTypes(SplitMix64 random)
    {
        var weights = new double[random.Whole(1, 4)];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = random.Chance(0.2) ? 0.001 : random.Between(0.1, 1);
        }

        var total = weights.Sum();
        return [.. weights.Select((weight, i) => new MotorUnitType($"type {i}", weight / total, random.ZeroOr(0.05, 0.3, 3)))];
    }

    private static RegionValues[] Contiguity(SplitMix64 random)
    {
        var rows = new RegionValues[RegionValues.Count];
        for (var receiving = 0; receiving < rows.Length; receiving++)
        {
            var sending = 0;
            rows[receiving] = ByRegion(() => sending++ == receiving ? 0 : random.ZeroOr(0.2, 0.05, 3));
        }

        return rows;
    }

    private static double Fraction(SplitMix64 random) => random.Chance(0.2) ? random.Pick(0.0, 1.0) : random.NextUniform();

    /// <summary>Four values, drawn in the order of the regions.</summary>
    private static RegionValues ByRegion(Func<double> next) => new(next(), next(), next(), next());
}
