namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>How is found out which parameters matter.</summary>
public enum SensitivityMethod
{
    /// <summary>Morris screening: few runs, a ranking.</summary>
    Morris = 0,

    /// <summary>Sobol' indices: shares of the variance, many runs.</summary>
    Sobol = 1,
}
