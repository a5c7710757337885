namespace ProgressionSim.Engine.Random;

/// <summary>What a stream of random numbers is for. The number is part of the key, so it never changes meaning.</summary>
public enum StreamPurpose
{
    /// <summary>Quantities of a patient; the draw is the quantity's number.</summary>
    Population = 1,

    /// <summary>Motor-neuron transitions; the draw names the transition and the motor-unit type.</summary>
    Transitions = 2,

    /// <summary>Noise of a visit's measurements; the step is the visit.</summary>
    Visits = 3,

    /// <summary>Missed doses; the draw is the dose within the step.</summary>
    Doses = 4,

    /// <summary>Assay noise of screening samples.</summary>
    Screening = 5,

    /// <summary>Where a visit falls in its window; the step is the visit.</summary>
    VisitWindows = 6,

    /// <summary>When patients of a trial are recruited.</summary>
    Recruitment = 20,

    /// <summary>Allocation of a trial's patients to its arms.</summary>
    Allocation = 21,

    /// <summary>Visits that a patient of a trial misses.</summary>
    MissedVisits = 22,

    /// <summary>When patients leave a trial.</summary>
    Dropout = 23,

    /// <summary>Order in which simulated patients are taken out of a bank.</summary>
    BankOrder = 24,

    /// <summary>Statistical generators of courses.</summary>
    Generator = 25,

    /// <summary>Digital shifts and trajectories of sensitivity designs.</summary>
    Sensitivity = 30,

    /// <summary>Parameters that are uncertain, drawn once per outer replicate.</summary>
    Parameters = 31,

    /// <summary>Resampling of batches for intervals.</summary>
    Bootstrap = 32,

    /// <summary>Candidates of the search of a calibration; the step is the generation, the draw the parameter, the patient the candidate.</summary>
    Calibration = 33,
}
