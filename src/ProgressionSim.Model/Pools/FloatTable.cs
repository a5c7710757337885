using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProgressionSim.Model.Pools;

/// <summary>A few constants that every step reads: an array that never moves, read without a bounds check.</summary>
public readonly unsafe struct FloatTable
{
    private readonly float[] values;
    private readonly float* start;

    internal FloatTable(IEnumerable<float> values)
    {
        float[] source = [.. values];
        this.values = GC.AllocateUninitializedArray<float>(source.Length, pinned: true);
        source.CopyTo(this.values, 0);
        start = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(this.values));
    }

    /// <summary>Number of constants.</summary>
    public int Length => values.Length;

    /// <summary>One constant.</summary>
    /// <param name="index">0 to <see cref="Length"/> - 1; not checked.</param>
    public float this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => start[index];
    }
}
