using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Sampling;

/// <summary>How many neurons make a transition, given counts and hazards.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public unsafe interface ITransitionSampler<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Makes the random bits of two consecutive draws.</summary>
    /// <param name="stream">Stream of transitions.</param>
    /// <param name="step">Step.</param>
    /// <param name="draw">First of the two draws.</param>
    /// <param name="patients">Patient of each lane; aligned to the vector.</param>
    /// <param name="words">Receives four words a lane for each draw: [((draw * 4) + region) * lanes + lane]; aligned to the vector.</param>
    static abstract void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words);

    /// <summary>Draws the four regions of one motor-unit type.</summary>
    /// <param name="stream">Stream of transitions.</param>
    /// <param name="step">Step.</param>
    /// <param name="draw">Number of the transition and motor-unit type; below 2^31.</param>
    /// <param name="patients">Patient of each lane.</param>
    /// <param name="words">The draw's bits: [region * lanes + lane].</param>
    /// <param name="counts">Four values by region: neurons that may make the transition.</param>
    /// <param name="hazards">Four values by region: hazard of each over the interval; at least 0.</param>
    /// <param name="drawn">Receives four values by region.</param>
    static abstract void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, T* counts, T* hazards, T* drawn);
}
