using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Model.Treatments;

/// <summary>Doses that fall into each step, from the schedule alone.</summary>
public sealed class DoseTiming
{
    private readonly float[] loading;
    private readonly float[] shares;
    private readonly float interval;

    /// <summary>Converts a schedule to steps.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="stepDays">Length of a step, days.</param>
    public DoseTiming(DoseSchedule schedule, double stepDays)
    {
        loading = [.. schedule.LoadingDays.Select(day => (float)(day / stepDays))];
        shares = [.. (schedule.LoadingShares ?? [.. loading.Select(_ => 1.0)]).Select(share => (float)share)];
        interval = schedule.MaintenanceIntervalDays is { } days ? (float)(days / stepDays) : 0;
    }

    /// <summary>Number of doses due in step k, before any is missed; a loading dose counts its share.</summary>
    /// <typeparam name="T">The lane type.</typeparam>
    /// <param name="step">k: the step runs from k to k + 1.</param>
    /// <param name="start">Start of treatment, steps.</param>
    /// <param name="stop">End of treatment, steps; no dose is given from then on.</param>
    /// <param name="given">Doses due before the step; receives those due before its end. 0 as long as treatment has not started.</param>
    /// <param name="due">Receives the doses due in the step. As a difference of running totals, so that no rounding can lose or repeat a dose.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public unsafe void DosesDue<T>(float step, T* start, T* stop, T* given, T* due)
        where T : unmanaged, ILanes<T>
    {
        var zero = T.Of(0f);
        var time = T.Min(T.Of(step + 1), *stop) - *start;
        var count = zero;
        for (var dose = 0; dose < loading.Length; dose++)
        {
            count += T.IfLess(T.Of(loading[dose]), time, T.Of(shares[dose]), zero);
        }

        if (interval > 0)
        {
            // Number of j >= 1 with last + j interval < time: the ceiling of the quotient, less one.
            var intervals = (time - T.Of(loading[^1])) / T.Of(interval);
            var ceiling = zero - T.Floor(zero - intervals);
            count += T.Max(ceiling - T.Of(1f), zero);
        }

        *due = count - *given;
        *given = count;
    }
}
