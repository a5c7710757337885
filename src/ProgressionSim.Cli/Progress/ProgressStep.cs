namespace ProgressionSim.Cli.Progress;

/// <summary>How far a job is.</summary>
/// <param name="Stage">What is counted, for people: <c>patients</c>, <c>trials</c>.</param>
/// <param name="Done">Units done; at least 1.</param>
/// <param name="Total">Units of the stage.</param>
internal readonly record struct ProgressStep(string Stage, long Done, long Total);
