using ProgressionSim.Engine.Sampling;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>Rules of correlations of parameters: each is of two parameters that are there, and all can hold at once.</summary>
internal static class CorrelationChecks
{
    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    /// <param name="section">The group with parameters and correlations.</param>
    /// <param name="sectionPath">Its path.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(DocumentObject section, string sectionPath, ProblemList problems)
    {
        var parameters = section.FindArray(ParameterSettings.List)?.Items ?? [];
        var known = parameters.ConvertAll(item => (item as DocumentObject)?.Find(SettingCheck.PathKey)?.Text ?? "");
        var correlations = section.FindArray("correlations")?.Items ?? [];
        var pairs = new List<(int First, int Second, double Value)>();
        DocumentNode? last = null;
        for (var i = 0; i < correlations.Count; i++)
        {
            var path = SettingPath.Item($"{sectionPath}.correlations", i);
            if (ReadPair(correlations[i], known, path, problems) is not { } pair)
            {
                continue;
            }

            if (pairs.Exists(other => (other.First, other.Second) == (pair.First, pair.Second)))
            {
                problems.Add(
                    correlations[i].Origin,
                    path,
                    $"{path} repeats the pair {known[pair.First]} and {known[pair.Second]}",
                    "Two parameters have one correlation.",
                    "Keep one of the two.");
                continue;
            }

            pairs.Add(pair);
            last = correlations[i];
        }

        if (last is not null && known.Count <= ParameterSettings.Maximum && !GaussianCopula.IsPositiveDefinite(known.Count, pairs))
        {
            problems.Add(
                last.Origin,
                $"{sectionPath}.correlations",
                $"{sectionPath}.correlations is not positive definite",
                "No numbers can have all the correlations stated; a pair that is not stated counts as 0.",
                "Make some of them weaker.");
        }
    }

    private static (int First, int Second, double Value)? ReadPair(DocumentNode item, List<string> known, string path, ProblemList problems)
    {
        if ((item as DocumentObject)?.Find("between") is not DocumentArray { Items: [{ Text: { } first }, { Text: { } second }] } between)
        {
            return null;
        }

        var indices = new[] { known.IndexOf(first), known.IndexOf(second) };
        for (var end = 0; end < 2; end++)
        {
            if (indices[end] < 0)
            {
                problems.Wrong(
                    between.Items[end],
                    SettingPath.Item($"{path}.between", end),
                    "There is no parameter with that path; it must be written as in parameters.",
                    NearestName.Suggest(between.Items[end].Text!, known));
            }
        }

        if (first == second)
        {
            problems.Wrong(between.Items[1], SettingPath.Item($"{path}.between", 1), "The two paths must differ.");
        }

        return indices is [>= 0, >= 0] && indices[0] != indices[1] && ((DocumentObject)item).Find("value")?.Number is { } value && Math.Abs(value) < 1
            ? (Math.Min(indices[0], indices[1]), Math.Max(indices[0], indices[1]), value)
            : null;
    }
}
