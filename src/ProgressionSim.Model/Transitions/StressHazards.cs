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
    public static void Compute(DiseaseConstants disease, PatientLanes<T> patient, T* healthy, T* drive, T* hazards)
    {
        // Region by region without a loop: the fractions stay in registers and the constants' places are known.
        var factor0 = patient.StressFactor[0] * *drive;
        var factor1 = patient.StressFactor[1] * *drive;
        var factor2 = patient.StressFactor[2] * *drive;
        var factor3 = patient.StressFactor[3] * *drive;
        var between = patient.BetweenRegionRate;
        var a0 = Affected(disease, healthy, 0);
        var a1 = Affected(disease, healthy, 1);
        var a2 = Affected(disease, healthy, 2);
        var a3 = Affected(disease, healthy, 3);
        var h0 = factor0 * Rate(disease, between, 0, a0, a0, a1, a2, a3);
        var h1 = factor1 * Rate(disease, between, 1, a1, a0, a1, a2, a3);
        var h2 = factor2 * Rate(disease, between, 2, a2, a0, a1, a2, a3);
        var h3 = factor3 * Rate(disease, between, 3, a3, a0, a1, a2, a3);
        a0 = AffectedHalfway(disease, healthy, 0, h0);
        a1 = AffectedHalfway(disease, healthy, 1, h1);
        a2 = AffectedHalfway(disease, healthy, 2, h2);
        a3 = AffectedHalfway(disease, healthy, 3, h3);
        Write(disease, factor0 * Rate(disease, between, 0, a0, a0, a1, a2, a3), hazards);
        Write(disease, factor1 * Rate(disease, between, 1, a1, a0, a1, a2, a3), hazards + 1);
        Write(disease, factor2 * Rate(disease, between, 2, a2, a0, a1, a2, a3), hazards + 2);
        Write(disease, factor3 * Rate(disease, between, 3, a3, a0, a1, a2, a3), hazards + 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Affected(DiseaseConstants disease, T* healthy, int region)
    {
        var sum = healthy[region];
        for (var pool = region + RegionValues.Count; pool < disease.Layout.Pools; pool += RegionValues.Count)
        {
            sum += healthy[pool];
        }

        return Affected(disease, region, sum);
    }

    /// <summary>The affected fraction at the middle of a half-step that starts with a hazard (for vulnerability 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AffectedHalfway(DiseaseConstants disease, T* healthy, int region, T hazard)
    {
        var sum = Halfway(healthy[region], hazard * disease.TypeVulnerability.Of<T>(0));
        for (int pool = region + RegionValues.Count, type = 1; pool < disease.Layout.Pools; pool += RegionValues.Count, type++)
        {
            sum += Halfway(healthy[pool], hazard * disease.TypeVulnerability.Of<T>(type));
        }

        return Affected(disease, region, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Halfway(T healthy, T hazard)
    {
        // Beyond h = 2 the predictor would turn round; there hardly a neuron is left anyway.
        var h = T.Min(hazard, T.Of(2f));
        return healthy * T.Fma(h, T.Fma(h, T.Of(0.125f), T.Of(-0.5f)), T.Of(1f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Affected(DiseaseConstants disease, int region, T healthy) =>

        // The difference comes first: it is exactly 0 where everyone is healthy, which 1 - sum / N is not for every N.
        (disease.Neurons.Of<T>(region) - healthy) * disease.InverseNeurons.Of<T>(region);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rate(DiseaseConstants disease, T between, int region, T own, T a0, T a1, T a2, T a3)
    {
        var from = RegionValues.Count * region;
        var elsewhere = disease.Contiguity.Of<T>(from) * a0;
        elsewhere = T.Fma(disease.Contiguity.Of<T>(from + 1), a1, elsewhere);
        elsewhere = T.Fma(disease.Contiguity.Of<T>(from + 2), a2, elsewhere);
        elsewhere = T.Fma(disease.Contiguity.Of<T>(from + 3), a3, elsewhere);
        var rate = T.Fma(disease.WithinRegion.Of<T>(region), own, disease.Spontaneous.Of<T>(region));
        return T.Fma(between, elsewhere, rate);
    }

    /// <summary>Writes the hazards of a region's pools.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(DiseaseConstants disease, T hazard, T* hazards)
    {
        hazards[0] = hazard * disease.TypeVulnerability.Of<T>(0);
        for (var type = 1; type < disease.TypeVulnerability.Length; type++)
        {
            hazards[type * RegionValues.Count] = hazard * disease.TypeVulnerability.Of<T>(type);
        }
    }
}
