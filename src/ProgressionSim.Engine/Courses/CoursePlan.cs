using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Courses;

/// <summary>What is asked of single patients: what each shows at given visits in every arm of a run plan. An arm is a treatment history of a trial's patients.</summary>
public sealed record CoursePlan
{
    /// <summary>
    /// The patients, their disease and, as arms, the histories. Its report origin is day 0 of the visits. Its numbers of patients and months and its recorded
    /// measures are not used.
    /// </summary>
    public required RunPlan Run { get; init; }

    /// <summary>
    /// Nominal days of the visits from the origin, strictly rising, at least one; from -3,650 to 36,500, negative for visits before the origin. Visits lie at least a
    /// quarter of a day apart, and far enough for their windows not to overlap.
    /// </summary>
    public required IReadOnlyList<double> VisitDays
    {
        get;
        init => field = value.Count > 0 && value.All(day => day is >= -3650 and <= 36_500)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(VisitDays), "At least one visit is needed, from day -3,650 to day 36,500.");
    }

    /// <summary>
    /// Half-width of the visit windows, days; 0 to 365. A patient's visit falls uniformly within so many days of its nominal day, on the same moment in every
    /// history; a visit on day 0 is never moved.
    /// </summary>
    public double VisitWindowDays { get; init => field = Require.Between(value, 0.0, 365.0); }

    /// <summary>Days after the origin up to which deaths and other milestones are dated; at least the last visit with its window, more than 0, at most 36,865.</summary>
    public required double FollowUpDays { get; init => field = Require.Between(Require.Positive(value), 0, 36_865.0); }

    /// <summary>Numbers of the <see cref="MeasureCatalogue"/>'s measures to take at each visit, each once, in the order of a <see cref="CourseTable"/>; at least one.</summary>
    public required IReadOnlyList<int> Measures
    {
        get;
        init => field = value.Count > 0 && value.All(measure => measure is >= 0 and < MeasureCatalogue.Count) && value.Distinct().Count() == value.Count
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Measures), $"At least one measure is needed, each once, numbered from 0 to {MeasureCatalogue.Count - 1}.");
    }

    /// <summary>An empty table that fits the plan.</summary>
    /// <param name="capacity">Number of patients it can hold, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table would be too large for an array.</exception>
    public CourseTable NewTable(int capacity) => new(capacity, Run.Arms.Count, VisitDays.Count, Measures.Count);
}
