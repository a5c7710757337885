using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Model.Treatments;

/// <summary>When a treatment acts on a lane, in steps.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public static unsafe class EffectTiming<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Average over step k of an effect that grows linearly from 0 at the start to 1 a ramp later and ends at the stop.</summary>
    /// <param name="step">k: the step runs from k to k + 1.</param>
    /// <param name="start">Start of treatment, steps.</param>
    /// <param name="stop">End of treatment, steps.</param>
    /// <param name="ramp">Length of the ramp, steps; at least 0.</param>
    /// <returns>0 to 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AverageEffect(float step, T start, T stop, float ramp)
    {
        var zero = T.Of(0f);
        var one = T.Of(1f);
        var from = T.Of(step) - start;
        var to = T.Of(step + 1) - start;
        var end = T.Max(stop - start, zero);
        from = T.Min(from, end);
        to = T.Min(to, end);
        if (ramp <= 0)
        {
            return T.Min(T.Max(to, zero) - T.Max(from, zero), one);
        }

        // Integral of the ramp between the two ends, then of the plateau; neither subtracts large numbers.
        var top = T.Of(ramp);
        var a = T.Min(T.Max(from, zero), top);
        var b = T.Min(T.Max(to, zero), top);
        var rising = (b - a) * (b + a) * T.Of(0.5f / ramp);
        var plateau = T.Max(to - top, zero) - T.Max(from - top, zero);
        return T.Min(rising + plateau, one);
    }
}
