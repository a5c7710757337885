namespace ProgressionSim.Model.Measures;

/// <summary>Uniforms in (0, 1) behind one visit's measurements, the same in every arm.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="start">First of <see cref="Length"/> lane values, owned by the caller.</param>
public readonly unsafe struct VisitNoise<T>(T* start)
    where T : unmanaged
{
    /// <summary>Number of lane values.</summary>
    public const int Length = 20;

    /// <summary>
    /// Twelve uniforms, one for each ALSFRS-R item in the order of the scale: how this patient's everyday tasks weigh on each item. The same at every visit;
    /// an item part drawn anew would make two visits differ by 6 to 7 points, four times what is published.
    /// </summary>
    public T* Items => start;

    /// <summary>Patient-visit part of ALSFRS-R noise, drawn anew at each visit.</summary>
    public ref T Visit => ref start[12];

    /// <summary>Slow vital capacity.</summary>
    public ref T Svc => ref start[13];

    /// <summary>Neurofilament assay.</summary>
    public ref T Assay => ref start[14];

    /// <summary>Four uniforms of the motor-unit number estimates, by region.</summary>
    public T* MotorUnitNumber => start + 16;
}
