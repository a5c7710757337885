namespace ProgressionSim.Summaries.Calibration;

/// <summary>Names the job in summary.json.</summary>
public static class CalibrationJobs
{
    /// <summary>Settings fitted to published quantities.</summary>
    public const string Calibration = "calibration";
}
