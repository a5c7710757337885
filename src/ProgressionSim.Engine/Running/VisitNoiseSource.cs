using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;

namespace ProgressionSim.Engine.Running;

/// <summary>Noise of the visits of a block of patients, drawn when a visit is first asked for; all arms of the block share it.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class VisitNoiseSource<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    // A draw gives four numbers: three draws for the items, one for the scores and one for the motor-unit numbers.
    private const int NumbersOfDraw = 4;
    private const int ItemDraws = VisitNoise<T>.ItemLength / NumbersOfDraw;
    private const int ScoresDraw = ItemDraws;

    private readonly RandomStream stream;
    private readonly uint[] keys;
    private readonly bool items;
    private readonly bool scores;
    private readonly bool motorUnits;
    private readonly LaneBuffer<T> itemOdds = new((ItemDraws + 1) * NumbersOfDraw);
    private readonly LaneBuffer<T> visits;
    private int prepared;

    /// <summary>Prepares visits.</summary>
    /// <param name="plan">The run: its seed and repetition.</param>
    /// <param name="selection">Measures taken at a visit.</param>
    /// <param name="keys">Address of each visit's noise: see <see cref="VisitKeys"/>.</param>
    public VisitNoiseSource(RunPlan plan, MeasureSelection selection, IReadOnlyList<uint> keys)
    {
        this.keys = [.. keys];
        stream = new RandomStream(plan.Seed, StreamPurpose.Visits, plan.Repetition);
        items = selection.Contains(MeasureCatalogue.AlsfrsDomain, MeasureCatalogue.Svc - MeasureCatalogue.AlsfrsDomain);
        scores = items || selection.Contains(MeasureCatalogue.Svc) || selection.Contains(MeasureCatalogue.Neurofilament);
        motorUnits = selection.Contains(MeasureCatalogue.MotorUnitNumber, MeasureCatalogue.AlsfrsDomain - MeasureCatalogue.MotorUnitNumber);
        visits = new LaneBuffer<T>(keys.Count * VisitNoise<T>.VisitLength);
    }

    /// <summary>Starts a block.</summary>
    public void Begin(PatientBlock<T> block)
    {
        prepared = 0;
        if (items)
        {
            // Draws come in pairs; the last is not used.
            for (var draw = 0; draw < ItemDraws; draw += 2)
            {
                DrawTwo(block, VisitKeys.EveryVisit, draw, itemOdds.Start + (NumbersOfDraw * draw));
            }

            VisitNoise<T>.ToOdds(itemOdds.Start);
        }
    }

    /// <summary>Noise of a visit; only what recorded measures need is drawn.</summary>
    /// <param name="block">The block that was begun.</param>
    /// <param name="number">Number of the visit.</param>
    public VisitNoise<T> At(PatientBlock<T> block, int number)
    {
        for (; prepared <= number; prepared++)
        {
            Prepare(block, keys[prepared], visits.Start + (prepared * VisitNoise<T>.VisitLength));
        }

        return new VisitNoise<T>(itemOdds.Start, visits.Start + (number * VisitNoise<T>.VisitLength));
    }

    public void Dispose()
    {
        itemOdds.Dispose();
        visits.Dispose();
    }

    private void Prepare(PatientBlock<T> block, uint visit, T* to)
    {
        if (scores || motorUnits)
        {
            DrawTwo(block, visit, ScoresDraw, to);
        }

        // The fourth number of the first draw has no use.
        if (scores)
        {
            VisitNoise<T>.ToNormals(to, NumbersOfDraw - 1);
        }

        if (motorUnits)
        {
            VisitNoise<T>.ToNormals(to + NumbersOfDraw, NumbersOfDraw);
        }
    }

    private void DrawTwo(PatientBlock<T> block, uint step, int draw, T* uniforms)
    {
        PhiloxLanes.TwoDraws<T>(stream, step, (uint)draw, block.Patients, (uint*)uniforms);
        UniformBits.ToOpenIntervals((uint*)uniforms, (float*)uniforms, 2 * NumbersOfDraw * T.Count);
    }
}
