namespace ProgressionSim.Summaries.Timing;

/// <summary>Names the job in summary.json.</summary>
public static class TimingJobs
{
    /// <summary>One scenario.</summary>
    public const string Timing = "timing";

    /// <summary>Two scenarios side by side.</summary>
    public const string Against = "timing against";
}
