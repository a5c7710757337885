namespace ProgressionSim.Model.Treatments;

/// <summary>What all treatments of an arm do during one step.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="start">First of <see cref="Length"/> lane values, owned by the caller.</param>
public readonly unsafe struct StepEffect<T>(T* start)
    where T : unmanaged
{
    /// <summary>Number of lane values.</summary>
    public const int Length = 8;

    /// <summary>Product of (1 - knock-down) over the treatments, averaged over the step.</summary>
    public ref T RemainingProduction => ref start[0];

    /// <summary>Product of the stress ratios.</summary>
    public ref T StressRatio => ref start[1];

    /// <summary>Product of the death ratios.</summary>
    public ref T DeathRatio => ref start[2];

    /// <summary>rs tau_s.</summary>
    public ref T StressDrive => ref start[3];

    /// <summary>rd tau_d.</summary>
    public ref T DeathDrive => ref start[4];

    /// <summary>tau_d alone: scales the neurofilament leak of stressed neurons.</summary>
    public ref T ProteinDeathShare => ref start[5];

    /// <summary>Hazard of recovery over the step.</summary>
    public ref T RecoveryHazard => ref start[6];

    /// <summary>Concentration at the middle of the step, mg/L: of the first of the arm's antisense treatments that is present.</summary>
    public ref T DrugConcentration => ref start[7];
}
