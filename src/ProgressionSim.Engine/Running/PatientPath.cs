using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Running;

/// <summary>The course of a block of patients in one arm: a row of state for each step, and when milestones were crossed.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class PatientPath<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly LaneBuffer<T> rows;
    private readonly LaneBuffer<T> milestones;

    public PatientPath(PathLayout layout, int maximumSteps)
    {
        Layout = layout;
        rows = new LaneBuffer<T>((maximumSteps + 1) * layout.Length, isCleared: false);

        // A path without a step is read as one that stays as it is.
        new Span<T>(rows.Start, Math.Min(2, maximumSteps + 1) * layout.Length).Clear();
        milestones = new LaneBuffer<T>(MilestoneLanes<T>.Length);
    }

    public PathLayout Layout { get; }

    public MilestoneLanes<T> Milestones => new(milestones.Start);

    /// <summary>Gets or sets the number of the last row written.</summary>
    public int LastRow { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Row(int step) => rows.Start + ((long)step * Layout.Length);

    /// <summary>One lane's value in a row.</summary>
    public float Value(int step, int entry, int lane) => ((float*)(Row(step) + entry))[lane];

    /// <summary>Takes over another path up to and including a step; milestones crossed later are forgotten.</summary>
    public void ForkFrom(PatientPath<T> other, int step)
    {
        LastRow = Math.Min(step, other.LastRow);
        var bytes = (long)(LastRow + 1) * Layout.Length * sizeof(T);
        Buffer.MemoryCopy(other.rows.Start, rows.Start, (long)rows.Length * sizeof(T), bytes);
        var from = new ReadOnlySpan<float>(other.milestones.Start, MilestoneLanes<T>.Length * T.Count);
        var to = new Span<float>(milestones.Start, MilestoneLanes<T>.Length * T.Count);
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] <= LastRow ? from[i] : MilestoneLanes<T>.Never;
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        milestones.Dispose();
    }
}
