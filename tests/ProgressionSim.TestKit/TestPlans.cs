using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.TestKit;

/// <summary>Plans for tests, built without scenario files: what a test does not say is the same in all of them.</summary>
public static class TestPlans
{
    /// <summary>Uncoupled constant rates, all four regions alike, nobody dies, no difference between patients (workload W1).</summary>
    /// <param name="patients">Number of patients.</param>
    /// <param name="seed">Seed.</param>
    public static RunPlan ConstantRates(long patients, uint seed) => Coupled(patients, seed) with
    {
        ReportFrom = ReportOrigin.BiologicalOnset,
        MonthsBeforeOrigin = 0,
        HorizonMonths = 60,
        Disease = Disease() with
        {
            FocusFraction = 0,
            RegionVulnerability = RegionValues.Uniform(1),
            Stress = Stress() with { SpontaneousRatePerMonth = RegionValues.Uniform(0.08), WithinRegionRatePerMonth = RegionValues.Uniform(0) },
            Death = Death() with { RatePerMonth = RegionValues.Uniform(0.06) },
            SpontaneousRecoveryRatePerMonth = 0.02,
        },
        Measures = Measures() with { Survival = NobodyDies() },
        Population = Population((PatientQuantity.BetweenRegionRatePerMonth, 0), (PatientQuantity.TreatedRecoveryRatePerMonth, 0)),
    };

    /// <summary>A focal onset that spreads within and between regions; every patient alike; one untreated arm.</summary>
    /// <param name="patients">Number of patients.</param>
    /// <param name="seed">Seed.</param>
    public static RunPlan Coupled(long patients, uint seed) => new()
    {
        Name = "test",
        Title = "Test",
        Description = "A plan of the tests.",
        ScenarioSha256 = new string('0', 64),
        Seed = seed,
        Patients = patients,
        HorizonMonths = 36,
        MonthsBeforeOrigin = 12,
        MaximumMonthsToOrigin = 120,
        StepDays = 7,
        ReportFrom = ReportOrigin.SymptomOnset,
        Disease = Disease(),
        Measures = Measures(),
        Population = Population(),
        Treatments = [],
        Arms = [new Arm("untreated", [])],
        Assumptions = [],
    };

    /// <summary>Patients who differ as in general ALS, from symptom onset.</summary>
    /// <param name="patients">Number of patients.</param>
    /// <param name="seed">Seed.</param>
    public static RunPlan Varied(long patients, uint seed)
    {
        var plan = Coupled(patients, seed);
        var quantities = plan.Population.Quantities.ToArray();
        quantities[(int)PatientQuantity.ProgressionRate] = LogNormalDistribution.FromMedianAndCv(1, 0.47);
        quantities[(int)PatientQuantity.OnsetRegion] = new CategoricalDistribution([0.3, 0.35, 0, 0.35]);
        quantities[(int)PatientQuantity.DiagnosticDelayMonths] = LogNormalDistribution.FromMedianAndCv(10.7, 0.9);
        quantities[(int)PatientQuantity.BetweenRegionRatePerMonth] = LogNormalDistribution.FromMedianAndCv(0.0011, 1.2);
        quantities[(int)PatientQuantity.TreatedRecoveryRatePerMonth] = LogNormalDistribution.FromMedianAndCv(0.01, 1.5);
        foreach (var region in Enumerable.Range((int)PatientQuantity.BulbarVulnerability, RegionValues.Count))
        {
            quantities[region] = LogNormalDistribution.FromMedianAndCv(1, 0.2);
        }

        return plan with { Population = plan.Population with { Quantities = quantities } };
    }

    /// <summary>Adds treatments and arms; drug response is set for antisense treatments.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="treatments">The treatments.</param>
    /// <param name="arms">The arms.</param>
    public static RunPlan With(this RunPlan plan, IReadOnlyList<Treatment> treatments, params IReadOnlyList<Arm> arms) => plan with
    {
        Treatments = treatments,
        Arms = arms,
        Population = plan.Population with
        {
            DrugResponse = [.. treatments.Select(treatment => treatment is AntisenseTreatment ? new DrugResponseVariation(new ConstantDistribution(0.5), new ConstantDistribution(1)) : null)],
        },
    };

