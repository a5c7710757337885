using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Patients;

/// <summary>Everything that decides the courses of a trial's candidates: candidate number n of a plan is always the same patient.</summary>
public sealed record CandidatePlan
{
    /// <summary>Where the candidates come from.</summary>
    public required PatientModel Model { get; init; }

    /// <summary>Seed of every random number.</summary>
    public required uint Seed { get; init; }

    /// <summary>All that a candidate may live through, in the order of a <see cref="CourseTable"/>; at least one.</summary>
    public required IReadOnlyList<TreatmentHistory> Histories
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("At least one history is needed.", nameof(Histories));
    }

    /// <summary>
    /// Nominal days of the visits from randomisation, strictly rising, at least one; from -3,650 to 36,500, negative for visits before it. Visits lie at least a
    /// quarter of a day apart, and far enough for their windows not to overlap.
    /// </summary>
    public required IReadOnlyList<double> VisitDays
    {
        get;
        init => field = value.Count > 0 && value.All(day => day is >= -3650 and <= 36_500)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(VisitDays), "At least one visit is needed, from day -3,650 to day 36,500.");
    }

    /// <summary>Half-width of the visit windows, days; 0 to 365. A visit on day 0 is never moved.</summary>
    public double VisitWindowDays { get; init => field = Require.Between(value, 0.0, 365.0); }

    /// <summary>Days after randomisation up to which deaths are dated; at least the last visit with its window, more than 0.</summary>
    public required double FollowUpDays { get; init => field = Require.Positive(value); }

    /// <summary>
    /// Numbers of the <see cref="MeasureCatalogue"/>'s measures taken at each visit, each once, in the order of a <see cref="CourseTable"/>; at least one. Statistical
    /// patients have one measure, their score: it is the ALSFRS-R total, and the others are missing.
    /// </summary>
    public required IReadOnlyList<int> Measures
    {
        get;
        init => field = value.Count > 0 && value.All(measure => measure is >= 0 and < MeasureCatalogue.Count) && value.Distinct().Count() == value.Count
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Measures), $"At least one measure is needed, each once, numbered from 0 to {MeasureCatalogue.Count - 1}.");
    }

    /// <summary>An empty table that fits the plan.</summary>
    /// <param name="capacity">Number of candidates it can hold, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table would be too large for an array.</exception>
    public CourseTable NewTable(int capacity) => new(capacity, Histories.Count, VisitDays.Count, Measures.Count);
}
