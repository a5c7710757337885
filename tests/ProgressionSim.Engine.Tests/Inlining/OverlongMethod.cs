using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Tests.Inlining;

/// <summary>What a kernel must not look like.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal static class OverlongMethod<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Wrong on purpose: some two thousand operators of a lane type in one method, more than the compiler keeps variables for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T TooLong(T x)
    {
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        x = LaneMath<T>.Exp(x) + (LaneMath<T>.Log(x) * LaneMath<T>.Power(x, x)) + LaneMath<T>.NormalQuantile(x);
        return x;
    }
}
