namespace ProgressionSim.Summaries.Sweeps;

/// <summary>Names the job in summary.json.</summary>
public static class SweepJobs
{
    /// <summary>A grid of settings.</summary>
    public const string Sweep = "sweep";
}
