using System.Runtime.InteropServices;

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