    /// <summary>An arm with one treatment.</summary>
    /// <param name="name">Name.</param>
    /// <param name="at">What the start is counted from.</param>
    /// <param name="offsetMonths">Months after it.</param>
    /// <param name="treatment">Index of the treatment.</param>
    public static Arm Treated(string name, StartAt at, double offsetMonths, int treatment = 0) =>
        new(name, [new ArmTreatment(treatment, new TreatmentStart { At = at, OffsetMonths = offsetMonths }, null)]);

    /// <summary>A disease close to the shipped one; its values are fixed here, so that tests do not move with the defaults.</summary>
    public static DiseaseParameters Disease() => new()
    {
        MotorNeuronsPerRegion = RegionValues.Uniform(1000),
        FocusFraction = 0.005,
        MotorUnitTypes = [new MotorUnitType("all", 1, 1)],
        RegionVulnerability = new RegionValues(1, 1, 0.82, 1),
        Stress = Stress(),
        Death = Death(),
        SpontaneousRecoveryRatePerMonth = 0,
        ToxicProteinHalfLifeMonths = 0.75,
        Compensation = new CompensationParameters { MaximumEnlargement = 2.9, RatePerMonth = 0.5, StressedNeuronFunction = 0.12 },
    };

    /// <summary>Measures close to the shipped ones, fixed likewise.</summary>
    public static MeasureParameters Measures() => new()
    {
        Neurofilament = new NeurofilamentParameters
        {
            BaselinePgPerMl = 500,
            BaselineRisePerYearOfAge = 0,
            BaselineReferenceAgeYears = 40,
            ReleasePgPerMlMonths = 180_000,
            StressLeakRatePerMonth = 0.03,
            HalfLifeMonths = 1.5,
            AssayCv = 0.15,
        },
        FunctionScores = new FunctionScoreParameters
        {
            AlsfrsThresholds = [0.28, 0.5, 0.72, 0.88],
            AlsfrsDiscrimination = 1.04,
            SvcExponent = 2.8,
            SvcNoiseSdPercent = 5,
            MotorUnitNumberCv = 0.09,
            MitosCommunicationNeedsBoth = false,
        },
        Milestones = new MilestoneParameters { SymptomOnsetFunction = 0.85, ElectromyographicAffectedFraction = 0.08, NeurofilamentFoldRise = 2 },
        Survival = new SurvivalParameters
        {
            BackgroundRatePerMonth = 0.0005,
            BackgroundRisePerYearOfAge = 0,
            BackgroundReferenceAgeYears = 60,
            MaximumRatePerMonth = 0.41,
            RespiratorySteepness = 2.1,
            BulbarMaximumRatePerMonth = 0,
        },
    };

    /// <summary>No hazard of death at all.</summary>
    public static SurvivalParameters NobodyDies() => Measures().Survival with { BackgroundRatePerMonth = 0, MaximumRatePerMonth = 0 };

    private static StressParameters Stress() => new()
    {
        SpontaneousRatePerMonth = RegionValues.Uniform(0),
        WithinRegionRatePerMonth = RegionValues.Uniform(0.23),
        Contiguity = [new(0, 1, 0.4, 0.15), new(0.8, 0, 1, 0.4), new(0.3, 0.8, 0, 0.6), new(0.15, 0.5, 0.6, 0)],
        ProteinIndependentShare = 0.3,
        ProteinExponent = 1,
    };

    private static DeathParameters Death() => new() { RatePerMonth = RegionValues.Uniform(0.06), ProteinIndependentShare = 0.15, ProteinExponent = 1 };

    /// <summary>Patients who are all alike, but for the quantities named.</summary>
    /// <param name="settings">Quantities with another value.</param>
    public static PatientPopulation Population(params (PatientQuantity Quantity, double Value)[] settings)
    {
        double[] values = [1, 55, (double)Region.Cervical, 11, 12, 98, 0.25, 0.0017, 0.01, 1, 1, 1, 1];
        foreach (var (quantity, value) in settings)
        {
            values[(int)quantity] = value;
        }

        return new PatientPopulation { Quantities = [.. values.Select(value => new ConstantDistribution(value))], DrugResponse = [] };
    }
}
