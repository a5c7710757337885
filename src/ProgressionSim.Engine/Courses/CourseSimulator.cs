using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Courses;

/// <summary>Simulates what single patients show, with the widest lanes of the machine. One a thread; no memory is allocated per patient once it has filled a chunk.</summary>
public sealed class CourseSimulator : IDisposable
{
    private readonly CoursePlan plan;
    private readonly ICourseWorker worker;

    /// <summary>Prepares a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentException">Visits that do not rise, overlap or end after the follow-up.</exception>
    public CourseSimulator(CoursePlan plan)
    {
        this.plan = plan;
        worker = Simulation.Lanes switch
        {
            16 => new CourseWorker<Lane16, BinomialTransitions<Lane16>>(plan),
            8 => new CourseWorker<Lane8, BinomialTransitions<Lane8>>(plan),
            4 => new CourseWorker<Lane4, BinomialTransitions<Lane4>>(plan),
            _ => new CourseWorker<Lane1, BinomialTransitions<Lane1>>(plan),
        };
    }

    /// <summary>Fills a table with patients in order of their number. Any split of the numbers gives the same bits.</summary>
    /// <param name="firstPatient">Number of the first patient.</param>
    /// <param name="count">Number of patients, at most the table's capacity.</param>
    /// <param name="table">A table of the plan's histories, visits and measures.</param>
    /// <exception cref="ArgumentException">The table is of another shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More patients than the table can hold.</exception>
    public void Fill(uint firstPatient, int count, CourseTable table)
    {
        Check(table);
        table.Hold(firstPatient, count);
        Fill(table, 0, count);
    }

    /// <inheritdoc/>
    public void Dispose() => worker.Dispose();

    /// <summary>Fills a part of a table that knows its patients already.</summary>
    internal void Fill(CourseTable table, int from, int count)
    {
        for (var end = from + count; from < end; from += Simulation.ChunkPatients)
        {
            worker.Fill(table, from, Math.Min(Simulation.ChunkPatients, end - from));
        }
    }

    private void Check(CourseTable table)
    {
        if (table.Histories != plan.Run.Arms.Count || table.Visits != plan.VisitDays.Count || table.Measures != plan.Measures.Count)
        {
            throw new ArgumentException("The table does not have the plan's histories, visits and measures.", nameof(table));
        }
    }
}
