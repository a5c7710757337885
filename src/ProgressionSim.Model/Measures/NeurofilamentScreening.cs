using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Measures;

/// <summary>Regular neurofilament samples that may trigger a treatment.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// Samples fall at (phase + j) intervals after biological onset, j = 0, 1, ..., because a screening programme does not know when the disease began.
/// A sample is read at the end of the step it falls in, with assay noise.
/// </remarks>
public static unsafe class NeurofilamentScreening<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Reads the sample of step k, if one is due.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="step">k.</param>
    /// <param name="samplesPerStep">One over the interval in steps.</param>
    /// <param name="thresholdPgPerMl">Level that triggers.</param>
    /// <param name="noise">Uniform of the sample's assay noise.</param>
    /// <param name="level">Level at the end of the step, without noise.</param>
    /// <param name="trigger">Step at whose end a sample first exceeded the threshold; changed in place.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Read(
        MeasureConstants measures, PatientLanes<T> patient, float step, float samplesPerStep, float thresholdPgPerMl, T* noise, T* level, T* trigger)
    {
        var before = T.Floor(T.Of(step * samplesPerStep) - patient.ScreeningPhase);
        var after = T.Floor(T.Of((step + 1) * samplesPerStep) - patient.ScreeningPhase);
        var measured = *level * LaneMath<T>.Exp(T.Of(measures.AssaySdLog) * LaneMath<T>.NormalQuantile(*noise));
        var found = T.IfLess(T.Of(thresholdPgPerMl), measured, T.Min(*trigger, T.Of(step + 1)), *trigger);
        *trigger = T.IfLess(before, after, found, *trigger);
    }
}
