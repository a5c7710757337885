using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Summaries.Series;

/// <summary>Kaplan-Meier estimates of an arm.</summary>
internal static class ArmSurvival
{
    // A step end within this of the horizon is the horizon: rounding must not turn a death there into a survivor.
    private const double Tolerance = 1e-9;

    /// <summary>
    /// Survival from the report origin. Deaths at or before it count at 0; a death is dated to the end of its step; who is alive at the horizon is censored there.
    /// </summary>
    /// <returns>The curve in months; null when there are no patients.</returns>
    public static SurvivalCurve? Curve(StepHistogram deaths, long patients, double stepMonths, int horizonMonths)
    {
        if (patients == 0)
        {
            return null;
        }

        var times = new List<double> { 0 };
        var events = new List<long> { 0 };
        var alive = patients;
        for (var i = 0; i < deaths.Counts.Length; i++)
        {
            var months = Math.Max(0, (deaths.FirstStep + i) * stepMonths);
            if (deaths.Counts[i] == 0 || months > horizonMonths + Tolerance)
            {
                continue;
            }

            months = Math.Min(months, horizonMonths);
            if (months > times[^1])
            {
                times.Add(months);
                events.Add(0);
            }

            events[^1] += deaths.Counts[i];
            alive -= deaths.Counts[i];
        }

        if (times[^1] < horizonMonths)
        {
            times.Add(horizonMonths);
            events.Add(0);
        }

        var censored = new long[times.Count];
        censored[^1] = alive;
        return KaplanMeier.EstimateGrouped([.. times], [.. events], censored);
    }

    /// <summary>Survival every 12 months and at the horizon.</summary>
    public static IReadOnlyList<SurvivalAtMonth> Yearly(SurvivalCurve? curve, int horizonMonths) => curve is null
        ? []
        : [.. Enumerable.Range(1, horizonMonths)
            .Where(month => month % 12 == 0 || month == horizonMonths)
            .Select(month =>
            {
                var point = curve.At(month);
                return new SurvivalAtMonth(month, point.AtRisk, point.Survival, point.Low, point.High);
            })];
}
