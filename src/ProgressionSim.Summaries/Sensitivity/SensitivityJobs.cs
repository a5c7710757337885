using ProgressionSim.Experiments.Sensitivity;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>Names the job in summary.json.</summary>
public static class SensitivityJobs
{
    /// <summary>A sensitivity analysis by one method.</summary>
    /// <param name="method">The method.</param>
    public static string Of(SensitivityMethod method) => method == SensitivityMethod.Sobol ? "sensitivity sobol" : "sensitivity morris";
}
