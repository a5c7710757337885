using System.Text;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>Short names of settings for figures, in words: <c>disease.death.ratePerMonth</c> is the death rate per month.</summary>
internal static class ParameterNames
{
    // What fits beside an axis.
    private const int Longest = 28;

    // What says nothing without the setting that it belongs to.
    private static readonly string[] OfDistributions = ["median", "mean", "value", "cv", "sd", "min", "max", "mode"];

    /// <summary>
    /// The last two parts of each path, the last alone where two are too long for a figure, more where it takes more to tell the settings apart.
    /// </summary>
    public static IReadOnlyList<string> Short(IReadOnlyList<string> paths)
    {
        string[] names = [.. paths.Select(Wanted)];
        for (var parts = 2; parts <= paths.Max(path => path.Split('.').Length); parts++)
        {
            var repeated = names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = repeated.Contains(names[i]) ? Last(paths[i], parts) : names[i];
            }
        }

        return [.. names.Select(InWords)];
    }

    private static string Wanted(string path)
    {
        var two = Last(path, 2);
        var one = Last(path, 1);
        return two.Length > Longest && !OfDistributions.Contains(one, StringComparer.Ordinal) ? one : two;
    }

    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            words.Append(letter == '.' || char.IsUpper(letter) ? " " : "").Append(letter == '.' ? "" : char.ToLowerInvariant(letter).ToString());
        }

        return words.ToString();
    }

    private static string Last(string path, int parts)
    {
        var all = path.Split('.');
        return string.Join('.', all.Skip(all.Length - parts));
    }
}
