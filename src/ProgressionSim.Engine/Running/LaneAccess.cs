using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Running;

/// <summary>Single lanes of a lane value.</summary>
internal static class LaneAccess
{
    /// <summary>One lane.</summary>
    public static float Get<T>(ref T value, int lane)
        where T : unmanaged => Unsafe.Add(ref Unsafe.As<T, float>(ref value), lane);

    /// <summary>Sets one lane.</summary>
    public static void Set<T>(ref T value, int lane, float number)
        where T : unmanaged => Unsafe.Add(ref Unsafe.As<T, float>(ref value), lane) = number;
}
