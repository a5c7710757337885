using ProgressionSim.Engine.Sampling;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Patients;

/// <summary>What a treatment history changes in the patients of one class, and when they die of it.</summary>
internal sealed class ClassCourse
{
    private readonly PatientClass patients;
    private readonly double logFollowUp;
    private readonly double followUp;
    private readonly double switchMonths;
    private readonly double logSwitch;
    private readonly (double Slope, double LogHazardRatio) before;
    private readonly (double Slope, double LogHazardRatio) after;

    /// <summary>Prepares a history of a class.</summary>
    /// <param name="patients">The class.</param>
    /// <param name="number">Its number.</param>
    /// <param name="effects">Effects of the model arms.</param>
    /// <param name="history">The history.</param>
    /// <param name="followUpMonths">Months after randomisation up to which deaths are dated.</param>
    public ClassCourse(PatientClass patients, int number, IReadOnlyList<ArmEffect> effects, TreatmentHistory history, double followUpMonths)
    {
        this.patients = patients;
        followUp = followUpMonths;
        logFollowUp = PortableMath.Log(followUpMonths);
        before = EffectOf(effects[history.ModelArm], number);
        after = history.NextModelArm is { } next ? EffectOf(effects[next], number) : before;
        switchMonths = history.SwitchMonths;

        // Nothing changes at a switch between like effects: no switch, and the same bits as without one.
        if (after == before || switchMonths == 0)
        {
            before = after;
            switchMonths = double.PositiveInfinity;
        }

        logSwitch = PortableMath.Log(switchMonths);
    }

    /// <summary>Points added to the patient's line.</summary>
    /// <param name="months">Months from randomisation; nothing is added before it.</param>
    public double Change(double months)
    {
        if (months <= 0)
        {
            return 0;
        }

        return months <= switchMonths ? before.Slope * months : (before.Slope * switchMonths) + (after.Slope * (months - switchMonths));
    }

    /// <summary>Time of death, months from randomisation; infinite when alive at the end of follow-up.</summary>
    /// <param name="intercept">b0, points.</param>
    /// <param name="slope">b1 without treatment, points per month.</param>
    /// <param name="logThreshold">Logarithm of the cumulative hazard at which the patient dies.</param>
    /// <remarks>The time of a death before the switch does not depend on the switch, to the last bit.</remarks>
    public double Death(double intercept, double slope, double logThreshold)
    {
        if (double.IsNegativeInfinity(patients.LogHazard))
        {
            return double.PositiveInfinity;
        }

        var shape = patients.HazardShape;
        var logFactor = patients.LogHazard + (patients.Association * intercept) + before.LogHazardRatio;
        var tilt = patients.Association * (slope + before.Slope);
        var target = logThreshold - logFactor;
        var switched = switchMonths < followUp;
        var reached = TiltedWeibull.LogIntegral(shape, tilt, switched ? logSwitch : logFollowUp);
        if (reached >= target)
        {
            return TiltedWeibull.Time(shape, tilt, target);
        }

        return switched ? DeathAfterSwitch(intercept, slope, PortableMath.Exp(logThreshold) - PortableMath.Exp(logFactor + reached)) : double.PositiveInfinity;
    }

    private static (double Slope, double LogHazardRatio) EffectOf(ArmEffect effect, int number) =>
        (effect.SlopeDifferencePerMonth[number], PortableMath.Log(effect.HazardRatio[number]));

    /// <summary>Death after the switch, of a patient with some cumulative hazard left at it.</summary>
    private double DeathAfterSwitch(double intercept, double slope, double left)
    {
        if (left <= 0)
        {
            return switchMonths;
        }

        // The line after the switch, drawn back to randomisation, starts higher by what the other slope made of the time before.
        var shape = patients.HazardShape;
        var start = intercept + ((before.Slope - after.Slope) * switchMonths);
        var logFactor = patients.LogHazard + (patients.Association * start) + after.LogHazardRatio;
        var tilt = patients.Association * (slope + after.Slope);
        var target = LogOfSum(TiltedWeibull.LogIntegral(shape, tilt, logSwitch), PortableMath.Log(left) - logFactor);
        return TiltedWeibull.LogIntegral(shape, tilt, logFollowUp) >= target
            ? Math.Max(switchMonths, TiltedWeibull.Time(shape, tilt, target))
            : double.PositiveInfinity;
    }

    private static double LogOfSum(double a, double b) => Math.Max(a, b) + PortableMath.Log1P(PortableMath.Exp(Math.Min(a, b) - Math.Max(a, b)));
}
