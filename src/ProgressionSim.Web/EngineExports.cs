using System.Globalization;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Page;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Web;

/// <summary>
/// What the page's worker calls. A run is opened, simulated a few patients at a time between messages from the page, and asked for what it knows so far. Results
/// are JSON; an error is an exception, which reaches the worker as one of its own.
/// </summary>
[SupportedOSPlatform("browser")]
internal static partial class EngineExports
{
    private static readonly string Version = typeof(EngineExports).Assembly.GetName().Version!.ToString(3);

    private static readonly Dictionary<string, ScenarioResult> Scenarios = new(StringComparer.Ordinal);
    private static readonly Dictionary<int, RunRecord> Others = [];

    private static (string Key, RunPlan Plan)? latest;
    private static ProgressiveRun? run;

    /// <summary>Version of the program and number of lanes, as JSON.</summary>
    [JSExport]
    internal static string About() => $$"""{"version":"{{Version}}","lanes":{{Simulation.Lanes}}}""";

    /// <summary>Opens a run, which ends the one before.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    /// <returns>What is wrong with the scenario; null when it can be run.</returns>
    [JSExport]
    internal static string? Open(string scenario, string[] sets)
    {
        try
        {
            var plan = Plan(scenario, sets) with { RecordedMeasures = PageResult.Measures };
            run?.Dispose();
            run = new ProgressiveRun(plan);
            Others.Clear();
            return null;
        }
        catch (PlanNotPossibleException problems)
        {
            return problems.Message;
        }
    }

    /// <summary>Patients that the open run has in all.</summary>
    [JSExport]
    internal static int Patients() => (int)run!.Patients;

    /// <summary>Simulates patients of the open run.</summary>
    /// <param name="first">First patient.</param>
    /// <param name="count">Number of patients.</param>
    [JSExport]
    internal static void Simulate(int first, int count) => run!.Simulate(first, count);

    /// <summary>What this worker has simulated of the open run, for the worker that puts the parts together.</summary>
    [JSExport]
    internal static byte[] Part() => run!.Bytes;

    /// <summary>Takes what another worker has simulated of the open run; replaces what it gave before.</summary>
    /// <param name="worker">Number of the worker.</param>
    /// <param name="part">Its <see cref="Part"/>.</param>
    [JSExport]
    internal static void Take(int worker, byte[] part) => Others[worker] = run!.RecordOf(part);

    /// <summary>The open run so far, with the parts of other workers; see <see cref="PageResult"/>. The hash is that of the scenario without its sets.</summary>
    [JSExport]
    internal static string Result() => PageResult.Json(RunSummary.Of(run!.Result(Others.Values), Version));

    /// <summary>SHA-256 of a scenario with its sets, as the command line gives it.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    [JSExport]
    internal static string Sha256(string scenario, string[] sets) => Load(scenario, sets).Scenario!.Sha256;

    /// <summary>The typical patient of a scenario; see <see cref="PageMeanField"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    [JSExport]
    internal static string Typical(string scenario, string[] sets)
    {
        var plan = Plan(scenario, sets);
        return PageMeanField.Json(plan, MeanField.Of(plan));
    }

    /// <summary>The first patients of a scenario; see <see cref="PageCourses"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    /// <param name="patients">Their number.</param>
    [JSExport]
    internal static string Courses(string scenario, string[] sets, int patients) =>
        Courses(Plan(scenario, sets), Enumerable.Range(0, patients).Select(patient => (patient, 0u)));

    /// <summary>One patient of a scenario, lived again and again with other chance; see <see cref="PageCourses"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    /// <param name="patient">Number of the patient.</param>
    /// <param name="count">How often; the first is the patient as in the run.</param>
    [JSExport]
    internal static string Futures(string scenario, string[] sets, int patient, int count) =>
        Courses(Plan(scenario, sets), Enumerable.Range(0, count).Select(repetition => (patient, (uint)repetition)));

    /// <summary>A scenario as a file that stands alone.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    [JSExport]
    internal static string Scenario(string scenario, string[] sets) => StandAloneScenario.Text(ScenarioFiles.Teaching(scenario), [.. Overrides(sets)]);

    /// <summary>Trials with and without the drug's effect; see <see cref="PageTrial"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder that has a trial.</param>
    /// <param name="sets">Texts of the form <c>path=number</c>.</param>
    /// <param name="trials">Number of trials of either kind.</param>
    /// <param name="progress">Told what is being done, how much of it is done, and how much there is.</param>
    [JSExport]
    internal static string Trials(
        string scenario,
        string[] sets,
        int trials,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.Number, JSType.Number>>] Action<string, int, int> progress)
    {
        var design = Load(scenario, sets).Trial!;
        var simulation = new TrialSimulation(design, design.Patients, threads: 1, step => progress(step.Stage, (int)step.Done, (int)step.Total));
        return PageTrial.Json(
            design, TrialEstimate.Of(simulation, 0, trials, Hypothesis.Alternative), TrialEstimate.Of(simulation, 0, trials, Hypothesis.Null));
    }

    private static string Courses(RunPlan plan, IEnumerable<(int Patient, uint Repetition)> which)
    {
        var recorded = plan with { RecordedMeasures = PageCourses.Measures };
        return PageCourses.Json(plan, [.. which.Select(each => (ProgressiveRun.OnePatient(recorded, each.Patient, each.Repetition), each.Patient, each.Repetition))]);
    }

    /// <summary>
    /// The plan of a scenario with other numbers; made from the scenario as it was loaded, which takes a tenth of the time that loading it takes, and kept for the
    /// next question about the same numbers.
    /// </summary>
    private static RunPlan Plan(string scenario, string[] sets)
    {
        var key = string.Join('\n', [scenario, .. sets]);
        if (latest?.Key == key)
        {
            return latest.Value.Plan;
        }

        if (!Scenarios.TryGetValue(scenario, out var loaded))
        {
            Scenarios[scenario] = loaded = Load(scenario, []);
        }

        var plan = loaded.Plans!.Plan([.. Overrides(sets).Select(change => new ParameterValue(change.Path, double.Parse(change.Value, CultureInfo.InvariantCulture)))]);
        latest = (key, plan);
        return plan;
    }

    private static ScenarioResult Load(string scenario, string[] sets)
    {
        var loaded = ScenarioLoader.Load(ScenarioFiles.Teaching(scenario), sets);
        return loaded.Succeeded ? loaded : throw new ArgumentException(ProblemText.Render(loaded.File, loaded.Problems), nameof(sets));
    }

    private static IEnumerable<ScenarioOverride> Overrides(string[] sets) =>
        sets.Select(set => set.Split('=', 2)).Select(set => new ScenarioOverride(set[0], set[1], $"{set[0]}={set[1]}"));
}
