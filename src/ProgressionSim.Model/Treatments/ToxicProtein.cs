using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Treatments;

/// <summary>Turnover of the toxic protein and what it leaves of the rates.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>dP/dt = k_P ((1 - E) - P), solved exactly over a step for constant E; rates use P's average over the step.</remarks>
public static unsafe class ToxicProtein<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Advances the protein by a step.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="effect">In: remaining production and rate ratios of the step. Out: the drives and the recovery hazard.</param>
    /// <param name="before">Level at the start of the step.</param>
    /// <param name="after">Receives the level at its end.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Advance(DiseaseConstants disease, PatientLanes<T> patient, StepEffect<T> effect, T* before, T* after)
    {
        var target = effect.RemainingProduction;
        var deviation = *before - target;
        *after = T.Fma(deviation, T.Of(disease.ProteinKept), target);
        var level = T.Fma(deviation, T.Of(disease.ProteinKeptOnAverage), target);
        effect.StressDrive = effect.StressRatio * Driven(level, disease.StressIndependentShare, disease.StressExponent);
        var proteinDeath = Driven(level, disease.DeathIndependentShare, disease.DeathExponent);
        effect.ProteinDeathShare = proteinDeath;
        effect.DeathDrive = effect.DeathRatio * proteinDeath;
        effect.RecoveryHazard = T.Fma(patient.TreatedRecoveryHazard, T.Of(1f) - level, T.Of(disease.SpontaneousRecoveryHazard));
    }

    /// <summary>tau = iota + (1 - iota) P^gamma.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Driven(T level, float independentShare, float exponent)
    {
        var power = level;
        if (exponent != 1)
        {
            power = LaneMath<T>.Power(T.Max(level, T.Of(1e-30f)), T.Of(exponent));
        }

        return T.Fma(T.Of(1 - independentShare), power, T.Of(independentShare));
    }
}
