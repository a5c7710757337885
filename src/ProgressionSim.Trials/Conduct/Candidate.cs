using ProgressionSim.Engine.Courses;

namespace ProgressionSim.Trials.Conduct;

/// <summary>A candidate for a trial: a row of a table of courses.</summary>
/// <param name="Courses">The table.</param>
/// <param name="Row">The row.</param>
internal readonly record struct Candidate(CourseTable Courses, int Row);
