using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>What a sweep shows in a cell.</summary>
/// <param name="First">Index on the first axis.</param>
/// <param name="Second">Index on the second axis; 0 without one.</param>
/// <param name="Estimate">What is shown.</param>
internal readonly record struct SweepCell(int First, int Second, Estimate Estimate);
