using System.Runtime.CompilerServices;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Model.Measures;

/// <summary>Noise of one visit's measurements, the same in every arm: drawn as uniforms in (0, 1), then turned once into what the measurements take.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="items"><see cref="ItemLength"/> lane values that belong to the patient, owned by the caller.</param>
/// <param name="visit"><see cref="VisitLength"/> lane values that belong to the visit, owned by the caller.</param>
public readonly unsafe struct VisitNoise<T>(T* items, T* visit)
    where T : unmanaged, ILanes<T>
{
    /// <summary>Number of lane values of a patient.</summary>
    public const int ItemLength = 12;

    /// <summary>Number of lane values of a visit.</summary>
    public const int VisitLength = 8;

    /// <summary>
    /// Twelve odds u / (1 - u), one for each ALSFRS-R item in the order of the scale: how this patient's everyday tasks weigh on each item. The same at every
    /// visit; an item part drawn anew would make two visits differ by 6 to 7 points, four times what is published.
    /// </summary>
    public T* Items => items;

    /// <summary>Standard normal: patient-visit part of ALSFRS-R noise, drawn anew at each visit.</summary>
    public ref T Visit => ref visit[0];

    /// <summary>Standard normal: slow vital capacity.</summary>
    public ref T Svc => ref visit[1];

    /// <summary>Standard normal: neurofilament assay.</summary>
    public ref T Assay => ref visit[2];

    /// <summary>Four standard normals of the motor-unit number estimates, by region.</summary>
    public T* MotorUnitNumber => visit + 4;

    /// <summary>Turns uniforms into the odds of <see cref="Items"/>.</summary>
    /// <param name="uniforms"><see cref="ItemLength"/> lane values in (0, 1), changed in place.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ToOdds(T* uniforms)
    {
        var one = T.Of(1f);
        for (var item = 0; item < ItemLength; item++)
        {
            uniforms[item] = uniforms[item] / (one - uniforms[item]);
        }
    }

    /// <summary>Turns uniforms into standard normals.</summary>
    /// <param name="uniforms">Lane values in (0, 1), changed in place.</param>
    /// <param name="count">Their number.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ToNormals(T* uniforms, int count)
    {
        for (var i = 0; i < count; i++)
        {
            uniforms[i] = LaneMath<T>.NormalQuantile(uniforms[i]);
        }
    }
}
