namespace ProgressionSim.Engine.Random;

/// <summary>
/// Address of a stream. Within it a block is addressed by step, draw and patient. The arm is no part of the address: every arm of a patient meets the same
/// uniforms, which is what makes twins.
/// </summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Purpose">What the numbers are for.</param>
/// <param name="Replicate">Outer replicate; 0 where there is one.</param>
public readonly record struct RandomStream(uint Seed, StreamPurpose Purpose, uint Replicate = 0);
