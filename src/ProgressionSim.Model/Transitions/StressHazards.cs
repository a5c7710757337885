using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Transitions;

/// <summary>Healthy to stressed over half a step, with spread within and between regions.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// Rate of region r per month: phi v_r rs tau_s (epsilon_r + b_r A_r + w sum_q c_rq A_q), A = 1 - H / N.
/// The affected fraction grows during the half-step, so the rate is taken at its middle: rate from H, H predicted there as H (1 - h/2 + h^2/8)
/// (h the half-step's hazard), rate again. A rate frozen at the start misses the mean-field solution of a focal onset by over 10 % at weekly steps.
/// </remarks>
public static unsafe class StressHazards<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Computes the hazard of each pool over the next half-step.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="patient">The patients.</param>
    /// <param name="healthy">Healthy counts, by pool.</param>
    /// <param name="drive">rs tau_s: what treatment and toxic protein leave of the rate.</param>
    /// <param name="hazards">Receives the hazards, by pool; at least 0.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static void Compute(DiseaseConstants disease, PatientLanes<T> patient, T* healthy, T* drive, T* hazards)
    {
        var affected = stackalloc T[RegionValues.Count];
        Affected(disease, healthy, null, affected);
        Rates(disease, patient, affected, drive, hazards);
        Affected(disease, healthy, hazards, affected);
        Rates(disease, patient, affected, drive, hazards);
    }

    /// <summary>Affected fraction of each region, now or (given hazards) at the middle of the half-step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Affected(DiseaseConstants disease, T* healthy, T* hazards, T* affected)
    {
        for (var region = 0; region < RegionValues.Count; region++)
        {
            var sum = T.Of(0f);
            for (var pool = region; pool < disease.Layout.Pools; pool += RegionValues.Count)
            {
                var count = healthy[pool];
                if (hazards != null)
                {
                    // Beyond h = 2 the predictor would turn round; there hardly a neuron is left anyway.
                    var h = T.Min(hazards[pool], T.Of(2f));
                    count *= T.Fma(h, T.Fma(h, T.Of(0.125f), T.Of(-0.5f)), T.Of(1f));
                }

                sum += count;
            }

            // The difference comes first: it is exactly 0 where everyone is healthy, which 1 - sum / N is not for every N.
            affected[region] = (T.Of(disease.Neurons[region]) - sum) * T.Of(disease.InverseNeurons[region]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rates(DiseaseConstants disease, PatientLanes<T> patient, T* affected, T* drive, T* hazards)
    {
        fixed (float* contiguity = disease.Contiguity)
        {
            for (var region = 0; region < RegionValues.Count; region++)
            {
                var c = contiguity + (RegionValues.Count * region);
                var elsewhere = T.Of(c[0]) * affected[0];
                elsewhere = T.Fma(T.Of(c[1]), affected[1], elsewhere);
                elsewhere = T.Fma(T.Of(c[2]), affected[2], elsewhere);
                elsewhere = T.Fma(T.Of(c[3]), affected[3], elsewhere);
                var rate = T.Fma(T.Of(disease.WithinRegion[region]), affected[region], T.Of(disease.Spontaneous[region]));
                rate = T.Fma(patient.BetweenRegionRate, elsewhere, rate);
                var hazard = patient.StressFactor[region] * *drive * rate;
                for (var type = 0; type < disease.TypeVulnerability.Length; type++)
                {
                    hazards[(type * RegionValues.Count) + region] = hazard * T.Of(disease.TypeVulnerability[type]);
                }
            }
        }
    }
}
