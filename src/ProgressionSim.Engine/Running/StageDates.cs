using System.Numerics;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>First visits at which the patients of a block show each King's and MiToS stage in an arm.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class StageDates<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    /// <summary>Marks a stage that no visit showed.</summary>
    public const int Never = -1;

    private const int StagesOfScale = 4;

    private readonly int[] steps = new int[2 * StagesOfScale * T.Count];
    private readonly LaneBuffer<T> highest = new(2);

    /// <summary>Starts an arm: no stage was shown yet.</summary>
    public void Clear()
    {
        Array.Fill(steps, Never);
        highest.Start[0] = highest.Start[1] = T.Of(0f);
    }

    /// <summary>Takes a visit's King's stages; visits come in order of time.</summary>
    /// <param name="stages">Stage of each lane.</param>
    /// <param name="living">Bit of each lane whose patient is analysed and alive.</param>
    /// <param name="step">Step of the visit from the report origin, at least 0.</param>
    public void LookAtKings(T* stages, uint living, int step) => Look(0, stages, living, step);

    /// <summary>The same for MiToS stages.</summary>
    /// <param name="stages">Stage of each lane.</param>
    /// <param name="living">Bit of each lane whose patient is analysed and alive.</param>
    /// <param name="step">Step of the visit from the report origin, at least 0.</param>
    public void LookAtMitos(T* stages, uint living, int step) => Look(1, stages, living, step);

    /// <summary>Step of the first visit at a stage or above, from the report origin, or <see cref="Never"/>.</summary>
    /// <param name="milestone">A King's or MiToS stage.</param>
    /// <param name="lane">Lane of the patient.</param>
    public int Step(CourseMilestone milestone, int lane) => steps[((milestone - CourseMilestone.KingsStage1) * T.Count) + lane];

    public void Dispose() => highest.Dispose();

    private void Look(int scale, T* stages, uint living, int step)
    {
        var reached = highest.Start + scale;
        for (var rising = T.LessMask(*reached, *stages) & living; rising != 0; rising &= rising - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rising);
            var (from, to) = ((int)((float*)reached)[lane], (int)((float*)stages)[lane]);
            for (var stage = from; stage < to; stage++)
            {
                steps[(((scale * StagesOfScale) + stage) * T.Count) + lane] = step;
            }

            ((float*)reached)[lane] = to;
        }
    }
}
