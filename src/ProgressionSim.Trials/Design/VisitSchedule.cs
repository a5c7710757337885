using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>When patients are seen.</summary>
public sealed record VisitSchedule
{
    /// <summary>Weeks after randomisation, strictly rising; one of them is 0, the baseline; those before it are lead-in visits.</summary>
    public required IReadOnlyList<double> Weeks
    {
        get;
        init => field = value.Contains(0) && value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second)
            ? value
            : throw new ArgumentException("Weeks rise and hold 0.", nameof(Weeks));
    }

    /// <summary>Half-width of the window around each visit but baseline, lead-in visits among them, days: the visit falls uniformly within it. 0 for visits on the day.</summary>
    public double WindowDays { get; init => field = Require.NonNegative(value); }

    /// <summary>Probability that a visit after baseline is missed, each independently, 0-1.</summary>
    public double MissedProbability { get; init => field = Require.Fraction(value); }

    /// <summary>Index of the baseline visit.</summary>
    public int Baseline => Weeks.Count(week => week < 0);

    /// <summary>Week of the last visit: the end of a patient's planned follow-up.</summary>
    public double LastWeek => Weeks[^1];
}
