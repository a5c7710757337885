using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// For the whole assembly: lane values on the stack are always written before they are read; clearing them first costs a few percent of a step.
// The stack arrays outside the lanes (GaussianCopula, ArmTally) are filled before they are read.
[module: SkipLocalsInit]

namespace ProgressionSim.Engine.Running;

/// <summary>Lane values at a 64-byte boundary, so that a vector never straddles two cache lines.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class LaneBuffer<T> : IDisposable
    where T : unmanaged
{
    public LaneBuffer(int length)
    {
        Length = length;
        Start = (T*)NativeMemory.AlignedAlloc((nuint)length * (nuint)sizeof(T), 64);
        NativeMemory.Clear(Start, (nuint)length * (nuint)sizeof(T));
    }

    public T* Start { get; private set; }

    public int Length { get; }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }
}
