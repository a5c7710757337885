using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// For the whole assembly: lane values on the stack are always written before they are read; clearing them first costs a few percent of a step.
// The stack arrays outside the lanes (GaussianCopula, ArmTally) are filled before they are read.
[module: SkipLocalsInit]

namespace ProgressionSim.Engine.Running;

/// <summary>Lane values at a 64-byte boundary, so that a vector never straddles two cache lines.</summary>
/// <remarks>
/// The memory is rented: a sensitivity analysis makes thousands of small runs, and asking the system for the pages of a path each time costs as much as a tenth of a run.
/// </remarks>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class LaneBuffer<T> : IDisposable
    where T : unmanaged
{
    private const int Boundary = 64;

    private readonly byte[] rented;
    private GCHandle pin;

    /// <summary>Rents memory.</summary>
    /// <param name="length">Number of values.</param>
    /// <param name="isCleared">False to leave what was in the memory: for values that are written before they are read.</param>
    public LaneBuffer(int length, bool isCleared = true)
    {
        Length = length;
        rented = ArrayPool<byte>.Shared.Rent(checked((length * sizeof(T)) + Boundary));
        pin = GCHandle.Alloc(rented, GCHandleType.Pinned);
        Start = (T*)(((nint)pin.AddrOfPinnedObject() + Boundary - 1) & -Boundary);
        if (isCleared)
        {
            NativeMemory.Clear(Start, (nuint)length * (nuint)sizeof(T));
        }
    }

    public T* Start { get; private set; }

    public int Length { get; }

    public void Dispose()
    {
        if (Start != null)
        {
            Start = null;
            pin.Free();
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
