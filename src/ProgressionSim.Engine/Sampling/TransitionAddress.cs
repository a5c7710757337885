using ProgressionSim.Engine.Random;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Address of the random bits of one transition in one step; the patient completes it.</summary>
/// <param name="Stream">Stream of transitions.</param>
/// <param name="Step">Step.</param>
/// <param name="Draw">Number of the transition and motor-unit type; below 2^31.</param>
public readonly record struct TransitionAddress(RandomStream Stream, uint Step, uint Draw);
