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
        var now = T.IfLess(milestones.Death, T.Of(time), T.Of(MilestoneLanes<T>.Never), T.Of(time));
        var function = row + disease.Layout.Function;
        var weakest = T.Min(T.Min(T.Min(T.Min(T.Of(1f), function[0]), function[1]), function[2]), function[3]);
        var mostAffected = T.Max(T.Of(0f), Affected(disease, row, 0));
        mostAffected = T.Max(mostAffected, Affected(disease, row, 1));
        mostAffected = T.Max(mostAffected, Affected(disease, row, 2));
        mostAffected = T.Max(mostAffected, Affected(disease, row, 3));
        var fold = T.Of(measures.NeurofilamentFoldRise) * Neurofilament<T>.Norm(measures, patient, time);
        milestones.ElectromyographicChange = First(T.Of(measures.ElectromyographicAffectedFraction), mostAffected, now, milestones.ElectromyographicChange);
        milestones.NeurofilamentRise = First(fold, row[disease.Layout.Neurofilament], now, milestones.NeurofilamentRise);
        milestones.SymptomOnset = First(weakest, T.Of(measures.SymptomOnsetFunction), now, milestones.SymptomOnset);
        var reached = row[disease.Layout.CumulativeDeathHazard];
        milestones.Death = T.IfLess(reached, patient.DeathThreshold, milestones.Death, T.Min(milestones.Death, T.Of(time)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Affected(DiseaseConstants disease, T* row, int region)
    {
        var healthy = row[disease.Layout.Healthy + region];
        for (var pool = region + RegionValues.Count; pool < disease.Layout.Pools; pool += RegionValues.Count)
        {
            healthy += row[disease.Layout.Healthy + pool];
        }

        // A quotient: 80 of 1,000 are exactly the threshold 0.08 and not above it.
        var neurons = disease.Neurons[region];
        return LaneMath<T>.Quotient(T.Of(neurons) - healthy, neurons, disease.InverseNeurons[region]);
    }

    /// <summary>The earlier of now and the time so far, where a &lt; b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T First(T a, T b, T now, T soFar) => T.IfLess(a, b, T.Min(soFar, now), soFar);
}
