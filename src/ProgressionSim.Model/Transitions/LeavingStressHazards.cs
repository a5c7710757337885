using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Transitions;

/// <summary>Stressed to lost and stressed to healthy over a step, as competing risks drawn one after the other.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// With delta and rho the hazards of death and recovery over the step, death has probability (1 - e^-(delta + rho)) delta / (delta + rho) and recovery
/// follows among the rest. As hazards, to second order: delta / (1 + rho / 2), then rho (1 + delta / 2). The quotient, unlike delta (1 - rho / 2),
/// cannot turn negative for fast recoverers.
/// </remarks>
public static unsafe class LeavingStressHazards<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Computes both hazards of each pool.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="deathDrive">rd tau_d: what treatment and toxic protein leave of the rate of death.</param>
    /// <param name="recovery">rho: hazard of recovery over the step.</param>
    /// <param name="deathHazards">Receives the hazard of death, by pool.</param>
    /// <param name="recoveryHazards">Receives the hazard of recovery among those that did not die, by pool.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Compute(DiseaseConstants disease, PatientLanes<T> patient, T* deathDrive, T* recovery, T* deathHazards, T* recoveryHazards)
    {
        var shared = patient.DeathFactor * *deathDrive;
        var shortened = T.Of(1f) / T.Fma(T.Of(0.5f), *recovery, T.Of(1f));
        var halfRecovery = T.Of(0.5f) * *recovery;
        for (var type = 0; type < disease.TypeVulnerability.Length; type++)
        {
            var factor = shared * disease.TypeVulnerability.Of<T>(type);
            for (var region = 0; region < RegionValues.Count; region++)
            {
                var death = factor * disease.DeathHazard.Of<T>(region);
                var pool = (type * RegionValues.Count) + region;
                deathHazards[pool] = death * shortened;
                recoveryHazards[pool] = T.Fma(halfRecovery, death, *recovery);
            }
        }
    }
}
