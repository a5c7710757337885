using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>When the patients of a block are seen, counted from their report origin.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class VisitTimes<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly LaneBuffer<int> steps;
    private readonly LaneBuffer<T> fractions;

    public VisitTimes(int count)
    {
        Count = count;
        steps = new LaneBuffer<int>(count * T.Count);
        fractions = new LaneBuffer<T>(count);
    }

    /// <summary>The months of a grid, the same in every lane.</summary>
    public VisitTimes(ObservationGrid grid)
        : this(grid.Months.Length)
    {
        for (var visit = 0; visit < Count; visit++)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                Set(visit, lane, grid.Steps[visit], grid.Fractions[visit]);
            }
        }
    }

    /// <summary>Gets the number of visits.</summary>
    public int Count { get; }

    /// <summary>Gets a value indicating whether a visit that was ever set lies before the origin.</summary>
    public bool BeforeOrigin { get; private set; }

    /// <summary>Whole steps from the origin to a visit, by lane.</summary>
    public int* Steps(int visit) => steps.Start + (visit * T.Count);

    /// <summary>Share of the next step that lies before a visit, 0 to 1.</summary>
    public T* Fractions(int visit) => fractions.Start + visit;

    /// <summary>Sets when a lane's patient is seen; visits rise.</summary>
    public void Set(int visit, int lane, int step, float fraction)
    {
        Steps(visit)[lane] = step;
        LaneAccess.Set(ref *Fractions(visit), lane, fraction);
        BeforeOrigin |= step < 0;
    }

    public void Dispose()
    {
        steps.Dispose();
        fractions.Dispose();
    }
}
