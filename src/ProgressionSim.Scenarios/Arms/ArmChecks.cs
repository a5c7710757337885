using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Population;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Arms;

/// <summary>Rules that tie arms to treatments and starts to what they need.</summary>
internal static class ArmChecks
{
    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        var arms = scenario.FindArray("arms")?.Items ?? [];
        for (var i = 0; i < arms.Count; i++)
        {
            if (arms[i] is DocumentObject arm)
            {
                CheckArm(scenario, arm, SettingPath.Item("arms", i), problems);
            }
        }
    }

    private static void CheckArm(DocumentObject scenario, DocumentObject arm, string path, ProblemList problems)
    {
        var armStart = arm.Find("start");
        CheckStart(scenario, armStart as DocumentObject, $"{path}.start", problems);
        var known = (scenario.FindObject("treatments")?.Members ?? []).Where(member => !member.Value.IsNull).Select(member => member.Key).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var startIsMissing = false;
        var items = arm.FindArray("treatments")?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var itemPath = SettingPath.Item($"{path}.treatments", i);
            var group = items[i] as DocumentObject;
            var name = group is null ? items[i] : group.Find("use");
            var namePath = group is null ? itemPath : $"{itemPath}.use";
            CheckStart(scenario, group?.FindObject("start"), $"{itemPath}.start", problems);
            startIsMissing |= armStart is null && group?.Find("start") is null;
            if (name?.Text is not { } text)
            {
                continue;
            }

            if (!known.Contains(text, StringComparer.Ordinal))
            {
                var rule = known.Count == 0
                    ? "The scenario has no treatments."
                    : $"There is no treatment of that name; there are {string.Join(", ", known.Select(each => $"\"{each}\""))}.";
                var suggestion = known.Count == 0 ? "Add it to treatments, or name a file in extends that has it." : NearestName.Suggest(text, known);
                problems.Wrong(name, namePath, rule, suggestion);
            }
            else if (!used.Add(text))
            {
                problems.Wrong(name, namePath, "The arm has this treatment already, and can have each only once.", "For a second course, define the treatment again under another name.");
            }
        }

        if (startIsMissing)
        {
            problems.Add(
                arm.Origin,
                $"{path}.start",
                $"{path}.start is missing",
                "The arm has a treatment without a start of its own, so the arm must say when treatment starts.",
                """For symptom onset, write "start": { "at": "symptomOnset" }.""");
        }
    }

    /// <summary>Reports settings of a start that do not go together, and what it counts from when that is not known.</summary>
    /// <param name="scenario">The whole scenario.</param>
    /// <param name="start">The start; null for none.</param>
    /// <param name="path">Its path.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void CheckStart(DocumentObject scenario, DocumentObject? start, string path, ProblemList problems)
    {
        if (start?.Find("at") is not { Text: { } at } node || !ArmSettings.Starts.ContainsKey(at))
        {
            return;
        }

        Belongs(start, at, "ageYears", "age", isNeeded: true, path, problems);
        Belongs(start, at, "pgPerMl", "neurofilamentAbove", isNeeded: true, path, problems);
        Belongs(start, at, "screeningIntervalMonths", "neurofilamentAbove", isNeeded: false, path, problems);
        if (at == "enrolment")
        {
            PopulationChecks.CheckEnrolmentIsKnown(scenario, node, $"{path}.at", problems);
        }
    }

    /// <summary>Reports a setting of a start that belongs to another start, or one that is missing.</summary>
    /// <param name="start">The start.</param>
    /// <param name="at">What it is counted from.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="owner">The start it belongs to.</param>
    /// <param name="isNeeded">True when that start needs it.</param>
    /// <param name="path">Path of the start.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void Belongs(DocumentObject start, string at, string name, string owner, bool isNeeded, string path, ProblemList problems)
    {
        var value = start.Find(name);
        if (at == owner && value is null && isNeeded)
        {
            problems.Add(start.Origin, $"{path}.{name}", $"{path}.{name} is missing", $"A start at \"{owner}\" needs it.");
        }
        else if (at != owner && value is not null)
        {
            problems.Wrong(value, $"{path}.{name}", $"It counts only with \"at\": \"{owner}\", but at is \"{at}\".");
        }
    }
}
