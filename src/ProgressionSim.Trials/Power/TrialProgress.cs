namespace ProgressionSim.Trials.Power;

/// <summary>How far a job is.</summary>
/// <param name="Stage">What is being done, for people: <c>trials</c>, <c>patients of the bank</c>.</param>
/// <param name="Done">Units done in this stage.</param>
/// <param name="Total">Units of this stage.</param>
public readonly record struct TrialProgress(string Stage, long Done, long Total);
