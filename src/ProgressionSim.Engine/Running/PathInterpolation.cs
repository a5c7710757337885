using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Running;

/// <summary>States of a block of patients at their visits: linear between the rows of a path.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// Lanes differ in their report origin, so a visit lies in another row of each. Rows are looked up once for all entries, then the entries are gathered one
/// after the other, because the column of one entry stays in the first-level cache while that of all does not.
/// </remarks>
internal sealed unsafe class PathInterpolation<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    // Steps: a start at the very visit of an observation may differ from it by rounding.
    private const float SameMoment = 1f / 1024;

    private readonly VisitTimes<T> times;
    private readonly DiseaseConstants disease;
    private readonly PathLayout layout;
    private readonly int[] entries;
    private readonly LaneBuffer<T> states;
    private readonly LaneBuffer<T> before;
    private readonly LaneBuffer<T> after;
    private readonly LaneBuffer<nint> rows;
    private readonly bool[] together;

    // Two like rows each, as a visit lies between two: a person before biological onset, untreated, then treated.
    private readonly LaneBuffer<T> healthy;

    /// <summary>Makes room.</summary>
    /// <param name="times">When visits are.</param>
    /// <param name="disease">The disease.</param>
    /// <param name="entries">Entries of a row that are asked for.</param>
    public PathInterpolation(VisitTimes<T> times, DiseaseConstants disease, IEnumerable<int> entries)
    {
        this.times = times;
        this.disease = disease;
        this.entries = [.. entries];
        layout = disease.Layout;
        var visits = times.Count;
        states = new LaneBuffer<T>(visits * layout.Length);
        before = new LaneBuffer<T>(visits);
        after = new LaneBuffer<T>(visits);
        rows = new LaneBuffer<nint>(visits * T.Count);
        together = new bool[visits];
        healthy = new LaneBuffer<T>(4 * layout.Length);
    }

    private T* Untreated => healthy.Start;

    private T* Treated => healthy.Start + (2 * layout.Length);

    /// <summary>State at a visit, in the layout of a path's row; entries not asked for are of no meaning.</summary>
    public T* State(int visit) => states.Start + (visit * layout.Length);

    /// <summary>Interpolates.</summary>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths in the arm.</param>
    /// <param name="twin">Their untreated twins' paths: what is seen up to the first treatment start, which may lie inside a step.</param>
    /// <param name="firstStarts">By lane: first treatment start of the arm, steps.</param>
    /// <param name="origins">By lane: step of the report origin.</param>
    /// <param name="visits">Number of visits, the first ones.</param>
    public void Run(PatientBlock<T> block, PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, int visits)
    {
        if (times.BeforeOrigin)
        {
            WriteHealthy(block, path);
        }

        for (var visit = 0; visit < visits; visit++)
        {
            Locate(path, twin, firstStarts, origins, visit);
        }

        foreach (var entry in entries)
        {
            Gather(entry, visits);
            Blend(entry, visits);
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

    /// <summary>Nothing but a drug that was started by age is at work before biological onset; visits there show what it had reached by onset.</summary>
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

    /// <summary>Finds the row before the visit in every lane. The living have a row after it; the dead are shown any.</summary>
    private void Locate(PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, int visit)
    {
        var found = rows.Start + (visit * T.Count);
        var steps = times.Steps(visit);
        var fractions = (float*)times.Fractions(visit);
        together[visit] = true;
        for (var lane = 0; lane < T.Count; lane++)
        {
            var step = origins[lane] + steps[lane];
            var time = step + fractions[lane];
            var source = time <= firstStarts[lane] + SameMoment && time < LaneAccess.Get(ref twin.Milestones.Death, lane) ? twin : path;
            var row = step >= 0 ? source.Row(Math.Max(0, Math.Min(step, source.LastRow - 1))) : firstStarts[lane] < step ? Treated : Untreated;
            found[lane] = (nint)((float*)row + lane);
            together[visit] &= found[lane] == found[0] + (lane * sizeof(float));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Gather(int entry, int visits)
    {
        var (at, next) = (entry * T.Count, layout.Length * T.Count);
        for (var visit = 0; visit < visits; visit++)
        {
            var lanes = (float**)(rows.Start + (visit * T.Count));
            if (together[visit])
            {
                before.Start[visit] = *(T*)(lanes[0] + at);
                after.Start[visit] = *(T*)(lanes[0] + at + next);
                continue;
            }

            var a = (float*)(before.Start + visit);
            var b = (float*)(after.Start + visit);
            for (var lane = 0; lane < T.Count; lane++)
            {
                a[lane] = lanes[lane][at];
                b[lane] = lanes[lane][at + next];
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Blend(int entry, int visits)
    {
        for (var visit = 0; visit < visits; visit++)
        {
            State(visit)[entry] = T.Fma(times.Fractions(visit)[0], after.Start[visit] - before.Start[visit], before.Start[visit]);
        }
    }
}
