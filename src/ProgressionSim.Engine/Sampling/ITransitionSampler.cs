using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Sampling;

/// <summary>How many neurons make a transition, given counts and hazards.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public unsafe interface ITransitionSampler<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Draws the four regions of one motor-unit type.</summary>
    /// <param name="stream">Stream of transitions.</param>
    /// <param name="step">Step.</param>
    /// <param name="draw">Number of the transition and motor-unit type; below 2^31.</param>
    /// <param name="patients">Patient of each lane.</param>
    /// <param name="counts">Four values by region: neurons that may make the transition.</param>
    /// <param name="hazards">Four values by region: hazard of each over the interval; at least 0.</param>
    /// <param name="drawn">Receives four values by region.</param>
    static abstract void DrawRegions(RandomStream stream, uint step, uint draw, uint* patients, T* counts, T* hazards, T* drawn);
}
