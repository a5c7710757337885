namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Which number's dependence is found.</summary>
public enum SensitivityOf
{
    /// <summary>What the arm gains over arm 0 in the same patients.</summary>
    Benefit = 0,

    /// <summary>The mean outcome of arm 0.</summary>
    Reference = 1,

    /// <summary>The mean outcome of the arm.</summary>
    Arm = 2,
}
