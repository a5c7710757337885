using Microsoft.Extensions.Configuration;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Measures;

/// <summary>Turns a checked scenario into parameters of the measures.</summary>
internal static class MeasureMapping
{
    /// <summary>Maps the group <c>measures</c>.</summary>
    public static MeasureParameters Map(IConfiguration measures) => new()
    {
        Neurofilament = Neurofilament(measures.GetSection("neurofilament")),
        FunctionScores = new FunctionScoreParameters
        {
            AlsfrsThresholds = measures.Numbers("alsfrs:thresholds"),
            AlsfrsDiscrimination = measures.Number("alsfrs:discrimination"),
            SvcExponent = measures.Number("svc:exponent"),
            SvcNoiseSdPercent = measures.Number("svc:noiseSdPercent"),
            MotorUnitNumberCv = measures.Number("motorUnitNumber:cv"),
            MitosCommunicationNeedsBoth = measures.Flag("stages:mitosCommunicationNeedsBoth"),
        },
        Milestones = new MilestoneParameters
        {
            SymptomOnsetFunction = measures.Number("milestones:symptomOnsetFunction"),
            ElectromyographicAffectedFraction = measures.Number("milestones:electromyographicAffectedFraction"),
            NeurofilamentFoldRise = measures.Number("milestones:neurofilamentFoldRise"),
        },
        Survival = Survival(measures.GetSection("survival")),
    };

    private static NeurofilamentParameters Neurofilament(IConfigurationSection neurofilament) => new()
    {
        BaselinePgPerMl = neurofilament.Number("baselinePgPerMl"),
        BaselineRisePerYearOfAge = neurofilament.Number("baselineRisePerYearOfAge"),
        BaselineReferenceAgeYears = neurofilament.Number("baselineReferenceAgeYears"),
        ReleasePgPerMlMonths = neurofilament.Number("releasePgPerMlMonths"),
        StressLeakRatePerMonth = neurofilament.Number("stressLeakRatePerMonth"),
        HalfLifeMonths = neurofilament.Number("halfLifeMonths"),
        AssayCv = neurofilament.Number("assayCv"),
    };

    private static SurvivalParameters Survival(IConfigurationSection survival) => new()
    {
        BackgroundRatePerMonth = survival.Number("backgroundRatePerMonth"),
        BackgroundRisePerYearOfAge = survival.Number("backgroundRisePerYearOfAge"),
        BackgroundReferenceAgeYears = survival.Number("backgroundReferenceAgeYears"),
        MaximumRatePerMonth = survival.Number("maximumRatePerMonth"),
        RespiratorySteepness = survival.Number("respiratorySteepness"),
        BulbarMaximumRatePerMonth = survival.Number("bulbarMaximumRatePerMonth"),
    };
}
