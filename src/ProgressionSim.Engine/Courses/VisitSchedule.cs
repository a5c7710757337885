using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Engine.Courses;

/// <summary>When each patient is seen.</summary>
internal sealed class VisitSchedule
{
    private readonly double[] days;
    private readonly double window;
    private readonly RandomStream stream;

    /// <summary>Takes over a plan's visits.</summary>
    /// <exception cref="ArgumentException">Visits that do not rise, overlap or end after the follow-up.</exception>
    public VisitSchedule(CoursePlan plan)
    {
        days = [.. plan.VisitDays];
        Keys = [.. days.Select(VisitKeys.OfDay)];
        window = plan.VisitWindowDays;
        stream = new RandomStream(plan.Run.Seed, StreamPurpose.VisitWindows, plan.Run.Repetition);
        for (var visit = 1; visit < days.Length; visit++)
        {
            if (!(days[visit] > days[visit - 1] && Keys[visit] > Keys[visit - 1] && Latest(visit - 1) <= days[visit] - HalfWidth(visit)))
            {
                throw new ArgumentException($"The visits on days {days[visit - 1]} and {days[visit]} are not in order, too close together, or their windows overlap.", nameof(plan));
            }
        }

        if (Latest(days.Length - 1) > plan.FollowUpDays)
        {
            throw new ArgumentException("The follow-up ends before the last visit.", nameof(plan));
        }
    }

    /// <summary>Gets the address of each visit's noise.</summary>
    public uint[] Keys { get; }

    public int Count => days.Length;

    /// <summary>Gets a value indicating whether patients are seen at different times.</summary>
    public bool Differs => window > 0;

    /// <summary>Days from the origin to a patient's visit.</summary>
    public double Days(int visit, uint patient)
    {
        var half = HalfWidth(visit);
        return half > 0 ? days[visit] + (half * ((2 * Philox.Block(stream, Keys[visit], 0, patient).Uniform) - 1)) : days[visit];
    }

    private double HalfWidth(int visit) => days[visit] == 0 ? 0 : window;

    private double Latest(int visit) => days[visit] + HalfWidth(visit);
}
