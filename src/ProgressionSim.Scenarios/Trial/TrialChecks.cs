using System.Globalization;
using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules that tie the settings of a trial together: arms, size and enrolment here, the rest part by part.</summary>
internal static class TrialChecks
{
    private const string Enrolment = "enrolment";
    private const int SlicesOfBank = 10;
    private const double LeastBank = 100;
    private const double MostReplicates = 1_000_000;
    private const double UsualBank = 40_000;
    private const double MostCandidates = 4_294_967_296;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        if (scenario.FindObject(TrialSettings.Section) is not { } trial)
        {
            return;
        }

        var view = new TrialView(scenario, trial);
        CheckArms(view, problems);
        CheckEnrolment(view, problems);
        CheckSize(view, problems);
        RecruitmentChecks.Check(view, problems);
        AdverseEventSettings.Check(view.Trial, TrialSettings.Section, problems);
        FollowUpChecks.Check(view, problems);
        EndpointChecks.Check(view, problems);
        InterimChecks.Check(view, problems);
        GeneratorChecks.Check(view, problems);
    }

    /// <summary>Reports a name that is none of those known.</summary>
    /// <param name="node">The name as written.</param>
    /// <param name="path">Its path.</param>
    /// <param name="noun">What it names, for example <c>arm of the trial</c>.</param>
    /// <param name="known">Names that would be right.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void CheckName(DocumentNode node, string path, string noun, IReadOnlyList<string> known, ProblemList problems)
    {
        if (node.Text is { } name && SettingCheck.IsName(name) && !known.Contains(name, StringComparer.Ordinal) && known.Count > 0)
        {
            problems.Wrong(node, path, $"There is no {noun} of that name; there are {Quoted(known)}.", NearestName.Suggest(name, known));
        }
    }

    /// <summary>Names in quotation marks.</summary>
    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static void CheckArms(TrialView view, ProblemList problems)
    {
        var armsOfScenario = (view.Scenario.FindArray("arms")?.Items ?? []).OfType<DocumentObject>().ToList();
        var arms = view.Trial.FindArray("arms")?.Items ?? [];
        for (var i = 0; i < arms.Count; i++)
        {
            if (arms[i] is not DocumentObject arm)
            {
                continue;
            }

            var path = $"{SettingPath.Item("trial.arms", i)}.arm";
            if (view.Generator is { } generator)
            {
                CheckEffect(generator, arm.Find("arm"), path, problems);
                continue;
            }

            var known = armsOfScenario.Select(each => each.Find("name")?.Text).OfType<string>().ToList();
            if (arm.Find("arm") is not { } node)
            {
                if (known.Count > 0)
                {
                    problems.Add(
                        arm.Origin,
                        path,
                        $"{path} is missing",
                        $"It says what the arm's patients get and must be an arm of the scenario; there are {Quoted(known)}.");
                }
            }
            else
            {
                CheckName(node, path, "arm of the scenario", known, problems);
                CheckStart(armsOfScenario.Find(each => each.Find("name")?.Text == node.Text), node, path, problems);
            }
        }
    }

    private static void CheckEffect(DocumentObject generator, DocumentNode? node, string path, ProblemList problems)
    {
        var effects = (generator.FindObject("effects")?.Members ?? []).Where(member => !member.Value.IsNull).Select(member => member.Key).ToList();
        if (node is not { Text: { } name } || effects.Contains(name, StringComparer.Ordinal) || !SettingCheck.IsName(name))
        {
            return;
        }

        var rule = effects.Count > 0 ? $"There is no effect of that name in trial.generator.effects; there are {Quoted(effects)}." : "The generator has no effects.";
        problems.Wrong(node, path, rule, effects.Count > 0 ? NearestName.Suggest(name, effects) : "For an arm without effect, leave it out.");
    }

    // Treatment before randomisation would differ between arms, which are alike until then.
    private static void CheckStart(DocumentObject? arm, DocumentNode node, string path, ProblemList problems)
    {
        foreach (var item in arm?.FindArray("treatments")?.Items ?? [])
        {
            var start = (item as DocumentObject)?.FindObject("start") ?? arm!.FindObject("start");
            var name = item.Text ?? (item as DocumentObject)?.Find("use")?.Text;
            if (start?.Find("at") is { Text: { } at } && name is not null && (at != Enrolment || start.Find("offsetMonths")?.Number < 0))
            {
                var when = at == Enrolment ? "before enrolment" : $"at \"{at}\"";
                problems.Wrong(
                    node,
                    path,
                    $"Arms of a trial are treated from enrolment on, but that arm starts \"{name}\" {when}.",
                    """In that arm, write "start": { "at": "enrolment" }.""");
                return;
            }
        }
    }

    private static void CheckEnrolment(TrialView view, ProblemList problems)
    {
        const string path = "trial.enrolment";
        var enrolment = view.Trial.Find(Enrolment);
        if (view.Generator is not null)
        {
            if (enrolment is not null)
            {
                problems.Wrong(enrolment, path, "Statistical patients begin at randomisation, so it counts only without a generator.");
            }
        }
        else if (enrolment is DocumentObject start)
        {
            if (start.Find("at")?.Text is { } at && FollowUpSettings.Enrolments.ContainsKey(at))
            {
                ArmChecks.Belongs(start, at, "pgPerMl", "neurofilamentAbove", isNeeded: true, path, problems);
                ArmChecks.Belongs(start, at, "screeningIntervalMonths", "neurofilamentAbove", isNeeded: false, path, problems);
            }
        }
        else if (enrolment is null && view.Scenario.FindObject("population") is { } population && population.Find("enrolmentMonths") is null)
        {
            problems.Add(
                view.Trial.Origin,
                path,
                $"{path} is missing",
                "A trial must say when patients are enrolled: there, or as population.enrolmentMonths after symptom onset.",
                """For one year after symptom onset, write "enrolment": { "at": "symptomOnset", "offsetMonths": 12 }.""");
        }
    }

    private static void CheckSize(TrialView view, ProblemList problems)
    {
        var replicates = view.Trial.Find("replicates");
        var bank = view.Trial.Find("patientBank");
        if (view.Trial.Find("patients") is { Number: > TrialDesign.MaximumPatients } patients)
        {
            var candidates = patients.Number.Value * Math.Max(1, replicates?.Number ?? 1) * Math.Max(1, view.ArmNames.Count);
            problems.Wrong(
                patients,
                "trial.patients",
                SettingCheck.Rule(TrialSettings.Patients),
                $"Simulating that many in each trial would take {ComputingTime.Describe(ComputingTime.Days(candidates))} on two cores. {TrialSettings.Patients.Advice}");
            return;
        }

        if (bank is { Number: >= LeastBank and { } size } && size < SlicesOfBank * view.MaximumPatients)
        {
            problems.Wrong(
                bank,
                "trial.patientBank",
                Invariant($"A bank has at least {SlicesOfBank} slices, each with patients enough for a trial of {view.MaximumPatients:#,0}, so it must hold at least {SlicesOfBank * view.MaximumPatients:#,0} candidates, and more with screening."),
                Invariant($"Write {BankFor(view):0}."));
        }

        if (bank is null && replicates?.Number is <= MostReplicates and { } trials && trials * view.MaximumPatients > MostCandidates)
        {
            problems.Wrong(
                replicates,
                "trial.replicates",
                Invariant($"With {view.MaximumPatients:#,0} patients of its own in every trial there would be {trials * view.MaximumPatients:#,0}; at most {MostCandidates:#,0} can be told apart."),
                Invariant($"""Write "patientBank": {BankFor(view):0}, or at most {Math.Floor(MostCandidates / view.MaximumPatients):0} replicates."""));
        }
    }

    private static double BankFor(TrialView view) => Math.Max(UsualBank, 2 * SlicesOfBank * view.MaximumPatients);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
