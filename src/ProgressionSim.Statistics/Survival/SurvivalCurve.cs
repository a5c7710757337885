using System.Collections.Immutable;

namespace ProgressionSim.Statistics.Survival;

/// <summary>A Kaplan-Meier curve: one row for each distinct time at which someone had the event or was censored.</summary>
/// <remarks>
/// All arrays have one entry per row, in ascending time. Between rows the curve is flat; before the first row it is 1.
/// Made by <see cref="KaplanMeier"/>. Immutable, so thread-safe. Equality compares array references, not contents.
/// </remarks>
public sealed record SurvivalCurve
{
    internal SurvivalCurve()
    {
    }

    /// <summary>Distinct times, strictly ascending, at least 0, in the unit of the input.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>Patients at risk just before each time, those leaving at that time included; at least 1.</summary>
    public required ImmutableArray<long> AtRisk { get; init; }

    /// <summary>Events at each time; at least 0.</summary>
    public required ImmutableArray<long> Events { get; init; }

    /// <summary>Patients censored at each time, counted as leaving just after the events there; at least 0.</summary>
    public required ImmutableArray<long> Censored { get; init; }

    /// <summary>S(t) just after each time, 0 to 1, never rising.</summary>
    public required ImmutableArray<double> Survival { get; init; }

    /// <summary>Greenwood standard error of S(t), at least 0; NaN where S is 0.</summary>
    public required ImmutableArray<double> StandardError { get; init; }

    /// <summary>Greenwood standard error of log S(t), at least 0; infinite where S is 0.</summary>
    public required ImmutableArray<double> LogStandardError { get; init; }

    /// <summary>Lower pointwise confidence limit, 0 to 1; NaN where <see cref="IntervalType"/> leaves it undefined.</summary>
    public required ImmutableArray<double> Low { get; init; }

    /// <summary>Upper pointwise confidence limit, 0 to 1; NaN where <see cref="IntervalType"/> leaves it undefined.</summary>
    public required ImmutableArray<double> High { get; init; }

    /// <summary>Nelson-Aalen cumulative hazard just after each time, at least 0, no unit.</summary>
    public required ImmutableArray<double> CumulativeHazard { get; init; }

    /// <summary>Standard error of the cumulative hazard (root of the sum of d/n^2), at least 0.</summary>
    public required ImmutableArray<double> CumulativeHazardStandardError { get; init; }

    /// <summary>Share of intervals meant to cover, between 0 and 1, for each time taken alone.</summary>
    public required double ConfidenceLevel { get; init; }

    /// <summary>Scale of the interval.</summary>
    public required SurvivalIntervalType IntervalType { get; init; }

    /// <summary>Patients in the data; at least 1.</summary>
    public long Patients => AtRisk[0];

    /// <summary>Survival probability at a time, a step at exactly that time included.</summary>
    /// <param name="time">In the unit of the curve; not NaN.</param>
    /// <returns>0 to 1. Before the first row 1; after the last row its value, carried forward even when patients were censored there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is NaN.</exception>
    public double SurvivalAt(double time)
    {
        var row = LastRowUpTo(time);
        return row < 0 ? 1 : Survival[row];
    }

    /// <summary>Patients at risk just before a time: those whose own time is this one or later.</summary>
    /// <param name="time">In the unit of the curve; not NaN.</param>
    /// <returns>At least 0; someone who has the event or is censored at exactly this time is counted. 0 after the last row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is NaN.</exception>
    public long AtRiskAt(double time)
    {
        var row = LastRowUpTo(time);
        if (row >= 0 && Times[row] == time)
        {
            return AtRisk[row];
        }

        return row + 1 < Times.Length ? AtRisk[row + 1] : 0;
    }

    /// <summary>The curve with its limits at a time, read as by <see cref="SurvivalAt"/> and <see cref="AtRiskAt"/>.</summary>
    /// <param name="time">In the unit of the curve; not NaN.</param>
    /// <returns>The point; before the first row S is 1 with standard error 0 and the limits that belong to S = 1 without events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is NaN.</exception>
    public SurvivalPoint At(double time)
    {
        var row = LastRowUpTo(time);
        if (row >= 0)
        {
            return new(time, AtRiskAt(time), Survival[row], StandardError[row], Low[row], High[row]);
        }

        var limit = IntervalType == SurvivalIntervalType.LogLog ? double.NaN : 1;
        return new(time, AtRiskAt(time), 1, 0, limit, limit);
    }

    /// <summary>Time by which a share p of patients had the event: where the curve reaches 1 - p, with limits from its band.</summary>
    /// <param name="share">The share p, above 0 and at most 1; 0.5 gives the median.</param>
    /// <returns>Estimate and limits in the unit of the curve, each null when its curve does not come down to 1 - p.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    /// <remarks>
    /// When a curve is flat at 1 - p to within 1.5e-8 (as R's quantile.survfit, survival 3.5), the middle of the flat piece is
    /// taken; a last piece ends at the last time in the data. So with more than 6e7 patients one step of the curve is below
    /// that tolerance, and the answer may lie one step off.
    /// </remarks>
    public SurvivalQuantile Quantile(double share)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be above 0 and at most 1.");
        }

        return new(
            CurveCrossing.Find(Times, Survival, share),
            CurveCrossing.Find(Times, Low, share),
            CurveCrossing.Find(Times, High, share));
    }

    /// <summary>Mean event-free time up to a horizon, with its standard error.</summary>
    /// <param name="horizon">In the unit of the curve; finite, at least 0.</param>
    /// <returns>Area under the curve from 0 to the horizon. Past the last row the curve is carried forward flat, as R's rmean does;
    /// a horizon within the data avoids that assumption.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is outside its range.</exception>
    public RestrictedMean RestrictedMean(double horizon)
    {
        if (!(double.IsFinite(horizon) && horizon >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon must be finite and at least 0.");
        }

        double area = 0, variance = 0;
        var end = horizon;

        // Backwards, so the area still to come is at hand when its event time is met.
        for (var row = LastRowUpTo(horizon); row >= 0; row--)
        {
            area += Survival[row] * (end - Times[row]);
            end = Times[row];
            double staying = AtRisk[row] - Events[row];
            if (staying > 0)
            {
                variance += area * area * (Events[row] / (AtRisk[row] * staying));
            }
        }

        return new(horizon, area + end, Math.Sqrt(variance));
    }

    /// <summary>Index of the last row at or before a time; -1 when there is none.</summary>
    private int LastRowUpTo(double time)
    {
        if (double.IsNaN(time))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "The time must be a number.");
        }

        var found = Times.AsSpan().BinarySearch(time);
        return found >= 0 ? found : ~found - 1;
    }
}
