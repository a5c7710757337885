using System.Numerics;

namespace ProgressionSim.Engine.Recording;

/// <summary>Adds arrays of counts.</summary>
internal static class Combine
{
    /// <summary>Adds <paramref name="from"/> to <paramref name="to"/> entry by entry; counts that overflow are an error.</summary>
    public static void Add<T>(T[] to, T[] from)
        where T : INumber<T>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = checked(to[i] + from[i]);
        }
    }
}
