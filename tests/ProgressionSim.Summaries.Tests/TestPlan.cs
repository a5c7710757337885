using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Summaries.Tests;

/// <summary>A small valid plan; only what summaries read matters.</summary>
internal static class TestPlan
{
    public const double StepDays = RunPlan.DaysPerMonth / 4;

    public static RunPlan Create(int horizonMonths, int monthsBefore, params Arm[] arms) => new()
    {
        Name = "test",
        Title = "A test",
        Description = "What does waiting cost?",
        ScenarioSha256 = new('a', 64),
        Seed = 7,
        Patients = 10,
        HorizonMonths = horizonMonths,
        MonthsBeforeOrigin = monthsBefore,
        MaximumMonthsToOrigin = 24,
        StepDays = StepDays,
        ReportFrom = ReportOrigin.SymptomOnset,
        Disease = Disease,
        Measures = Measures,
        Population = new()
        {
            Quantities = [.. Enumerable.Repeat<Distribution>(new ConstantDistribution(1), PatientPopulation.QuantityCount)],
            DrugResponse = [null, null],
        },
        Treatments =
        [
            new KnockdownTreatment("silencer") { Knockdown = 0.8, RampMonths = 0 },
            new RateRatioTreatment("slower") { StressRatio = 0.5, DeathRatio = 0.5, RampMonths = 0 },
        ],
        Arms = arms,
        Assumptions = [new("disease.death.ratePerMonth", "0.06", "1/month", "Rate of loss.", "assumption", Confidence.Assumption)],
    };

    public static Arm Untreated(string name = "untreated") => new(name, []);

    public static Arm Treated(string name, int treatment = 0) => new(name, [new(treatment, new() { At = StartAt.SymptomOnset }, null)]);

    private static DiseaseParameters Disease => new()
    {
        MotorNeuronsPerRegion = RegionValues.Uniform(1000),
        FocusFraction = 0.01,
        MotorUnitTypes = [new("all", 1, 1)],
        RegionVulnerability = RegionValues.Uniform(1),
        Stress = new()
        {
            SpontaneousRatePerMonth = default,
            WithinRegionRatePerMonth = RegionValues.Uniform(0.2),
            Contiguity = [.. Enumerable.Repeat(default(RegionValues), RegionValues.Count)],
            ProteinIndependentShare = 0.3,
            ProteinExponent = 1,
        },
        Death = new() { RatePerMonth = RegionValues.Uniform(0.06), ProteinIndependentShare = 0.1, ProteinExponent = 1 },
        SpontaneousRecoveryRatePerMonth = 0,
        ToxicProteinHalfLifeMonths = 1,
        Compensation = new() { MaximumEnlargement = 3, RatePerMonth = 0.5, StressedNeuronFunction = 0.1 },
    };

    private static MeasureParameters Measures => new()
    {
        Neurofilament = new()
        {
            BaselinePgPerMl = 500,
            BaselineRisePerYearOfAge = 0,
            BaselineReferenceAgeYears = 50,
            ReleasePgPerMlMonths = 1000,
            StressLeakRatePerMonth = 0,
            HalfLifeMonths = 1,
            AssayCv = 0,
        },
        FunctionScores = new()
        {
            AlsfrsThresholds = [0.2, 0.4, 0.6, 0.8],
            AlsfrsDiscrimination = 1,
            SvcExponent = 1,
            SvcNoiseSdPercent = 0,
            MotorUnitNumberCv = 0,
            MitosCommunicationNeedsBoth = true,
        },
        Milestones = new() { SymptomOnsetFunction = 0.85, ElectromyographicAffectedFraction = 0.1, NeurofilamentFoldRise = 2 },
        Survival = new()
        {
            BackgroundRatePerMonth = 0,
            BackgroundRisePerYearOfAge = 0,
            BackgroundReferenceAgeYears = 50,
            MaximumRatePerMonth = 0.1,
            RespiratorySteepness = 2,
            BulbarMaximumRatePerMonth = 0,
        },
    };
}
