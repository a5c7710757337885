using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of events: they are known, and can happen in the trial.</summary>
internal static class EventChecks
{
    /// <summary>Reports every problem of an event; none is reported when it is missing.</summary>
    public static void Check(TrialView view, DocumentNode? node, string path, ProblemList problems)
    {
        if (node?.Text is { } name)
        {
            if (EndpointSettings.Events.TryGetValue(name, out var known))
            {
                CheckPossible(view, node, path, known.Death, known.Rescue, known.SymptomOnset, problems);
            }
            else if (SettingCheck.IsName(name))
            {
                problems.Wrong(
                    node,
                    path,
                    $"There is no event of that name; there are {TrialChecks.Quoted(EndpointSettings.Events.Keys)}.",
                    NearestName.Suggest(name, EndpointSettings.Events.Keys) is { Length: > 0 } suggestion
                        ? suggestion
                        : $$"""For an event of your own, write { "name": "{{name}}", "when": [ ... ] }.""");
            }
        }
        else if (node is DocumentObject parts)
        {
            var when = parts.FindArray("when");
            MeasureChecks.CheckConditions(view, when, ConditionSettings.Plain.Keys, atBaseline: false, $"{path}.when", problems);
            if (parts.Find("name")?.Text is { } own && EndpointSettings.Events.ContainsKey(own))
            {
                problems.Wrong(parts.Find("name")!, $"{path}.name", "That name stands for an event of its own.", "Write the name alone, or choose another.");
            }

            var (death, rescue, onset) = (Flag(parts, "death"), Flag(parts, "rescue"), Flag(parts, "symptomOnset"));
            if (!death && !rescue && !onset && when is null)
            {
                problems.Add(parts.Origin, path, $"{path} has no parts", "At least one of death, rescue, symptomOnset and when says what happens.");
            }
            else
            {
                CheckPossible(view, parts, path, death && !rescue && !onset && when is null, rescue, onset, problems);
            }
        }
    }

    private static void CheckPossible(TrialView view, DocumentNode node, string path, bool death, bool rescue, bool symptomOnset, ProblemList problems)
    {
        if (rescue && view.Trial.Find("rescue") is null)
        {
            problems.Wrong(node, path, "Rescue is a part of it, and the trial has none.", "Add trial.rescue, or choose another event.");
        }

        if (symptomOnset && view.Generator is not null)
        {
            problems.Wrong(node, path, "Patients of a generator have no symptom onset.");
        }
        else if (symptomOnset && view.EnrolsAfterSymptoms)
        {
            problems.Wrong(
                node,
                path,
                "Patients are enrolled after their first symptoms, so it cannot happen after randomisation.",
                "Enrol earlier with trial.enrolment.");
        }

        if (death && !rescue && !view.SomebodyDies)
        {
            problems.Wrong(
                node,
                path,
                "Nobody dies in trial.generator.",
                """Add "survival": { "medianMonths": 30 } there, or choose an analysis without event.""");
        }
    }

    private static bool Flag(DocumentObject parts, string name) => parts.Find(name) is DocumentValue { Kind: System.Text.Json.JsonValueKind.True };
}
