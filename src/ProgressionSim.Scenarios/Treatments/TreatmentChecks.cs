using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Treatments;

/// <summary>Rules that tie several settings of a treatment together: compartments exist and the drug reaches where it acts.</summary>
internal static class TreatmentChecks
{
    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        foreach (var (name, node) in scenario.FindObject("treatments")?.Members ?? [])
        {
            if (node is not DocumentObject treatment || treatment.Find("kind")?.Text != TreatmentSettings.Antisense)
            {
                continue;
            }

            if (treatment.FindObject("pharmacokinetics") is { } pharmacokinetics)
            {
                CheckCompartments(pharmacokinetics, $"treatments.{name}.pharmacokinetics", problems);
            }

            if (treatment.FindObject("schedule") is { } schedule)
            {
                CheckEscalation(schedule, $"treatments.{name}.schedule", problems);
            }
        }
    }

    private static void CheckEscalation(DocumentObject schedule, string path, ProblemList problems)
    {
        if (schedule.FindArray("loadingMilligrams") is not { } amounts)
        {
            return;
        }

        if (schedule.FindArray("loadingDays") is { } days && days.Items.Count != amounts.Items.Count)
        {
            problems.Wrong(amounts, $"{path}.loadingMilligrams", "There must be as many amounts as loadingDays.");
        }

        if (schedule.Find("missedDoseProbability")?.Number is > 0)
        {
            problems.Wrong(
                schedule.Find("missedDoseProbability")!,
                $"{path}.missedDoseProbability",
                "With loadingMilligrams it must be 0: a part of a dose cannot be missed.",
                "Leave one of the two out.");
        }
    }

    private static void CheckCompartments(DocumentObject pharmacokinetics, string path, ProblemList problems)
    {
        if (pharmacokinetics.FindArray("compartments") is not { } compartments)
        {
            return;
        }

        var names = compartments.Items.Select(item => (item as DocumentObject)?.Find("name")?.Text).ToList();
        if (names.Count == 0 || names.Contains(null))
        {
            return;
        }

        var known = names.ConvertAll(name => name!);
        var reached = new HashSet<string>(StringComparer.Ordinal) { known[0] };
        var links = Links(pharmacokinetics, path, known, problems);
        for (var grown = true; grown;)
        {
            grown = links.Exists(link => reached.Contains(link.First) != reached.Contains(link.Second) && (reached.Add(link.First) | reached.Add(link.Second)));
        }

        if (pharmacokinetics.Find("effectCompartment") is not { Text: { } effect } node)
        {
            return;
        }

        var effectPath = $"{path}.effectCompartment";
        if (!known.Contains(effect, StringComparer.Ordinal))
        {
            ReportUnknown(node, effectPath, effect, known, problems);
        }
        else if (!reached.Contains(effect) && links.TrueForAll(link => known.Contains(link.First, StringComparer.Ordinal) && known.Contains(link.Second, StringComparer.Ordinal)))
        {
            problems.Wrong(
                node,
                effectPath,
                $"No exchange leads to it from the dosed compartment, which is \"{known[0]}\", so the drug would never act.",
                "Add an exchange to exchanges.");
        }
    }

    private static List<(string First, string Second)> Links(DocumentObject pharmacokinetics, string path, List<string> known, ProblemList problems)
    {
        var links = new List<(string, string)>();
        var exchanges = pharmacokinetics.FindArray("exchanges")?.Items ?? [];
        for (var i = 0; i < exchanges.Count; i++)
        {
            if ((exchanges[i] as DocumentObject)?.Find("between") is not DocumentArray { Items: [{ Text: { } first }, { Text: { } second }] } pair)
            {
                continue;
            }

            links.Add((first, second));
            for (var end = 0; end < 2; end++)
            {
                if (!known.Contains(pair.Items[end].Text!, StringComparer.Ordinal))
                {
                    ReportUnknown(pair.Items[end], SettingPath.Item($"{SettingPath.Item($"{path}.exchanges", i)}.between", end), pair.Items[end].Text!, known, problems);
                }
            }
        }

        return links;
    }

    private static void ReportUnknown(DocumentNode node, string path, string name, List<string> known, ProblemList problems) =>
        problems.Wrong(node, path, $"There is no compartment of that name; there are {string.Join(", ", known.Select(each => $"\"{each}\""))}.", NearestName.Suggest(name, known));
}
