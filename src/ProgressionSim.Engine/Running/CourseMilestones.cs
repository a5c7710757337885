using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>Dates the milestones of a patient's course relative to the report origin.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal static unsafe class CourseMilestones<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Writes the milestones one patient reaches in life and within the follow-up.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="block">The patients.</param>
    /// <param name="path">Their paths.</param>
    /// <param name="origin">Step of the report origin.</param>
    /// <param name="lane">Lane of the patient.</param>
    /// <param name="firstStart">First treatment start, steps.</param>
    /// <param name="grid">Months observed; the last is the end of follow-up.</param>
    /// <param name="seen">What was seen of the patient; values are read, milestones written.</param>
    public static void Date(int arm, PatientBlock<T> block, PatientPath<T> path, int origin, int lane, float firstStart, ObservationGrid grid, PatientObservations seen)
    {
        float Lane(ref T value) => LaneAccess.Get(ref value, lane);

        var found = seen.Milestones.AsSpan(arm * PatientObservations.CourseMilestones, PatientObservations.CourseMilestones);
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

        // Stages are first looked for at the report origin, whatever months are shown before it.
        for (var month = Array.IndexOf(grid.Months, 0); month < seen.MonthsAlive[arm]; month++)
        {
            var values = seen.At(arm, month);
            Stages(found, CourseMilestone.KingsStage1, values[MeasureCatalogue.KingsStage], (int)MathF.Ceiling(grid.Steps[month] + grid.Fractions[month]));
            Stages(found, CourseMilestone.MitosStage1, values[MeasureCatalogue.MitosStage], (int)MathF.Ceiling(grid.Steps[month] + grid.Fractions[month]));
        }
    }

    private static void Stages(Span<int?> found, CourseMilestone first, int stage, int step)
    {
        for (var i = 0; i < stage; i++)
        {
            found[(int)first + i] ??= step;
        }
    }
}
