using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Every transition at its expectation: the mean-field path of the same equations and scheme, without noise.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public readonly unsafe struct MeanTransitions<T> : ITransitionSampler<T>
    where T : unmanaged, ILanes<T>
{
    /// <inheritdoc/>
    public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
    {
        // A mean needs no random bits.
    }

    /// <inheritdoc/>
    public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, T* counts, T* hazards, T* drawn)
    {
        var n = (float*)counts;
        var h = (float*)hazards;
        var result = (float*)drawn;
        for (var i = 0; i < 4 * T.Count; i++)
        {
            result[i] = (float)(n[i] * -PortableMath.ExpM1(-h[i]));
        }
    }
}
