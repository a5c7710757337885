using ProgressionSim.Engine.Running;

namespace ProgressionSim.Engine.Courses;

/// <summary>Simulates many patients' courses on all cores.</summary>
public static class CourseSimulation
{
    /// <summary>Fills one table, in chunks of <see cref="Simulation.ChunkPatients"/> patients.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="firstPatient">Number of the first patient.</param>
    /// <param name="count">Number of patients, at least 1.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told the number of patients done after each chunk, from any thread and possibly out of order; null for nobody.</param>
    /// <param name="cancellation">Stops after the chunks under way.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Visits that do not rise, overlap or end after the follow-up.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The table would be too large, or the patients' numbers would.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CourseTable Simulate(
        CoursePlan plan, uint firstPatient, int count, int? threads = null, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var table = plan.NewTable(count);
        table.Hold(firstPatient, count);
        var chunks = ((long)count + Simulation.ChunkPatients - 1) / Simulation.ChunkPatients;
        long done = 0;
        ChunkWork.Do(
            chunks,
            threads,
            () => new CourseSimulator(plan),
            (simulator, chunk) =>
            {
                var from = (int)(chunk * Simulation.ChunkPatients);
                var part = Math.Min(Simulation.ChunkPatients, count - from);
                simulator.Fill(table, from, part);
                progress?.Invoke(Interlocked.Add(ref done, part));
            },
            _ => { },
            cancellation);
        return table;
    }
}
