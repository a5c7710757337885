using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Trials.Patients;

/// <summary>When statistical candidates are seen, and what is measured at their visits.</summary>
internal sealed class StatisticalVisits
{
    private const double ShortestGapDays = 0.25;
    private const int DayZero = 1 << 20;

    private readonly double[] days;
    private readonly double[] halfWidths;
    private readonly uint[] keys;
    private readonly RandomStream windows;

    public StatisticalVisits(CandidatePlan plan)
    {
        days = [.. plan.VisitDays];
        halfWidths = [.. days.Select(day => day == 0 ? 0 : plan.VisitWindowDays)];

        // By quarters of a day, so that a visit has the same noise in every schedule.
        keys = [.. days.Select(day => (uint)(DayZero + (int)Math.Floor((day / ShortestGapDays) + 0.5)))];
        windows = new RandomStream(plan.Seed, StreamPurpose.VisitWindows);
        for (var visit = 1; visit < days.Length; visit++)
        {
            if (!(days[visit] - days[visit - 1] >= Math.Max(ShortestGapDays, halfWidths[visit] + halfWidths[visit - 1])))
            {
                throw new ArgumentException("Visits rise, lie at least a quarter of a day apart, and their windows do not overlap.", nameof(plan));
            }
        }

        if (days[^1] + halfWidths[^1] > plan.FollowUpDays)
        {
            throw new ArgumentException("Follow-up lasts at least to the end of the last visit's window.", nameof(plan));
        }
    }

    /// <summary>Writes when a candidate is seen, months from randomisation.</summary>
    public void WriteMonths(uint candidate, Span<float> months)
    {
        for (var visit = 0; visit < days.Length; visit++)
        {
            var day = days[visit];
            if (halfWidths[visit] > 0)
            {
                day += halfWidths[visit] * ((2 * Philox.Block(windows, keys[visit], 0, candidate).Uniform) - 1);
            }

            months[visit] = (float)(day / RunPlan.DaysPerMonth);
        }
    }

    /// <summary>Writes what would be measured without treatment and without limits of the scale.</summary>
    public void WriteScores(RandomStream stream, uint candidate, double intercept, double slope, double noiseSd, ReadOnlySpan<float> months, Span<double> scores)
    {
        for (var visit = 0; visit < days.Length; visit++)
        {
            scores[visit] = intercept + (slope * months[visit]);
            if (noiseSd > 0)
            {
                scores[visit] += noiseSd * StandardNormal.Quantile(Philox.Block(stream, keys[visit], 0, candidate).Uniform);
            }
        }
    }
}
