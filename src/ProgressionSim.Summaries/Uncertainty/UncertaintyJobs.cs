namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>Names the job in summary.json.</summary>
public static class UncertaintyJobs
{
    /// <summary>A scenario with uncertain parameters.</summary>
    public const string Uncertainty = "uncertainty";
}
