using ProgressionSim.Engine.Courses;

namespace ProgressionSim.Trials.Patients;

/// <summary>Makes candidates' courses; one a thread.</summary>
public interface IPatientSource : IDisposable
{
    /// <summary>Fills a table with candidates in order of their number. Any split of the numbers gives the same bits.</summary>
    /// <param name="first">Number of the first candidate.</param>
    /// <param name="count">Number of candidates, at most the table's capacity.</param>
    /// <param name="table">A table of the plan's histories, visits and measures.</param>
    /// <exception cref="ArgumentException">The table is of another shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More candidates than the table can hold, or numbers beyond 32 bits.</exception>
    void Fill(uint first, int count, CourseTable table);
}
