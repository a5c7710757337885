using System.Collections.Immutable;

namespace ProgressionSim.Statistics.Survival;

/// <summary>The product-limit estimate of survival from right-censored times, with Greenwood's variance.</summary>
/// <remarks>
/// S(t) is the product over event times up to t of (n - d)/n, for n at risk and d events; the variance of log S(t) is the sum of
/// d/(n (n - d)). Beside it stands the Nelson-Aalen sum of d/n.
/// Censoring at the time of an event counts as later than the event.
/// Sources: Kaplan and Meier, J Am Stat Assoc 53:457-481 (1958), doi:10.1080/01621459.1958.10501452; Greenwood, Reports on Public
/// Health and Medical Subjects 33 (1926); Aalen, Ann Stat 6:701-726 (1978), doi:10.1214/aos/1176344247.
/// Assumption: censoring tells nothing about the patient's risk. Pure, so thread-safe.
/// </remarks>
public static class KaplanMeier
{
    /// <summary>Estimate from one time per patient.</summary>
    /// <param name="times">Time to event or censoring, any order, one per patient; finite, at least 0.
    /// Only exactly equal times are ties (R also joins times that differ by rounding).</param>
    /// <param name="events">True for an event, false for censoring; same order and length as the times.</param>
    /// <param name="confidenceLevel">Of the pointwise limits; between 0 and 1.</param>
    /// <param name="intervalType">Scale of the limits.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">The spans are empty or differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time or the confidence level is outside its range.</exception>
    public static SurvivalCurve Estimate(
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        double confidenceLevel = 0.95,
        SurvivalIntervalType intervalType = SurvivalIntervalType.LogLog)
    {
        if (times.Length != events.Length)
        {
            throw new ArgumentException("There must be one event flag per time.", nameof(events));
        }

        CheckTimes(times);
        var sortedTimes = times.ToArray();
        var sortedEvents = events.ToArray();
        Array.Sort(sortedTimes, sortedEvents);

        // Grouping is done in place: the write position never overtakes the read position.
        var eventCounts = new long[times.Length];
        var censoredCounts = new long[times.Length];
        var last = -1;
        for (var i = 0; i < sortedTimes.Length; i++)
        {
            if (last < 0 || sortedTimes[i] != sortedTimes[last])
            {
                sortedTimes[++last] = sortedTimes[i];
            }

            if (sortedEvents[i])
            {
                eventCounts[last]++;
            }
            else
            {
                censoredCounts[last]++;
            }
        }

        var groups = last + 1;
        return EstimateGrouped(sortedTimes.AsSpan(0, groups), eventCounts.AsSpan(0, groups), censoredCounts.AsSpan(0, groups), confidenceLevel, intervalType);
    }

