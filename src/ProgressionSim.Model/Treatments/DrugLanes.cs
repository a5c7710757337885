namespace ProgressionSim.Model.Treatments;

/// <summary>One antisense treatment in each lane's patient: decay of its modes over a step and sensitivity.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="start">First of <see cref="Length"/> lane values, owned by the caller.</param>
/// <param name="modes">Number of modes.</param>
public readonly unsafe struct DrugLanes<T>(T* start, int modes)
    where T : unmanaged
{
    /// <summary>Number of modes.</summary>
    public int Modes => modes;

    /// <summary>By mode: share left after a step.</summary>
    public T* Kept => start;

    /// <summary>By mode: share left after half a step.</summary>
    public T* KeptHalfway => start + modes;

    /// <summary>By mode: rise of the effect-compartment concentration per dose, mg/L.</summary>
    public T* Input => start + (2 * modes);

    /// <summary>One over EC50, L/mg.</summary>
    public ref T InverseEc50 => ref start[3 * modes];

    /// <summary>Lane values needed.</summary>
    /// <param name="modes">Number of modes.</param>
    public static int Length(int modes) => (3 * modes) + 1;
}
