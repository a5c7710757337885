using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Measures;

/// <summary>Dates milestones at the end of the step in which they are first crossed.</summary>
/// <typeparam name="T">The lane type.</typeparam>
public static unsafe class MilestoneCrossings<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Sets every milestone to never.</summary>
    /// <param name="milestones">The milestones.</param>
    public static void Clear(MilestoneLanes<T> milestones)
    {
        var never = T.Of(MilestoneLanes<T>.Never);
        milestones.ElectromyographicChange = never;
        milestones.NeurofilamentRise = never;
        milestones.SymptomOnset = never;
        milestones.Death = never;
    }

    /// <summary>Looks at the state at the end of a step. Nothing but death itself happens to a lane that was dead before the step.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="time">End of the step, in steps; 0 looks at biological onset itself.</param>
    /// <param name="row">Row at that time.</param>
    /// <param name="milestones">The milestones, changed in place.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Look(
        DiseaseConstants disease, MeasureConstants measures, PatientLanes<T> patient, float time, T* row, MilestoneLanes<T> milestones)
    {
        var layout = disease.Layout;
        var now = T.IfLess(milestones.Death, T.Of(time), T.Of(MilestoneLanes<T>.Never), T.Of(time));
        var weakest = T.Of(1f);
        var mostAffected = T.Of(0f);
        for (var region = 0; region < RegionValues.Count; region++)
        {
            weakest = T.Min(weakest, row[layout.Function + region]);
            var healthy = T.Of(0f);
            for (var pool = region; pool < layout.Pools; pool += RegionValues.Count)
            {
                healthy += row[layout.Healthy + pool];
            }

            mostAffected = T.Max(mostAffected, (T.Of(disease.Neurons[region]) - healthy) * T.Of(disease.InverseNeurons[region]));
        }

        var fold = T.Of(measures.NeurofilamentFoldRise) * Neurofilament<T>.Norm(measures, patient, time);
        milestones.ElectromyographicChange = First(T.Of(measures.ElectromyographicAffectedFraction), mostAffected, now, milestones.ElectromyographicChange);
        milestones.NeurofilamentRise = First(fold, row[layout.Neurofilament], now, milestones.NeurofilamentRise);
        milestones.SymptomOnset = First(weakest, T.Of(measures.SymptomOnsetFunction), now, milestones.SymptomOnset);
        var reached = row[layout.CumulativeDeathHazard];
        milestones.Death = T.IfLess(reached, patient.DeathThreshold, milestones.Death, T.Min(milestones.Death, T.Of(time)));
    }

    /// <summary>The earlier of now and the time so far, where a &lt; b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T First(T a, T b, T now, T soFar) => T.IfLess(a, b, T.Min(soFar, now), soFar);
}
