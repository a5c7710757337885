using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Courses;

/// <summary>Simulates chunks of patients on one thread and writes them to a table.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed class CourseWorker<T, TSampler>(CoursePlan plan) : ICourseWorker
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    /// <inheritdoc/>
    public void Fill(CourseTable table, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            table.SetWithoutOrigin(i, plan.Run.Population.Subgroups.Count);
        }
    }

    public void Dispose()
    {
    }
}
