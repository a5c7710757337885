using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>Dates the milestones of a patient's course relative to the report origin.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal static unsafe class CourseMilestones<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Writes the milestones one patient reaches in life and within the follow-up.</summary>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths.</param>
    /// <param name="origin">Step of the report origin.</param>
    /// <param name="lane">Lane of the patient.</param>
    /// <param name="firstStart">First treatment start, steps.</param>
    /// <param name="grid">Months observed; the last is the end of follow-up.</param>
    /// <param name="stages">When stages were first seen.</param>
    /// <param name="found">Receives the steps from the report origin by number of the milestone; null where not reached.</param>
    public static void Date(PatientBlock<T> block, PatientPath<T> path, int origin, int lane, float firstStart, ObservationGrid grid, StageDates<T> stages, Span<int?> found)
    {
        float Lane(ref T value) => LaneAccess.Get(ref value, lane);

        found.Clear();
        var death = Lane(ref path.Milestones.Death);
        var end = origin + grid.Steps[^1];
        void Put(Span<int?> to, CourseMilestone milestone, float step, float? dated = null)
        {
            if (step <= end && step <= death)
            {
                to[(int)milestone] = (int)(dated ?? MathF.Ceiling(step)) - origin;
            }
        }

        var onset = Lane(ref path.Milestones.SymptomOnset);
        Put(found, CourseMilestone.ElectromyographicChange, Lane(ref path.Milestones.ElectromyographicChange));
        Put(found, CourseMilestone.NeurofilamentRise, Lane(ref path.Milestones.NeurofilamentRise));
        Put(found, CourseMilestone.SymptomOnset, onset);
        Put(found, CourseMilestone.Diagnosis, onset + Lane(ref block.Lanes.DiagnosticDelay));
        Put(found, CourseMilestone.Death, death);
        Put(found, CourseMilestone.TreatmentStart, firstStart, MathF.Round(firstStart));
        for (var stage = CourseMilestone.KingsStage1; stage <= CourseMilestone.MitosStage4; stage++)
        {
            var step = stages.Step(stage, lane);
            found[(int)stage] = step == StageDates<T>.Never ? null : step;
        }
    }
}
