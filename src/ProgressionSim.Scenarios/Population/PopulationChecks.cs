using System.Globalization;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Population;

/// <summary>Rules that tie several population settings together.</summary>
internal static class PopulationChecks
{
    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        var population = scenario.FindObject("population");
        if (population?.FindArray("correlations") is { } correlations)
        {
            CheckCorrelations(correlations, problems);
        }

        if (population?.FindArray("subgroups") is { } subgroups)
        {
            CheckShares(subgroups, problems);
        }
    }

    /// <summary>Reports that a time of enrolment is needed and missing.</summary>
    /// <param name="scenario">The whole scenario.</param>
    /// <param name="asking">The value that asks for it.</param>
    /// <param name="path">Path of that value.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void CheckEnrolmentIsKnown(DocumentObject scenario, DocumentNode asking, string path, ProblemList problems)
    {
        if (scenario.Find("population") is DocumentObject population && population.Find("enrolmentMonths") is null
            && scenario.FindObject("trial")?.Find("enrolment") is null)
        {
            problems.Wrong(
                asking,
                path,
                "It counts from enrolment, so population.enrolmentMonths must say how many months after symptom onset that is.",
                "For one year, write \"enrolmentMonths\": 12 in population.");
        }
    }

    private static void CheckShares(DocumentArray subgroups, ProblemList problems)
    {
        var sum = subgroups.Items.OfType<DocumentObject>().Sum(subgroup => subgroup.Find("share")?.Number ?? 0);
        if (sum > 1 + 1e-9)
        {
            problems.Add(
                subgroups.Origin,
                "population.subgroups",
                string.Create(CultureInfo.InvariantCulture, $"population.subgroups has shares that add to {sum:0.######}"),
                "They are shares of all patients, so together they must be at most 1.");
        }
    }

    private static void CheckCorrelations(DocumentArray correlations, ProblemList problems)
    {
        var pairs = new List<(string First, string Second, double Value)>();
        var nodes = new List<DocumentNode>();
        for (var i = 0; i < correlations.Items.Count; i++)
        {
            if (ReadPair(correlations.Items[i]) is not { } pair)
            {
                continue;
            }

            if (pairs.Exists(other => (other.First == pair.First && other.Second == pair.Second) || (other.First == pair.Second && other.Second == pair.First)))
            {
                var path = SettingPath.Item("population.correlations", i);
                problems.Add(correlations.Items[i].Origin, path, $"{path} repeats the pair {pair.First} and {pair.Second}", "Two quantities have one correlation.", "Keep one of the two.");
                continue;
            }

            pairs.Add(pair);
            nodes.Add(correlations.Items[i]);
        }

        // Quantities that no chain of pairs ties together cannot be at odds, so each tied set is judged by itself.
        while (pairs.Count > 0)
        {
            var tied = TiedTo(pairs[0].First, pairs);
            var last = pairs.FindLastIndex(pair => tied.Contains(pair.First, StringComparer.Ordinal));
            if (!GaussianCopula.IsPositiveDefinite(PatientPopulation.QuantityCount, pairs.Where(pair => tied.Contains(pair.First, StringComparer.Ordinal)).SelectMany(Expand)))
            {
                Report(nodes[last], tied, problems);
            }

            var kept = Enumerable.Range(0, pairs.Count).Where(index => !tied.Contains(pairs[index].First, StringComparer.Ordinal)).ToList();
            nodes = kept.ConvertAll(index => nodes[index]);
            pairs = kept.ConvertAll(index => pairs[index]);
        }
    }

    private static (string First, string Second, double Value)? ReadPair(DocumentNode item)
    {
        if (item is not DocumentObject correlation
            || correlation.Find("between") is not DocumentArray { Items: [{ Text: { } first }, { Text: { } second }] }
            || correlation.Find("value")?.Number is not { } value)
        {
            return null;
        }

        var known = PopulationMapping.QuantitiesByName;
        return first != second && known.ContainsKey(first) && known.ContainsKey(second) && Math.Abs(value) < 1 ? (first, second, value) : null;
    }

    private static IEnumerable<(int First, int Second, double Correlation)> Expand((string First, string Second, double Value) pair) =>
        from first in PopulationMapping.QuantitiesByName[pair.First]
        from second in PopulationMapping.QuantitiesByName[pair.Second]
        select ((int)first, (int)second, pair.Value);

    private static List<string> TiedTo(string quantity, List<(string First, string Second, double Value)> pairs)
    {
        var tied = new List<string> { quantity };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (first, second, _) in pairs)
            {
                var hasFirst = tied.Contains(first, StringComparer.Ordinal);
                if (hasFirst != tied.Contains(second, StringComparer.Ordinal))
                {
                    tied.Add(hasFirst ? second : first);
                    grown = true;
                }
            }
        }

        return tied;
    }

    private static void Report(DocumentNode node, List<string> tied, ProblemList problems)
    {
        var hint = tied.Contains("regionVulnerabilityFactor", StringComparer.Ordinal)
            ? " regionVulnerabilityFactor stands for four independent factors, so each of its correlations must be within -0.5 and 0.5."
            : "";
        problems.Add(
            node.Origin,
            "population.correlations",
            "population.correlations is not positive definite",
            $"No numbers can have all the correlations stated between {string.Join(", ", tied)}; a pair that is not stated counts as 0.",
            $"Make some of them weaker.{hint}");
    }
}
