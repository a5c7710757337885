namespace ProgressionSim.Scenarios.Validation;

/// <summary>Finds the name a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    private const int LongestCompared = 100;

    /// <summary>A "Did you mean" sentence, or empty when no known name is close.</summary>
    /// <param name="typed">The unknown name.</param>
    /// <param name="known">Names that would be right.</param>
    public static string Suggest(string typed, IEnumerable<string> known) => Find(typed, known) is { } name ? $"Did you mean \"{name}\"?" : "";

    /// <summary>The closest known name, or null when none is within about a third of its length.</summary>
    public static string? Find(string typed, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var name in known)
        {
            if (typed.Length > LongestCompared || name.Length > LongestCompared)
            {
                continue;
            }

            var distance = string.Equals(typed, name, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(typed, name);
            if (distance < bestDistance && distance <= Math.Max(1, Math.Max(typed.Length, name.Length) / 3))
            {
                best = name;
                bestDistance = distance;
            }
        }

        return best;
    }

    // Edits of one character plus swaps of neighbours (restricted Damerau-Levenshtein), keeping the last three rows of the table.
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + changed);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
