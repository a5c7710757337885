using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.Json;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Names the job in summary.json.</summary>
public static class TimingJobs
{
    /// <summary>One scenario.</summary>
    public const string Timing = "timing";

    /// <summary>Two scenarios side by side.</summary>
    public const string Against = "timing against";

    /// <summary>The hash under which the results of two scenarios side by side stand: that of their hashes.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <returns>64 hexadecimal digits, lower-case.</returns>
    public static string Sha256(TimingPlan first, TimingPlan second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return ScenarioHash.OfSeveral([first.Run.ScenarioSha256, second.Run.ScenarioSha256]);
    }
}
