using Microsoft.Extensions.Configuration;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Turns checked conditions into those of a design.</summary>
internal static class ConditionMapping
{
    /// <summary>The measure of a name that the check has found.</summary>
    public static TrialMeasure Measure(string name) =>
        TrialMeasureNames.Find(name) ?? throw new InvalidOperationException($"The measure {name} is unknown after the check.");

    /// <summary>Maps a list of conditions; each limit becomes one condition of the design.</summary>
    /// <param name="section">Group that holds the list.</param>
    /// <param name="key">Its key; a missing list has no conditions.</param>
    /// <param name="limits">Comparisons by name.</param>
    /// <param name="subgroups">Names of subgroups by number.</param>
    public static IReadOnlyList<MeasureCondition> List(IConfiguration section, string key, IReadOnlyDictionary<string, Comparison> limits, IReadOnlyList<string> subgroups) =>
        [.. section.Items(key).SelectMany(condition => One(condition, limits, subgroups))];

    /// <summary>Maps one condition likewise.</summary>
    public static IReadOnlyList<MeasureCondition> One(IConfiguration condition, IReadOnlyDictionary<string, Comparison> limits, IReadOnlyList<string> subgroups)
    {
        var measure = Measure(condition.Text("measure"));
        return [.. limits
            .Where(limit => condition[limit.Key] is not null)
            .Select(limit => new MeasureCondition(measure, limit.Value, Limit(condition, limit.Key, subgroups)))];
    }

    private static double Limit(IConfiguration condition, string key, IReadOnlyList<string> subgroups) =>
        subgroups.ToList().IndexOf(condition.Text(key)) is >= 0 and var number ? number : condition.Number(key);
}
