namespace ProgressionSim.Engine.Recording;

/// <summary>Counts of a time, in whole steps from the report origin.</summary>
/// <param name="firstStep">Smallest step; earlier times count there.</param>
/// <param name="lastStep">Largest step; later times count there.</param>
public sealed class StepHistogram(int firstStep, int lastStep)
{
    private readonly long[] counts = new long[lastStep - firstStep + 1];

    /// <summary>Step of the first count.</summary>
    public int FirstStep => firstStep;

    /// <summary>Counts by step.</summary>
    public ReadOnlySpan<long> Counts => counts;

    /// <summary>Number of times counted.</summary>
    public long Total => counts.Sum();

    /// <summary>Counts one time.</summary>
    /// <param name="step">Steps from the report origin.</param>
    public void Add(int step) => counts[Math.Clamp(step, firstStep, lastStep) - firstStep]++;

    /// <summary>Adds the counts of another histogram of the same range.</summary>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentException">It has another range.</exception>
    public void Merge(StepHistogram other)
    {
        if (other.FirstStep != firstStep || other.counts.Length != counts.Length)
        {
            throw new ArgumentException("Histograms of different ranges cannot be merged.", nameof(other));
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }
    }

    /// <summary>The counts, to be read from elsewhere.</summary>
    internal Span<long> Writable => counts;

    /// <summary>Smallest step with at least a share of all counts at or below it; null when nothing was counted.</summary>
    /// <param name="share">More than 0, at most 1.</param>
    /// <param name="of">Number the share is of; null for the counted ones. With more than were counted the quantile may not be reached.</param>
    public int? Quantile(double share, long? of = null)
    {
        var target = share * (of ?? Total);
        long sum = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            sum += counts[i];
            if (sum > 0 && sum >= target)
            {
                return firstStep + i;
            }
        }

        return null;
    }
}
