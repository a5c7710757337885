using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Running;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Patients;

/// <summary>Candidates of the disease model: each history is an arm of the engine, and a candidate's arms are twins.</summary>
internal sealed class MechanisticSource : IPatientSource
{
    private readonly CourseSimulator simulator;

    /// <summary>Prepares a plan.</summary>
    /// <param name="plan">A plan of <see cref="MechanisticPatients"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="PatientSources.Create"/>.</exception>
    public MechanisticSource(CandidatePlan plan) => simulator = new CourseSimulator(CoursesOf(plan));

    /// <summary>The engine's plan of a plan's candidates.</summary>
    public static CoursePlan CoursesOf(CandidatePlan plan)
    {
        var run = ((MechanisticPatients)plan.Model).Run;
        if (run.ReportFrom != ReportOrigin.Enrolment)
        {
            throw new ArgumentException("The origin of a trial's patients is enrolment.", nameof(plan));
        }

        return new CoursePlan
        {
            Run = run with { Seed = plan.Seed, Arms = [.. plan.Histories.Select(history => HistoryArm.Of(run, history))] },
            VisitDays = plan.VisitDays,
            VisitWindowDays = plan.VisitWindowDays,
            FollowUpDays = plan.FollowUpDays,
            Measures = plan.Measures,
        };
    }

    /// <inheritdoc/>
    public void Fill(uint first, int count, CourseTable table) => simulator.Fill(first, count, table);

    public void Dispose() => simulator.Dispose();
}
