using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Engine.Running;

/// <summary>Looks at paths at the months of the grid and hands the measurements of each month to the recorder.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class PathObserver<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly ObservationGrid grid;
    private readonly VisitNoiseSource<T> noise;
    private readonly VisitTimes<T> times;
    private readonly PathInterpolation<T> interpolation;
    private readonly VisitMeasurements<T> visit;
    private readonly LaneBuffer<T> originSteps = new(1);
    private readonly uint[] alive;
    private readonly int firstStageMonth;
    private readonly bool kings;
    private readonly bool mitos;

    public PathObserver(RunPlan plan, RecordShape shape, DiseaseConstants disease, MeasureConstants measures)
    {
        grid = shape.Grid;
        noise = new VisitNoiseSource<T>(plan, shape.Selection, [.. grid.Months.Select(VisitKeys.OfMonth)]);
        visit = new VisitMeasurements<T>(shape.Selection, disease, measures);
        times = new VisitTimes<T>(grid);
        interpolation = new PathInterpolation<T>(times, disease, visit.Entries());
        alive = new uint[grid.Months.Length];
        kings = shape.Records(MeasureCatalogue.KingsStage);
        mitos = shape.Records(MeasureCatalogue.MitosStage);

        // Stages are first looked for at the report origin, whatever months are shown before it.
        firstStageMonth = Array.IndexOf(grid.Months, 0);
    }

    /// <summary>Gets when the patients seen last first showed King's and MiToS stages, as far as these are recorded.</summary>
    public StageDates<T> Stages { get; } = new();

    /// <summary>Starts a block; its arms share the noise of a visit.</summary>
    public void Begin(PatientBlock<T> block) => noise.Begin(block);

    /// <summary>Observes an arm's paths.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths in the arm.</param>
    /// <param name="twin">Their untreated twins' paths: what is seen up to the first treatment start, which may lie inside a step.</param>
    /// <param name="firstStarts">By lane: first treatment start of the arm, steps.</param>
    /// <param name="origins">By lane: step of the report origin.</param>
    /// <param name="analysed">Bit of each lane whose patient has an origin and counts.</param>
    /// <param name="recorder">Receives the measurements.</param>
    public void Observe(
        int arm, PatientBlock<T> block, PatientPath<T> path, PatientPath<T> twin, ReadOnlySpan<float> firstStarts, ReadOnlySpan<int> origins, uint analysed, Recorder recorder)
    {
        for (var lane = 0; lane < T.Count; lane++)
        {
            LaneAccess.Set(ref originSteps.Start[0], lane, origins[lane]);
        }

        var months = FindAlive(path, analysed);
        interpolation.Run(block, path, twin, firstStarts, origins, months);
        Stages.Clear();
        for (var month = 0; month < months; month++)
        {
            visit.Take(block.Lanes, noise.At(block, month), interpolation.State(month));
            recorder.AddMonth(arm, month, (float*)visit.Cells, alive[month]);
            if (month >= firstStageMonth)
            {
                LookAtStages(month);
            }
        }
    }

    public void Dispose()
    {
        noise.Dispose();
        times.Dispose();
        interpolation.Dispose();
        visit.Dispose();
        originSteps.Dispose();
        Stages.Dispose();
    }

    /// <summary>Finds who is alive at each month: a death at the end of step d is alive until then.</summary>
    /// <returns>Number of months at which somebody is; they are the first ones.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindAlive(PatientPath<T> path, uint analysed)
    {
        var months = 0;
        for (; months < alive.Length; months++)
        {
            var time = originSteps.Start[0] + T.Of(grid.Steps[months]) + T.Of(grid.Fractions[months]);
            alive[months] = T.LessMask(time, path.Milestones.Death) & analysed;
            if (alive[months] == 0)
            {
                break;
            }
        }

        return months;
    }

    private void LookAtStages(int month)
    {
        var step = (int)MathF.Ceiling(grid.Steps[month] + grid.Fractions[month]);
        if (kings)
        {
            Stages.LookAtKings(visit.Cells + MeasureCatalogue.KingsStage, alive[month], step);
        }

        if (mitos)
        {
            Stages.LookAtMitos(visit.Cells + MeasureCatalogue.MitosStage, alive[month], step);
        }
    }
}
