using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Model.Measures;

/// <summary>What a visit finds.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="start">First of <see cref="Length"/> lane values, owned by the caller.</param>
public readonly unsafe struct VisitScores<T>(T* start)
    where T : unmanaged
{
    /// <summary>Number of lane values.</summary>
    public const int Length = 12 + RegionValues.Count + RegionValues.Count + 5;

    /// <summary>Twelve ALSFRS-R items, 0-4 each, in the order of the scale.</summary>
    public T* Items => start;

    /// <summary>Four domain scores, 0-12, by region.</summary>
    public T* Domains => start + 12;

    /// <summary>Four motor-unit number estimates, by region.</summary>
    public T* MotorUnitNumber => start + 16;

    /// <summary>ALSFRS-R total, 0-48.</summary>
    public ref T AlsfrsTotal => ref start[20];

    /// <summary>King's stage, 0-4.</summary>
    public ref T KingsStage => ref start[21];

    /// <summary>MiToS stage, 0-4.</summary>
    public ref T MitosStage => ref start[22];

    /// <summary>Slow vital capacity, percent of predicted.</summary>
    public ref T SvcPercent => ref start[23];

    /// <summary>Neurofilament in CSF, pg/mL.</summary>
    public ref T Neurofilament => ref start[24];
}
