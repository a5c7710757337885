namespace ProgressionSim.Experiments.Precision;

/// <summary>A target and what a run came to.</summary>
/// <param name="Target">What was asked.</param>
/// <param name="StandardError">The largest standard error among what the target counts, in the measure's unit.</param>
public sealed record PrecisionReached(PrecisionTarget Target, double StandardError);