    /// <summary>Estimate from counts of patients at distinct times.</summary>
    /// <param name="times">Strictly ascending; finite, at least 0.</param>
    /// <param name="events">Patients having the event at each time, at least 0; same length as the times.</param>
    /// <param name="censored">Patients censored at each time, at least 0; same length. Times at which both counts are 0 leave no row.</param>
    /// <param name="confidenceLevel">Of the pointwise limits; between 0 and 1.</param>
    /// <param name="intervalType">Scale of the limits.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, the times do not ascend, or there is no patient.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time, count or the confidence level is outside its range.</exception>
    /// <exception cref="OverflowException">The counts add up to more than a long holds.</exception>
    public static SurvivalCurve EstimateGrouped(
        ReadOnlySpan<double> times,
        ReadOnlySpan<long> events,
        ReadOnlySpan<long> censored,
        double confidenceLevel = 0.95,
        SurvivalIntervalType intervalType = SurvivalIntervalType.LogLog)
    {
        var z = CriticalValue.TwoSided(confidenceLevel, nameof(confidenceLevel));
        var atRisk = CountPatients(times, events, censored, out var rows);
        var rowTimes = ImmutableArray.CreateBuilder<double>(rows);
        var rowAtRisk = ImmutableArray.CreateBuilder<long>(rows);
        var rowEvents = ImmutableArray.CreateBuilder<long>(rows);
        var rowCensored = ImmutableArray.CreateBuilder<long>(rows);
        var survivals = ImmutableArray.CreateBuilder<double>(rows);
        var errors = ImmutableArray.CreateBuilder<double>(rows);
        var logErrors = ImmutableArray.CreateBuilder<double>(rows);
        var lows = ImmutableArray.CreateBuilder<double>(rows);
        var highs = ImmutableArray.CreateBuilder<double>(rows);
        var hazards = ImmutableArray.CreateBuilder<double>(rows);
        var hazardErrors = ImmutableArray.CreateBuilder<double>(rows);
        double survival = 1, logVariance = 0, hazard = 0, hazardVariance = 0;
        for (var i = 0; i < times.Length; i++)
        {
            if (events[i] == 0 && censored[i] == 0)
            {
                continue;
            }

            double n = atRisk, d = events[i], staying = atRisk - events[i];
            if (d > 0)
            {
                survival *= staying / n;
                logVariance += d / (n * staying);
                hazard += d / n;
                hazardVariance += d / (n * n);
            }

            var logError = Math.Sqrt(logVariance);
            var (low, high) = SurvivalInterval.Of(survival, logError, z, intervalType);
            rowTimes.Add(times[i]);
            rowAtRisk.Add(atRisk);
            rowEvents.Add(events[i]);
            rowCensored.Add(censored[i]);
            survivals.Add(survival);
            errors.Add(survival * logError);
            logErrors.Add(logError);
            lows.Add(low);
            highs.Add(high);
            hazards.Add(hazard);
            hazardErrors.Add(Math.Sqrt(hazardVariance));
            atRisk -= events[i] + censored[i];
        }

        return new SurvivalCurve
        {
            Times = rowTimes.MoveToImmutable(),
            AtRisk = rowAtRisk.MoveToImmutable(),
            Events = rowEvents.MoveToImmutable(),
            Censored = rowCensored.MoveToImmutable(),
            Survival = survivals.MoveToImmutable(),
            StandardError = errors.MoveToImmutable(),
            LogStandardError = logErrors.MoveToImmutable(),
            Low = lows.MoveToImmutable(),
            High = highs.MoveToImmutable(),
            CumulativeHazard = hazards.MoveToImmutable(),
            CumulativeHazardStandardError = hazardErrors.MoveToImmutable(),
            ConfidenceLevel = confidenceLevel,
            IntervalType = intervalType,
        };
    }

    /// <summary>Checks grouped input; gives the number of patients and of times with at least one of them.</summary>
    private static long CountPatients(ReadOnlySpan<double> times, ReadOnlySpan<long> events, ReadOnlySpan<long> censored, out int rows)
    {
        if (events.Length != times.Length || censored.Length != times.Length)
        {
            throw new ArgumentException("There must be one count of events and one of censored patients per time.", nameof(events));
        }

        CheckTimes(times);
        long patients = 0;
        rows = 0;
        for (var i = 0; i < times.Length; i++)
        {
            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new ArgumentException("The times must be strictly ascending.", nameof(times));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(events[i], nameof(events));
            ArgumentOutOfRangeException.ThrowIfNegative(censored[i], nameof(censored));
            var leaving = checked(events[i] + censored[i]);
            patients = checked(patients + leaving);
            rows += leaving > 0 ? 1 : 0;
        }

        return patients > 0 ? patients : throw new ArgumentException("There must be at least one patient.", nameof(times));
    }

    private static void CheckTimes(ReadOnlySpan<double> times)
    {
        foreach (var time in times)
        {
            if (!(double.IsFinite(time) && time >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(times), time, "Every time must be finite and at least 0.");
            }
        }
    }
}
