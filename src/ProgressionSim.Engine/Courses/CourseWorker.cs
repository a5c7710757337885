using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Courses;

/// <summary>Simulates chunks of patients on one thread and writes them to a table.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed unsafe class CourseWorker<T, TSampler> : ICourseWorker
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private readonly CoursePlan plan;
    private readonly CourseRunner<T, TSampler> courses;
    private readonly CourseObserver<T> observer;

    public CourseWorker(CoursePlan plan)
    {
        this.plan = plan;
        var schedule = new VisitSchedule(plan);
        courses = new CourseRunner<T, TSampler>(plan.Run, (int)Math.Floor(plan.FollowUpDays / plan.Run.StepDays) + 1);
        observer = new CourseObserver<T>(plan, schedule, courses.Kernel.Disease, courses.Kernel.Measures);
    }

    /// <inheritdoc/>
    public void Fill(CourseTable table, int from, int count)
    {
        courses.Batch.Draw(table.FirstPatient + from, count);
        for (var place = 0; place < count; place += T.Count)
        {
            FillBlock(table, place, Math.Min(T.Count, count - place));
        }
    }

    public void Dispose()
    {
        courses.Dispose();
        observer.Dispose();
    }

    private void FillBlock(CourseTable table, int place, int count)
    {
        courses.Begin(place);
        var analysed = WritePatients(table, place, count);
        if (analysed == 0)
        {
            return;
        }

        observer.Begin(courses.Block, analysed, table);
        for (var history = 0; history < plan.Run.Arms.Count; history++)
        {
            var path = courses.RunArm(history);
            observer.Observe(history, courses.Block, path, courses.Twin, courses.FirstStarts, courses.Clamped, courses.Origins, analysed, table);
        }
    }

    /// <summary>Writes what the patients are like in every history.</summary>
    /// <returns>Bit of each lane whose patient has an origin.</returns>
    private uint WritePatients(CourseTable table, int place, int count)
    {
        uint analysed = 0;
        for (var lane = 0; lane < count; lane++)
        {
            var patient = (int)(courses.Block.Patients[lane] - table.FirstPatient);
            var subgroup = courses.Batch.Subgroup(place + lane);
            courses.Batch.Quantities(place + lane).CopyTo(table.WriteQuantities(patient));
            if (courses.Origins[lane] >= 0)
            {
                table.SetPatient(patient, subgroup, (float)(courses.Origins[lane] * plan.Run.StepMonths));
                analysed |= 1u << lane;
            }
            else
            {
                table.SetWithoutOrigin(patient, subgroup);
            }
        }

        return analysed;
    }
}
