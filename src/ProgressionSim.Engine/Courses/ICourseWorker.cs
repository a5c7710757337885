namespace ProgressionSim.Engine.Courses;

/// <summary>A worker of any width.</summary>
internal interface ICourseWorker : IDisposable
{
    /// <summary>Simulates patients of a table.</summary>
    /// <param name="table">The table; it knows its patients already.</param>
    /// <param name="from">First patient's place in the table.</param>
    /// <param name="count">Number of patients.</param>
    void Fill(CourseTable table, int from, int count);
}
