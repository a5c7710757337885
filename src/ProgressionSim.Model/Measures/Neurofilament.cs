using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Pools;
using ProgressionSim.Model.Treatments;

namespace ProgressionSim.Model.Measures;

/// <summary>Neurofilament light chain in CSF: follows the rate of loss, not the loss so far.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// dL/dt = k_L (L0(age) + g (J + leak tau_d S / N) - L), J deaths per neuron per month over all pools, S the mean of the step's ends; exact over a step.
/// Source of the form: output proportional to the loss rate, Front Neurosci 18:1420198 (2024), doi:10.3389/fnins.2024.1420198.
/// </remarks>
public static unsafe class Neurofilament<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Healthy level at a time.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="step">Steps since biological onset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Norm(MeasureConstants measures, PatientLanes<T> patient, float step)
    {
        var norm = patient.NeurofilamentNorm;
        return measures.NormRisePerStep == 0 ? norm : norm * LaneMath<T>.Exp(T.Of(measures.NormRisePerStep * step));
    }

    /// <summary>Advances the level by step k.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="effect">The step's effect.</param>
    /// <param name="step">k.</param>
    /// <param name="before">Row at the start of the step.</param>
    /// <param name="after">Row at its end: counts are read, the level written.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Advance(
        DiseaseConstants disease, MeasureConstants measures, PatientLanes<T> patient, StepEffect<T> effect, float step, T* before, T* after)
    {
        var layout = disease.Layout;
        var deaths = T.Of(0f);
        var stressed = T.Of(0f);
        for (var pool = 0; pool < layout.Pools; pool++)
        {
            var stressedBefore = before[layout.Stressed + pool];
            var stressedAfter = after[layout.Stressed + pool];
            deaths += (before[layout.Healthy + pool] - after[layout.Healthy + pool]) + (stressedBefore - stressedAfter);
            stressed += stressedBefore + stressedAfter;
        }

        var lossRate = deaths * T.Of(1 / (disease.TotalNeurons * disease.StepMonths));
        var leak = stressed * effect.ProteinDeathShare * T.Of(0.5f * measures.StressLeak / disease.TotalNeurons);
        var target = T.Fma(T.Of(measures.NeurofilamentRelease), lossRate + leak, Norm(measures, patient, step + 1));
        var level = before[layout.Neurofilament];
        after[layout.Neurofilament] = T.Fma(T.Of(measures.NeurofilamentApproach), target - level, level);
    }
}
