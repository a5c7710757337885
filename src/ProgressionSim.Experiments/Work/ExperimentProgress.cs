namespace ProgressionSim.Experiments.Work;

/// <summary>How far an experiment is.</summary>
/// <param name="Stage">What is being counted, in the plural, for example <c>patients</c> or <c>cells</c>.</param>
/// <param name="Done">Number done.</param>
/// <param name="Total">Number in all.</param>
public readonly record struct ExperimentProgress(string Stage, long Done, long Total);
