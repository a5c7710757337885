namespace ProgressionSim.Model.Measures;

/// <summary>Steps at whose end each lane first crossed a threshold.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="start">First of <see cref="Length"/> lane values, owned by the caller.</param>
public readonly unsafe struct MilestoneLanes<T>(T* start)
    where T : unmanaged
{
    /// <summary>Number of lane values.</summary>
    public const int Length = 4;

    /// <summary>A time that never comes, in steps; far beyond any run, and exact in single precision.</summary>
    public const float Never = 16_777_216f;

    /// <summary>Affected fraction of some region above its threshold.</summary>
    public ref T ElectromyographicChange => ref start[0];

    /// <summary>Neurofilament above a multiple of the age norm.</summary>
    public ref T NeurofilamentRise => ref start[1];

    /// <summary>Function of the weakest region below its threshold.</summary>
    public ref T SymptomOnset => ref start[2];

    /// <summary>Death or permanent ventilation.</summary>
    public ref T Death => ref start[3];
}
