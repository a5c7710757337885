namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>Short names of settings for figures.</summary>
internal static class ParameterNames
{
    // What says nothing without the setting that it belongs to, and that setting without its own.
    private static readonly string[] OfDistributions = ["median", "mean", "value", "cv", "sd", "min", "max"];

    /// <summary>The last parts of each path, as many as tell the settings apart: two, three when the last says what of a distribution is meant.</summary>
    public static IReadOnlyList<string> Short(IReadOnlyList<string> paths)
    {
        string[] names = [.. paths.Select(path => Last(path, 2))];
        for (var parts = 3; parts <= 8; parts++)
        {
            var repeated = names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = repeated.Contains(names[i]) ? Last(paths[i], parts) : names[i];
            }
        }

        return names;
    }

    private static string Last(string path, int parts)
    {
        var all = path.Split('.');
        var wanted = parts == 2 && OfDistributions.Contains(all[^1], StringComparer.Ordinal) && all[^2].Length < 12 ? 3 : parts;
        return string.Join('.', all.Skip(all.Length - wanted));
    }
}
