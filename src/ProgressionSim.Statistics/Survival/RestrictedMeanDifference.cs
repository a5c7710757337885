namespace ProgressionSim.Statistics.Survival;

/// <summary>Compares two groups by their mean event-free time up to a horizon.</summary>
/// <remarks>
/// Each group's mean and standard error are those of <see cref="RestrictedMean"/>; the variance of the difference is their sum.
/// Only exactly equal times are ties; censoring at the time of an event counts as later.
/// Source: Royston and Parmar, BMC Med Res Methodol 13:152 (2013), doi:10.1186/1471-2288-13-152.
/// Memory is kept from call to call: one instance per thread, no allocation once grown. Results do not depend on earlier calls.
/// </remarks>
public sealed class RestrictedMeanDifference
{
    private readonly ValueOrder _order = new();
    private Step[] _steps = [];

    /// <summary>Compares the groups.</summary>
    /// <param name="times">Time to event or censoring, any order, one per patient; finite, at least 0.</param>
    /// <param name="events">True for an event, false for censoring; same order and length.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <param name="horizon">In the unit of the times; finite, above 0.</param>
    /// <returns>Means of both groups and their difference.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a time or the horizon is outside its range.</exception>
    public RestrictedMeanResult Estimate(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> group, double horizon)
    {
        if (events.Length != times.Length)
        {
            throw new ArgumentException("There must be one event flag per time.", nameof(events));
        }

        if (!(double.IsFinite(horizon) && horizon > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon must be finite and above 0.");
        }

        var inGroup1 = GroupCodes.CountOnes(group, times.Length);
        _order.Sort(times, nameof(times));
        if (times.Length > 0 && _order.Values[0] < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(times), _order.Values[0], "Every time must be at least 0.");
        }

        if (_steps.Length < times.Length)
        {
            _steps = new Step[Math.Max(times.Length, 2 * _steps.Length)];
        }

        var reference = OfGroup(0, times.Length - inGroup1, events, group, horizon, out var carried0);
        var compared = OfGroup(1, inGroup1, events, group, horizon, out var carried1);
        var variance = (reference.StandardError * reference.StandardError) + (compared.StandardError * compared.StandardError);
        var difference = EffectEstimate.FromNormal(compared.Value - reference.Value, Math.Sqrt(variance));
        return new(reference, compared, difference, carried0 || carried1);
    }

    private RestrictedMean OfGroup(
        int code, int patients, ReadOnlySpan<bool> events, ReadOnlySpan<int> group, double horizon, out bool carriedForward)
    {
        carriedForward = false;
        if (patients == 0)
        {
            return new(horizon, double.NaN, double.NaN);
        }

        var sorted = _order.Values;
        var indices = _order.Indices;
        int atRisk = patients, steps = 0;
        double survival = 1;
        for (var i = 0; i < sorted.Length && sorted[i] <= horizon;)
        {
            var time = sorted[i];
            int died = 0, leaving = 0;
            do
            {
                var index = indices[i++];
                var mine = group[index] == code ? 1 : 0;
                leaving += mine;
                died += events[index] ? mine : 0;
            }
            while (i < sorted.Length && sorted[i] == time);

            if (died > 0)
            {
                double staying = atRisk - died;
                survival *= staying / atRisk;
                _steps[steps++] = new(time, survival, staying > 0 ? died / (atRisk * staying) : 0);
            }

            carriedForward = leaving > 0 && leaving == atRisk ? time < horizon && survival > 0 : carriedForward;
            atRisk -= leaving;
        }

        return Sum(_steps.AsSpan(0, steps), horizon);
    }

    /// <summary>Adds up from the horizon backwards, so the area still to come is at hand at each event.</summary>
    private static RestrictedMean Sum(ReadOnlySpan<Step> steps, double horizon)
    {
        double area = 0, variance = 0, end = horizon;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var step = steps[i];
            area += step.Survival * (end - step.Time);
            end = step.Time;
            variance += area * area * step.Weight;
        }

        return new(horizon, area + end, Math.Sqrt(variance));
    }

    /// <summary>A fall of the curve.</summary>
    /// <param name="Time">When.</param>
    /// <param name="Survival">Height from then on.</param>
    /// <param name="Weight">Greenwood's d/(n (n - d)).</param>
    private readonly record struct Step(double Time, double Survival, double Weight);
}
