using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Pools;

namespace ProgressionSim.Model.Measures;

/// <summary>Capacity, compensation and function of the regions.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// Capacity G = (H + eta S) / N; sprouting d sigma/dt = k (min(sigmaMax, 1/G) - sigma), exact over a step for G at its mean; function F = min(1, G sigma).
/// </remarks>
public static unsafe class MotorFunction<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Function at biological onset.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="row">Row 0: counts and enlargements are read, functions written.</param>
    public static void Start(DiseaseConstants disease, T* row)
    {
        for (var region = 0; region < RegionValues.Count; region++)
        {
            row[disease.Layout.Function + region] = T.Min(T.Of(1f), Capacity(disease, row, region) * row[disease.Layout.Enlargement + region]);
        }
    }

    /// <summary>Advances compensation and function by a step.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="before">Row at the start of the step.</param>
    /// <param name="after">Row at its end: counts are read, enlargements and functions written.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Advance(DiseaseConstants disease, T* before, T* after)
    {
        Advance(disease, before, after, 0);
        Advance(disease, before, after, 1);
        Advance(disease, before, after, 2);
        Advance(disease, before, after, 3);
    }

    /// <summary>G of a region: the share of its neurons that work, a stressed one counting in part.</summary>
    /// <param name="disease">The disease.</param>
    /// <param name="row">A row of a path.</param>
    /// <param name="region">Number of the region.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Capacity(DiseaseConstants disease, T* row, int region)
    {
        var healthy = row + disease.Layout.Healthy;
        var stressed = row + disease.Layout.Stressed;
        var working = T.Fma(T.Of(disease.StressedFunction), stressed[region], healthy[region]);
        for (var pool = region + RegionValues.Count; pool < disease.Layout.Pools; pool += RegionValues.Count)
        {
            working = T.Fma(T.Of(disease.StressedFunction), stressed[pool], working + healthy[pool]);
        }

        // A quotient: a region without loss has exactly full capacity.
        return LaneMath<T>.Quotient(working, disease.Neurons[region], disease.InverseNeurons[region]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance(DiseaseConstants disease, T* before, T* after, int region)
    {
        var enlargement = disease.Layout.Enlargement + region;
        var capacity = Capacity(disease, after, region);
        var mean = T.Of(0.5f) * (capacity + Capacity(disease, before, region));
        var target = T.Min(T.Of(disease.MaximumEnlargement), T.Of(1f) / T.Max(mean, T.Of(1e-6f)));
        var sigma = before[enlargement];
        sigma = T.Fma(T.Of(disease.EnlargementApproach), target - sigma, sigma);
        after[enlargement] = sigma;
        after[disease.Layout.Function + region] = T.Min(T.Of(1f), capacity * sigma);
    }
}
