using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Running;

/// <summary>States of a block of patients at the months of the grid: linear between the rows of a path.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// Lanes differ in their report origin, so a month lies in another row of each. Rows are looked up once for all entries, then the entries are gathered one
/// after the other, because the column of one entry stays in the first-level cache while that of all does not.
/// </remarks>
internal sealed unsafe class PathInterpolation<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    // Steps: a start at the very month of an observation may differ from it by rounding.
    private const float SameMoment = 1f / 1024;

    private readonly ObservationGrid grid;
    private readonly DiseaseConstants disease;
    private readonly PathLayout layout;
    private readonly int[] entries;
    private readonly LaneBuffer<T> states;
    private readonly LaneBuffer<T> before;
    private readonly LaneBuffer<T> after;
    private readonly LaneBuffer<nint> rows;
    private readonly bool[] together;

    // Two like rows each, as a month lies between two: a person before biological onset, untreated, then treated.
    private readonly LaneBuffer<T> healthy;

    /// <summary>Makes room.</summary>
    /// <param name="grid">Months.</param>
    /// <param name="disease">The disease.</param>
    /// <param name="entries">Entries of a row that are asked for.</param>
    public PathInterpolation(ObservationGrid grid, DiseaseConstants disease, IEnumerable<int> entries)
    {
        this.grid = grid;
        this.disease = disease;
        this.entries = [.. entries];
        layout = disease.Layout;
        var months = grid.Months.Length;
        states = new LaneBuffer<T>(months * layout.Length);
        before = new LaneBuffer<T>(months);
        after = new LaneBuffer<T>(months);
        rows = new LaneBuffer<nint>(months * T.Count);
        together = new bool[months];
        healthy = new LaneBuffer<T>(4 * layout.Length);
    }

    private T* Untreated => healthy.Start;

    private T* Treated => healthy.Start + (2 * layout.Length);

    /// <summary>State at a month, in the layout of a path's row; entries not asked for are of no meaning.</summary>
    public T* State(int month) => states.Start + (month * layout.Length);

    /// <summary>Interpolates.</summary>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths in the arm.</param>
    /// <param name="twin">Their untreated twins' paths: what is seen up to the first treatment start, which may lie inside a step.</param>
    /// <param name="firstStarts">By lane: first treatment start of the arm, steps.</param>
    /// <param name="origins">By lane: step of the report origin.</param>
    /// <param name="months">Number of months.</param>
    public void Run(PatientBlock<T> block, PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, int months)
    {
        if (grid.Steps[0] < 0)
        {
            WriteHealthy(block, path);
        }

        for (var month = 0; month < months; month++)
        {
            Locate(path, twin, firstStarts, origins, month);
        }

        foreach (var entry in entries)
        {
            Gather(entry, months);
            Blend(entry, months);
        }
    }

    public void Dispose()
    {
        states.Dispose();
        before.Dispose();
        after.Dispose();
        rows.Dispose();
        healthy.Dispose();
    }

    /// <summary>Nothing but a drug that was started by age is at work before biological onset; its months there show what it had reached by onset.</summary>
    private void WriteHealthy(PatientBlock<T> block, PatientPath<T> path)
    {
        for (var pool = 0; pool < layout.Pools; pool++)
        {
            Untreated[layout.Healthy + pool] = T.Of(disease.PoolSizes[pool]);
            Untreated[layout.Stressed + pool] = T.Of(0f);
        }

        for (var region = 0; region < RegionValues.Count; region++)
        {
            Untreated[layout.Function + region] = T.Of(1f);
        }

        Untreated[layout.Neurofilament] = block.Lanes.NeurofilamentNorm;
        Untreated[layout.ToxicProtein] = T.Of(1f);
        Untreated[layout.Knockdown] = T.Of(0f);
        Untreated[layout.DrugConcentration] = T.Of(0f);
        new ReadOnlySpan<T>(Untreated, layout.Length).CopyTo(new(Treated, layout.Length));
        foreach (var entry in (ReadOnlySpan<int>)[layout.ToxicProtein, layout.Knockdown, layout.DrugConcentration])
        {
            Treated[entry] = path.Row(0)[entry];
        }

        new ReadOnlySpan<T>(Untreated, layout.Length).CopyTo(new(Untreated + layout.Length, layout.Length));
        new ReadOnlySpan<T>(Treated, layout.Length).CopyTo(new(Treated + layout.Length, layout.Length));
    }

    /// <summary>Finds the row before the month in every lane. The living have a row after it; the dead are shown any.</summary>
    private void Locate(PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, int month)
    {
        var found = rows.Start + (month * T.Count);
        together[month] = true;
        for (var lane = 0; lane < T.Count; lane++)
        {
            var step = origins[lane] + grid.Steps[month];
            var time = step + grid.Fractions[month];
            var source = time <= firstStarts[lane] + SameMoment && time < LaneAccess.Get(ref twin.Milestones.Death, lane) ? twin : path;
            var row = step >= 0 ? source.Row(Math.Max(0, Math.Min(step, source.LastRow - 1))) : firstStarts[lane] < step ? Treated : Untreated;
            found[lane] = (nint)((float*)row + lane);
            together[month] &= found[lane] == found[0] + (lane * sizeof(float));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Gather(int entry, int months)
    {
        var (at, next) = (entry * T.Count, layout.Length * T.Count);
        for (var month = 0; month < months; month++)
        {
            var lanes = (float**)(rows.Start + (month * T.Count));
            if (together[month])
            {
                before.Start[month] = *(T*)(lanes[0] + at);
                after.Start[month] = *(T*)(lanes[0] + at + next);
                continue;
            }

            var a = (float*)(before.Start + month);
            var b = (float*)(after.Start + month);
            for (var lane = 0; lane < T.Count; lane++)
            {
                a[lane] = lanes[lane][at];
                b[lane] = lanes[lane][at + next];
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Blend(int entry, int months)
    {
        for (var month = 0; month < months; month++)
        {
            State(month)[entry] = T.Fma(T.Of(grid.Fractions[month]), after.Start[month] - before.Start[month], before.Start[month]);
        }
    }
}
