using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using ProgressionSim.Engine.Running;
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

    private static readonly Stopwatch Simulating = new();

    private static (string Key, ScenarioResult Scenario)? loaded;
    private static ProgressiveRun? run;

    /// <summary>Version of the program and number of lanes, as JSON.</summary>
    [JSExport]
    internal static string About() => $$"""{"version":"{{Version}}","lanes":{{Simulation.Lanes}}}""";

    /// <summary>Opens a run, which ends the one before.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>.</param>
    /// <returns>What is wrong with the scenario; null when it can be run.</returns>
    [JSExport]
    internal static string? Open(string scenario, string[] sets)
    {
        var result = Load(scenario, sets);
        if (!result.Succeeded)
        {
            return Problems(scenario, sets);
        }

        run?.Dispose();
        run = new ProgressiveRun(result.Plan with { RecordedMeasures = PageResult.Measures });
        Simulating.Reset();
        return null;
    }

    /// <summary>Simulates the next patients of the open run.</summary>
    /// <param name="patients">Their number.</param>
    /// <returns>Patients simulated so far.</returns>
    [JSExport]
    internal static int Simulate(int patients)
    {
        Simulating.Start();
        run!.Simulate(patients);
        Simulating.Stop();
        return (int)run.Done;
    }

    /// <summary>Patients that the open run has in all.</summary>
    [JSExport]
    internal static int Total() => (int)run!.Total;

    /// <summary>The open run so far; see <see cref="PageResult"/>.</summary>
    [JSExport]
    internal static string Result() => PageResult.Json(RunSummary.Of(run!.Result(Simulating.Elapsed.TotalSeconds), Version));

    /// <summary>The typical patient of a scenario; see <see cref="PageMeanField"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>.</param>
    [JSExport]
    internal static string Typical(string scenario, string[] sets)
    {
        var plan = Plan(scenario, sets);
        return PageMeanField.Json(plan, MeanField.Of(plan));
    }

    /// <summary>The first patients of a scenario; see <see cref="PageCourses"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>.</param>
    /// <param name="patients">Their number.</param>
    [JSExport]
    internal static string Courses(string scenario, string[] sets, int patients) =>
        Courses(Plan(scenario, sets), Enumerable.Range(0, patients).Select(patient => (patient, 0u)));

    /// <summary>One patient of a scenario, lived again and again with other chance; see <see cref="PageCourses"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>.</param>
    /// <param name="patient">Number of the patient.</param>
    /// <param name="count">How often; the first is the patient as in the run.</param>
    [JSExport]
    internal static string Futures(string scenario, string[] sets, int patient, int count) =>
        Courses(Plan(scenario, sets), Enumerable.Range(0, count).Select(repetition => (patient, (uint)repetition)));

    /// <summary>A scenario as a file that stands alone.</summary>
    /// <param name="scenario">A scenario of the teaching folder.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>.</param>
    [JSExport]
    internal static string Scenario(string scenario, string[] sets) => StandAloneScenario.Text(
        ScenarioFiles.Teaching(scenario),
        [.. sets.Select(set => set.Split('=', 2)).Select(set => new ScenarioOverride(set[0], set[1], $"{set[0]}={set[1]}"))]);

    /// <summary>Trials with and without the drug's effect; see <see cref="PageTrial"/>.</summary>
    /// <param name="scenario">A scenario of the teaching folder that has a trial.</param>
    /// <param name="sets">Texts of the form <c>path=value</c>.</param>
    /// <param name="trials">Number of trials of either kind.</param>
    /// <param name="progress">Told what is being done, how much of it is done, and how much there is.</param>
    [JSExport]
    internal static string Trials(
        string scenario,
        string[] sets,
        int trials,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.Number, JSType.Number>>] Action<string, int, int> progress)
    {
        var design = Load(scenario, sets) is { Succeeded: true, Trial: { } trial } ? trial : throw new ArgumentException(Problems(scenario, sets), nameof(sets));
        var simulation = new TrialSimulation(design, design.Patients, threads: 1, step => progress(step.Stage, (int)step.Done, (int)step.Total));
        return PageTrial.Json(
            design, TrialEstimate.Of(simulation, 0, trials, Hypothesis.Alternative), TrialEstimate.Of(simulation, 0, trials, Hypothesis.Null));
    }

    private static string Courses(RunPlan plan, IEnumerable<(int Patient, uint Repetition)> which)
    {
        var recorded = plan with { RecordedMeasures = PageCourses.Measures };
        return PageCourses.Json(plan, [.. which.Select(each => (ProgressiveRun.OnePatient(recorded, each.Patient, each.Repetition), each.Patient, each.Repetition))]);
    }

    private static RunPlan Plan(string scenario, string[] sets) => Load(scenario, sets).Plan ?? throw new ArgumentException(Problems(scenario, sets), nameof(sets));

    private static string Problems(string scenario, string[] sets)
    {
        var result = Load(scenario, sets);
        return ProblemText.Render(result.File, result.Problems);
    }

    /// <summary>Loads a scenario, unless it is the one loaded last: several questions are asked of one setting of the sliders.</summary>
    private static ScenarioResult Load(string scenario, string[] sets)
    {
        var key = string.Join('\n', [scenario, .. sets]);
        if (loaded?.Key != key)
        {
            loaded = (key, ScenarioLoader.Load(ScenarioFiles.Teaching(scenario), sets));
        }

        return loaded.Value.Scenario;
    }
}
