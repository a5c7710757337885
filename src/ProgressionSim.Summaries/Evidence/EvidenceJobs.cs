namespace ProgressionSim.Summaries.Evidence;

/// <summary>Names the job in summary.json.</summary>
public static class EvidenceJobs
{
    /// <summary>A scenario held against published quantities.</summary>
    public const string Evidence = "evidence";
}
