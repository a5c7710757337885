using System.Globalization;
using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Timing;

/// <summary>Rules that tie the settings of the section together and to the arms.</summary>
internal static class TimingChecks
{
    private const string Section = TimingSettings.Section;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(ExperimentView view, ProblemList problems)
    {
        if (view.Scenario.FindObject(Section) is not { } timing)
        {
            return;
        }

        if (QuestionChecks.CheckArm(view, timing, Section, mayBeFirst: false, problems) is { } arm)
        {
            CheckMoved(view, timing, arm, problems);
        }

        QuestionChecks.CheckMonth(view, timing, Section, problems);
        if (timing.Find("at")?.Text is { } at && TimingSettings.Moments.Contains(at, StringComparer.Ordinal))
        {
            ArmChecks.CheckStart(view.Scenario, timing, Section, problems);
        }

        CheckOffsets(view, timing, problems);
        CheckTriggers(view, timing, problems);
        var starts = (timing.FindArray("offsetsMonths")?.Items.Count ?? 0) + (timing.FindArray("triggers")?.Items.Count ?? 0);
        QuestionChecks.CheckWork(timing, Section, starts, "starts", view.Patients, 1, "patients", problems);
    }

    private static void CheckMoved(ExperimentView view, DocumentObject timing, int arm, ProblemList problems)
    {
        var name = timing.Find("arm")!;
        if (arm == 0)
        {
            problems.Wrong(
                name,
                $"{Section}.arm",
                "Every start is compared with the first arm, and the scenario has no other.",
                """Put an arm before it, for example { "name": "untreated" }.""");
        }
        else if (view.Arms[arm].Find("treatments") is not DocumentArray { Items.Count: > 0 })
        {
            var treated = view.TreatedArms.Select(each => view.ArmNames[each]).ToList();
            problems.Wrong(
                name,
                $"{Section}.arm",
                "It has no treatments, so there is no start to move.",
                treated.Count > 0 ? $"Name an arm with treatments: {QuestionChecks.Quoted(treated)}." : "Give it a treatment.");
        }
        else if (MovedTreatments.Of(view.Arms[arm]) is not { Start: var start })
        {
            if (HasOwnStarts(view.Arms[arm]))
            {
                problems.Add(
                    name.Origin.IsDefault ? timing.Origin : name.Origin,
                    $"{Section}.arm",
                    $"{Section}.arm is {name.AsTyped}",
                    "Each of its treatments has a start of its own, and they differ, so none can be moved: a treatment that is moved takes the arm's start.",
                    "In that arm, leave out the start of the treatment to be moved, and write \"start\" for the arm.");
            }
        }
        else if (timing.Find("at") is null && start.Find("at")?.Text == "age")
        {
            problems.Add(
                timing.Origin,
                $"{Section}.at",
                $"{Section}.at is missing",
                "The arm itself starts at an age, and starts that are compared are counted from a moment of the disease.",
                "For symptom onset, write \"at\": \"symptomOnset\".");
        }
    }

    private static bool HasOwnStarts(DocumentObject arm) =>
        arm.FindArray("treatments")!.Items.TrueForAll(item => (item as DocumentObject)?.FindObject("start") is not null);

    private static void CheckOffsets(ExperimentView view, DocumentObject timing, ProblemList problems)
    {
        const string path = $"{Section}.offsetsMonths";
        if (timing.FindArray("offsetsMonths") is not { Items.Count: > 0 } list || list.Items.Exists(item => item.Number is null))
        {
            return;
        }

        var offsets = list.Items.ConvertAll(item => item.Number!.Value);
        var sorted = offsets.Distinct().Order().ToList();
        if (sorted.Count is < TimingSettings.FewestStarts or > TimingSettings.MostStarts)
        {
            problems.Add(
                list.Origin,
                path,
                Invariant($"{path} has {sorted.Count} {(sorted.Count == 1 ? "start" : "starts")}"),
                Invariant($"Starts are compared with each other, so there must be {TimingSettings.FewestStarts} to {TimingSettings.MostStarts}."),
                sorted.Count < TimingSettings.FewestStarts ? "For example [-12, -6, 0, 6, 12]." : "");
        }
        else if (!sorted.SequenceEqual(offsets))
        {
            problems.Add(
                list.Origin,
                path,
                $"{path} does not rise",
                "Starts stand in the order of time, each once.",
                $"Write [{string.Join(", ", sorted.Select(offset => Invariant($"{offset}")))}].");
        }

        for (var i = 0; i < Math.Min(list.Items.Count, TimingSettings.MostStarts); i++)
        {
            LateStarts.Check(view, timing, Section, timing.Find("at")?.Text, list.Items[i], SettingPath.Item(path, i), problems);
        }
    }

    private static void CheckTriggers(ExperimentView view, DocumentObject timing, ProblemList problems)
    {
        var triggers = timing.FindArray("triggers")?.Items ?? [];
        for (var i = 0; i < triggers.Count; i++)
        {
            if ((triggers[i] as DocumentObject)?.FindObject("start") is { } start)
            {
                var path = $"{SettingPath.Item($"{Section}.triggers", i)}.start";
                ArmChecks.CheckStart(view.Scenario, start, path, problems);
                LateStarts.Check(view, timing, Section, start.Find("at")?.Text, start.Find("offsetMonths"), $"{path}.offsetMonths", problems);
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
