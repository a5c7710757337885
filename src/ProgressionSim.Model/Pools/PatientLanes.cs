namespace ProgressionSim.Model.Pools;

/// <summary>What is constant in a patient, in the units of the step, one value a lane.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <param name="start">First of <see cref="Length"/> lane values, owned by the caller.</param>
public readonly unsafe struct PatientLanes<T>(T* start)
    where T : unmanaged
{
    /// <summary>Number of lane values.</summary>
    public const int Length = 16;

    /// <summary>Four values by region: progression rate times vulnerability of the region times half a step in months.</summary>
    public T* StressFactor => start;

    /// <summary>Progression rate.</summary>
    public ref T DeathFactor => ref start[4];

    /// <summary>w: rate of spread between regions, per neuron per month.</summary>
    public ref T BetweenRegionRate => ref start[5];

    /// <summary>rho1 times the step: hazard of recovery when the toxic protein is gone.</summary>
    public ref T TreatedRecoveryHazard => ref start[6];

    /// <summary>Cumulative hazard at which the patient dies or is permanently ventilated.</summary>
    public ref T DeathThreshold => ref start[7];

    /// <summary>Healthy neurofilament level at biological onset, pg/mL in CSF.</summary>
    public ref T NeurofilamentNorm => ref start[8];

    /// <summary>Background hazard of death at biological onset, per step.</summary>
    public ref T BackgroundHazard => ref start[9];

    /// <summary>Symptom onset to diagnosis, steps.</summary>
    public ref T DiagnosticDelay => ref start[10];

    /// <summary>Symptom onset to enrolment, steps.</summary>
    public ref T EnrolmentDelay => ref start[11];

    /// <summary>Where in a screening interval the patient's first sample falls, 0-1.</summary>
    public ref T ScreeningPhase => ref start[12];

    /// <summary>Standard deviation of the patient-visit part of ALSFRS-R noise.</summary>
    public ref T VisitNoiseSd => ref start[13];

    /// <summary>Slow vital capacity at full function, percent of predicted.</summary>
    public ref T BaselineSvc => ref start[14];

    /// <summary>Region of onset, as its number.</summary>
    public ref T OnsetRegion => ref start[15];
}
