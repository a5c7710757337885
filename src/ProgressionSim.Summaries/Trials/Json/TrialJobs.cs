using System.Globalization;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Summaries.Trials.Json;

/// <summary>
/// Names what was done with a scenario, as <c>job</c> in summary.json: together with scenario and version it says which results a folder holds, so that results of
/// another job are never mixed with them.
/// </summary>
public static class TrialJobs
{
    /// <summary>A simulated trial.</summary>
    public const string Trial = "trial";

    /// <summary>A search for a sample size.</summary>
    /// <param name="power">Power asked for.</param>
    /// <param name="relativeHalfWidth">Precision asked for.</param>
    public static string Size(double power, double relativeHalfWidth) => string.Create(CultureInfo.InvariantCulture, $"size {power} {relativeHalfWidth}");

    /// <summary>A comparison.</summary>
    /// <param name="targetPower">Power that sizes were asked for; NaN when none were.</param>
    public static string Compare(double targetPower) => double.IsNaN(targetPower) ? "compare" : string.Create(CultureInfo.InvariantCulture, $"compare {targetPower}");

    /// <summary>The hash under which the results of several designs stand: that of their hashes.</summary>
    /// <param name="designs">The designs, in order.</param>
    /// <returns>64 hexadecimal digits, lower-case.</returns>
    public static string Sha256(IEnumerable<TrialDesign> designs) => ScenarioHash.OfSeveral(designs.Select(design => design.ScenarioSha256));
}
