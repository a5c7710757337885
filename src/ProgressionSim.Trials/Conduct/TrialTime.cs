using ProgressionSim.Engine.Running;

namespace ProgressionSim.Trials.Conduct;

/// <summary>Conversions between the clocks of a trial: visits in weeks, rules in days, analyses in months.</summary>
public static class TrialTime
{
    /// <summary>Days in a week.</summary>
    public const double DaysPerWeek = 7;

    /// <summary>Weeks as months.</summary>
    /// <param name="weeks">Weeks.</param>
    public static double MonthsOfWeeks(double weeks) => weeks * DaysPerWeek / RunPlan.DaysPerMonth;

    /// <summary>Days as months.</summary>
    /// <param name="days">Days.</param>
    public static double MonthsOfDays(double days) => days / RunPlan.DaysPerMonth;
}
