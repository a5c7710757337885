namespace ProgressionSim.Statistics.JointModels;

/// <summary>How the baseline hazard of death moves with time.</summary>
public enum HazardShape
{
    /// <summary>rho t^(rho - 1), rho estimated.</summary>
    Weibull = 0,

    /// <summary>Constant: rho is 1.</summary>
    Exponential = 1,
}
