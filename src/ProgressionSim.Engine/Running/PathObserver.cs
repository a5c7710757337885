using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Running;

/// <summary>Looks at paths at the months of the grid: interpolates between steps, takes the visit's measurements.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class PathObserver<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    // Steps: a start at the very month of an observation may differ from it by rounding.
    private const float SameMoment = 1f / 1024;

    private readonly ObservationGrid grid;
    private readonly RandomStream stream;
    private readonly DiseaseConstants disease;
    private readonly MeasureConstants measures;
    private readonly PathLayout layout;
    private readonly int[] scales;
    private readonly LaneBuffer<T> noise;
    private readonly LaneBuffer<T> state;
    private readonly LaneBuffer<T> scores = new(VisitScores<T>.Length);
    private readonly LaneBuffer<T> capacity = new(RegionValues.Count);

    public PathObserver(RunPlan plan, RecordShape shape, DiseaseConstants disease, MeasureConstants measures)
    {
        grid = shape.Grid;
        stream = new RandomStream(plan.Seed, StreamPurpose.Visits);
        this.disease = disease;
        this.measures = measures;
        layout = disease.Layout;
        scales = [.. shape.Catalogue.Observed.Select(measure => measure.Scale)];
        noise = new LaneBuffer<T>(grid.Months.Length * VisitNoise<T>.Length);
        state = new LaneBuffer<T>(layout.Length);
    }

    /// <summary>Draws the noise of every visit; all arms of the block share it.</summary>
    public void DrawNoise(PatientBlock<T> block)
    {
        // Visits are numbered from a fixed month, so that showing more months before the origin changes no measurement.
        const int FirstVisitMonth = -120;

        // Item noise belongs to the patient, not to the visit.
        const uint EveryVisit = uint.MaxValue;
        const uint ItemBlocks = 3;
        for (var month = 0; month < grid.Months.Length; month++)
        {
            var visit = (uint)(grid.Months[month] - FirstVisitMonth);
            if (month > 0)
            {
                Buffer.MemoryCopy(noise.Start, noise.Start + (month * VisitNoise<T>.Length), ItemBlocks * 4 * sizeof(T), ItemBlocks * 4 * sizeof(T));
            }

            var uniforms = (float*)(noise.Start + (month * VisitNoise<T>.Length));
            for (var lane = 0; lane < T.Count; lane++)
            {
                for (var draw = month == 0 ? 0 : ItemBlocks; draw < VisitNoise<T>.Length / 4; draw++)
                {
                    var bits = Philox.Block(stream, draw < ItemBlocks ? EveryVisit : visit, draw, block.Patients[lane]);
                    var at = uniforms + (4 * draw * T.Count) + lane;
                    at[0] = UniformBits.ToOpenInterval(bits.Word0);
                    at[T.Count] = UniformBits.ToOpenInterval(bits.Word1);
                    at[2 * T.Count] = UniformBits.ToOpenInterval(bits.Word2);
                    at[3 * T.Count] = UniformBits.ToOpenInterval(bits.Word3);
                }
            }
        }
    }

    /// <summary>Observes an arm's paths.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths in the arm.</param>
    /// <param name="twin">Their untreated twins' paths: what is seen up to the first treatment start, which may lie inside a step.</param>
    /// <param name="firstStarts">By lane: first treatment start of the arm, steps.</param>
    /// <param name="origins">By lane: step of the report origin; lanes without one are skipped.</param>
    /// <param name="seen">By lane: receives what was seen.</param>
    public void Observe(int arm, PatientBlock<T> block, PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, PatientObservations[] seen)
    {
        var mostMonths = 0;
        for (var lane = 0; lane < T.Count; lane++)
        {
            seen[lane].MonthsAlive[arm] = origins[lane] < 0 ? 0 : MonthsAlive(path, origins[lane], lane);
            mostMonths = Math.Max(mostMonths, seen[lane].MonthsAlive[arm]);
        }

        var found = new VisitScores<T>(scores.Start);
        for (var month = 0; month < mostMonths; month++)
        {
            Interpolate(block, path, twin, firstStarts, origins, month);
            for (var region = 0; region < RegionValues.Count; region++)
            {
                capacity.Start[region] = MotorFunction<T>.Capacity(disease, state.Start, region);
            }

            ClinicalVisit<T>.Measure(
                disease,
                measures,
                block.Lanes,
                new VisitNoise<T>(noise.Start + (month * VisitNoise<T>.Length)),
                state.Start + layout.Function,
                capacity.Start,
                state.Start + layout.Neurofilament,
                found);
            for (var lane = 0; lane < T.Count; lane++)
            {
                if (month < seen[lane].MonthsAlive[arm])
                {
                    Write(lane, seen[lane].At(arm, month));
                }
            }
        }
    }

    public void Dispose()
    {
        noise.Dispose();
        state.Dispose();
        scores.Dispose();
        capacity.Dispose();
    }

    private static float Lane(T* value, int lane) => ((float*)value)[lane];

    /// <summary>Months of the grid before death: a death at the end of step d is alive until then.</summary>
    private int MonthsAlive(PatientPath<T> path, int origin, int lane)
    {
        float death;
        fixed (T* at = &path.Milestones.Death)
        {
            death = Lane(at, lane);
        }

        var alive = 0;
        while (alive < grid.Months.Length && origin + grid.Steps[alive] + grid.Fractions[alive] < death)
        {
            alive++;
        }

        return alive;
    }

    /// <summary>Linear between the rows around the month, of the untreated twin up to the first treatment start; before biological onset the row of a healthy person.</summary>
    private void Interpolate(PatientBlock<T> block, PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, int month)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            var step = origins[lane] + grid.Steps[month];
            var to = (float*)state.Start + lane;
            if (step < 0)
            {
                WriteHealthy(block, path, firstStarts[lane] < step, lane);
                continue;
            }

            var fraction = grid.Fractions[month];
            var source = step + fraction <= firstStarts[lane] + SameMoment ? twin : path;
            var a = (float*)source.Row(Math.Min(step, source.LastRow)) + lane;
            var b = (float*)source.Row(Math.Min(step + 1, source.LastRow)) + lane;
            for (var entry = 0; entry < layout.Length * T.Count; entry += T.Count)
            {
                to[entry] = MathF.FusedMultiplyAdd(fraction, b[entry] - a[entry], a[entry]);
            }
        }
    }

    /// <summary>Nothing but a drug that was started by age is at work before biological onset; its months there show what it had reached by onset.</summary>
    private void WriteHealthy(PatientBlock<T> block, PatientPath<T> path, bool treated, int lane)
    {
        var to = (float*)state.Start + lane;
        for (var pool = 0; pool < layout.Pools; pool++)
        {
            to[(layout.Healthy + pool) * T.Count] = disease.PoolSizes[pool];
            to[(layout.Stressed + pool) * T.Count] = 0;
        }

        for (var region = 0; region < RegionValues.Count; region++)
        {
            to[(layout.Function + region) * T.Count] = 1;
        }

        fixed (T* norm = &block.Lanes.NeurofilamentNorm)
        {
            to[layout.Neurofilament * T.Count] = Lane(norm, lane);
        }

        to[layout.ToxicProtein * T.Count] = treated ? path.Value(0, layout.ToxicProtein, lane) : 1;
        to[layout.Knockdown * T.Count] = treated ? path.Value(0, layout.Knockdown, lane) : 0;
        to[layout.DrugConcentration * T.Count] = treated ? path.Value(0, layout.DrugConcentration, lane) : 0;
    }

    private void Write(int lane, Span<int> values)
    {
        var found = new VisitScores<T>(scores.Start);
        for (var region = 0; region < RegionValues.Count; region++)
        {
            float healthy = 0, stressed = 0;
            for (var pool = region; pool < layout.Pools; pool += RegionValues.Count)
            {
                healthy += Lane(state.Start + layout.Healthy + pool, lane);
                stressed += Lane(state.Start + layout.Stressed + pool, lane);
            }

            Put(values, MeasureCatalogue.Healthy + region, healthy);
            Put(values, MeasureCatalogue.Stressed + region, stressed);
            Put(values, MeasureCatalogue.Lost + region, disease.Neurons[region] - healthy - stressed);
            Put(values, MeasureCatalogue.Function + region, Lane(state.Start + layout.Function + region, lane));
            Put(values, MeasureCatalogue.MotorUnitNumber + region, Lane(found.MotorUnitNumber + region, lane));
            Put(values, MeasureCatalogue.AlsfrsDomain + region, Lane(found.Domains + region, lane));
        }

        fixed (T* total = &found.AlsfrsTotal, kings = &found.KingsStage, mitos = &found.MitosStage, svc = &found.SvcPercent, nfl = &found.Neurofilament)
        {
            Put(values, MeasureCatalogue.AlsfrsTotal, Lane(total, lane));
            Put(values, MeasureCatalogue.KingsStage, Lane(kings, lane));
            Put(values, MeasureCatalogue.MitosStage, Lane(mitos, lane));
            Put(values, MeasureCatalogue.Svc, Lane(svc, lane));
            Put(values, MeasureCatalogue.Neurofilament, Lane(nfl, lane));
        }

        Put(values, MeasureCatalogue.ToxicProtein, Lane(state.Start + layout.ToxicProtein, lane));
        Put(values, MeasureCatalogue.Knockdown, Lane(state.Start + layout.Knockdown, lane));
        Put(values, MeasureCatalogue.DrugConcentration, Lane(state.Start + layout.DrugConcentration, lane));
    }

    /// <summary>Rounds to fixed point; values no record could hold stop at its largest.</summary>
    private void Put(Span<int> values, int measure, float value) => values[measure] = (int)Math.Min(MathF.Floor((value * scales[measure]) + 0.5f), 2e9f);
}
