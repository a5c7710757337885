namespace ProgressionSim.Engine.Population;

/// <summary>
/// What differs between patients. The number of each is its place in the copula and its draw in the population stream, so it never changes meaning.
/// </summary>
public enum PatientQuantity
{
    /// <summary>phi: factor on the rates of stress and death; 1 is the median patient.</summary>
    ProgressionRate = 0,

    /// <summary>Age at biological onset, years.</summary>
    AgeAtBiologicalOnsetYears = 1,

    /// <summary>Region of onset, as the number of a Model.Parameters.Region.</summary>
    OnsetRegion = 2,

    /// <summary>Months from symptom onset to diagnosis.</summary>
    DiagnosticDelayMonths = 3,

    /// <summary>Months from symptom onset to enrolment.</summary>
    EnrolmentMonths = 4,

    /// <summary>Slow vital capacity at full respiratory function, percent of predicted.</summary>
    BaselineSvcPercent = 5,

    /// <summary>Standard deviation of the patient-visit part of ALSFRS-R noise, in logits before discrimination.</summary>
    AlsfrsVisitNoiseSd = 6,

    /// <summary>w: rate of spread between regions, per neuron per month, before contiguity.</summary>
    BetweenRegionRatePerMonth = 7,

    /// <summary>rho1: recovery of stressed neurons when the toxic protein is gone, per neuron per month.</summary>
    TreatedRecoveryRatePerMonth = 8,

    /// <summary>The patient's own vulnerability factor of the bulbar region; the other three follow in region order.</summary>
    BulbarVulnerability = 9,

    /// <summary>The same for the cervical region.</summary>
    CervicalVulnerability = 10,

    /// <summary>The same for the respiratory region.</summary>
    RespiratoryVulnerability = 11,

    /// <summary>The same for the lumbosacral region.</summary>
    LumbosacralVulnerability = 12,
}
