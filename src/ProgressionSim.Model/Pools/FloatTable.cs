using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Model.Pools;

/// <summary>
/// A few constants that every step reads, each once for every lane of the widest type: an operation then takes them from memory as they are, without a bounds
/// check and without being spread over the lanes first.
/// </summary>
public sealed unsafe class FloatTable
{
    private const int Lanes = 16;
    private const int Alignment = 64;

    // The array never moves; the constants begin at its first address that is a multiple of a cache line.
    private readonly float[] copies;
    private readonly float* start;

    internal FloatTable(IEnumerable<float> values)
    {
        float[] source = [.. values];
        Length = source.Length;
        copies = GC.AllocateUninitializedArray<float>((source.Length + 1) * Lanes, pinned: true);
        var first = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(copies));
        start = (float*)((first + (Alignment - 1)) & ~(nuint)(Alignment - 1));
        for (var i = 0; i < Length; i++)
        {
            new Span<float>(start + (Lanes * i), Lanes).Fill(source[i]);
        }
    }

    /// <summary>Number of constants.</summary>
    public int Length { get; }

    /// <summary>One constant.</summary>
    /// <param name="index">0 to <see cref="Length"/> - 1; not checked.</param>
    public float this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => start[Lanes * index];
    }

    /// <summary>One constant in every lane.</summary>
    /// <typeparam name="T">The lane type.</typeparam>
    /// <param name="index">0 to <see cref="Length"/> - 1; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(int index)
        where T : unmanaged, ILanes<T> => *(T*)(start + (Lanes * index));
}
