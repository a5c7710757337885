using ProgressionSim.Engine.Courses;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Patients;

/// <summary>Makes the source that a plan's patients come from.</summary>
public static class PatientSources
{
    /// <summary>A source for one thread.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentException">
    /// Visits that do not rise, overlap or end after the follow-up; a history of an arm that does not exist, or one that cannot be lived through: a treatment
    /// that a switch starts or stops but that is not counted from enrolment; statistical patients whose numbers do not fit together.
    /// </exception>
    public static IPatientSource Create(CandidatePlan plan) => plan.Model switch
    {
        MechanisticPatients => new MechanisticSource(plan),
        StatisticalPatients => new StatisticalSource(plan),
        _ => throw new ArgumentException($"No source of {plan.Model.GetType().Name}.", nameof(plan)),
    };

    /// <summary>Fills one table on all cores. The result does not depend on their number.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="first">Number of the first candidate.</param>
    /// <param name="count">Number of candidates, at least 1.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">Told the number of candidates done from time to time, from any thread and possibly out of order; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Create"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The table would be too large, or the candidates' numbers would.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CourseTable Simulate(
        CandidatePlan plan, uint first, int count, int? threads = null, Action<long>? progress = null, CancellationToken cancellation = default) => plan.Model switch
    {
        MechanisticPatients => CourseSimulation.Simulate(MechanisticSource.CoursesOf(plan), first, count, threads, progress, cancellation),
        StatisticalPatients => new StatisticalSource(plan).Simulate(first, count, threads, progress, cancellation),
        _ => throw new ArgumentException($"No source of {plan.Model.GetType().Name}.", nameof(plan)),
    };
}
