using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Measures;

/// <summary>The measures in the units of the step, single precision, alike for every patient.</summary>
public sealed class MeasureConstants
{
    /// <summary>Converts the measures to the units of the step.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="stepMonths">Length of a step, months; more than 0.</param>
    public MeasureConstants(MeasureParameters measures, double stepMonths)
    {
        var nfl = measures.Neurofilament;
        NeurofilamentRelease = (float)nfl.ReleasePgPerMlMonths;
        StressLeak = (float)nfl.StressLeakRatePerMonth;
        NeurofilamentApproach = 1 - ExponentialDecay.Kept(ExponentialDecay.LogOfTwo / nfl.HalfLifeMonths * stepMonths);
        NormRisePerStep = (float)(nfl.BaselineRisePerYearOfAge * stepMonths / 12);
        AssaySdLog = LogSd(nfl.AssayCv);
        var survival = measures.Survival;
        BackgroundRisePerStep = (float)(survival.BackgroundRisePerYearOfAge * stepMonths / 12);
        Steepness = (float)survival.RespiratorySteepness;
        HazardFloor = Exp(-Steepness);
        RespiratoryHazard = (float)(survival.MaximumRatePerMonth * stepMonths / (1 - HazardFloor));
        BulbarHazard = (float)(survival.BulbarMaximumRatePerMonth * stepMonths / (1 - HazardFloor));
        SymptomOnsetFunction = (float)measures.Milestones.SymptomOnsetFunction;
        ElectromyographicAffectedFraction = (float)measures.Milestones.ElectromyographicAffectedFraction;
        NeurofilamentFoldRise = (float)measures.Milestones.NeurofilamentFoldRise;
        var scores = measures.FunctionScores;
        Discrimination = (float)scores.AlsfrsDiscrimination;
        ThresholdOdds = [.. scores.AlsfrsThresholds.Select(c => LaneMath<Lane1>.Power(new Lane1((float)(c / (1 - c))), new Lane1(Discrimination)).Value)];
        SvcExponent = (float)scores.SvcExponent;
        SvcNoiseSd = (float)scores.SvcNoiseSdPercent;
        MotorUnitNumberCv = (float)scores.MotorUnitNumberCv;
        MitosCommunicationNeedsBoth = scores.MitosCommunicationNeedsBoth;
    }

    /// <summary>g, pg/mL times months.</summary>
    public float NeurofilamentRelease { get; }

    /// <summary>Leak of stressed neurons, per neuron per month.</summary>
    public float StressLeak { get; }

    /// <summary>Share of the way to its target that neurofilament goes in a step.</summary>
    public float NeurofilamentApproach { get; }

    /// <summary>Relative rise of the healthy neurofilament level per step.</summary>
    public float NormRisePerStep { get; }

    /// <summary>Standard deviation of the logarithm of an assay's error.</summary>
    public float AssaySdLog { get; }

    /// <summary>Relative rise of the background hazard per step.</summary>
    public float BackgroundRisePerStep { get; }

    /// <summary>k of the death hazard.</summary>
    public float Steepness { get; }

    /// <summary>e^-k.</summary>
    public float HazardFloor { get; }

    /// <summary>hMax times the step over (1 - e^-k).</summary>
    public float RespiratoryHazard { get; }

    /// <summary>The same for the bulbar term.</summary>
    public float BulbarHazard { get; }

    /// <summary>Weakest function at symptom onset.</summary>
    public float SymptomOnsetFunction { get; }

    /// <summary>Largest affected fraction at electromyographic change.</summary>
    public float ElectromyographicAffectedFraction { get; }

    /// <summary>Multiple of the age norm at neurofilament rise.</summary>
    public float NeurofilamentFoldRise { get; }

    /// <summary>Discrimination of ALSFRS-R items.</summary>
    public float Discrimination { get; }

    /// <summary>Odds of the four item thresholds, to the power of the discrimination.</summary>
    public float[] ThresholdOdds { get; }

    /// <summary>kappa.</summary>
    public float SvcExponent { get; }

    /// <summary>Standard deviation of a reading of slow vital capacity, percent.</summary>
    public float SvcNoiseSd { get; }

    /// <summary>Coefficient of variation of a motor-unit number estimate.</summary>
    public float MotorUnitNumberCv { get; }

    /// <summary>MiToS: communication is lost only when speech and handwriting both are.</summary>
    public bool MitosCommunicationNeedsBoth { get; }

    private static float Exp(float x) => LaneMath<Lane1>.Exp(new Lane1(x)).Value;

    /// <summary>sd of log X for a log-normal X of a given coefficient of variation: sqrt(log(1 + cv^2)).</summary>
    private static float LogSd(double cv) => MathF.Sqrt(LaneMath<Lane1>.Log(new Lane1((float)(1 + (cv * cv)))).Value);
}
