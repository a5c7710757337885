using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Precision;
using ProgressionSim.Summaries.Contrasts;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries;

/// <summary>The results of a run: what summary.json, tables, figures and the report are made from.</summary>
public sealed record RunSummary
{
    /// <summary>What was run.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Wall-clock time of the simulation, seconds; differs between runs.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Patients simulated per second, each with all arms; differs between runs.</summary>
    public required double PatientsPerSecond { get; init; }

    /// <summary>Patients analysed in every arm.</summary>
    public required long PatientsAnalysed { get; init; }

    /// <summary>Patients left out of every arm because their untreated twin reached no report origin.</summary>
    public required long PatientsWithoutOrigin { get; init; }

    /// <summary>Months of every series, from the report origin; consecutive whole numbers.</summary>
    public required IReadOnlyList<int> Months { get; init; }

    /// <summary>Arms in the plan's order.</summary>
    public required IReadOnlyList<ArmSummary> Arms { get; init; }

    /// <summary>Contrasts: each arm against the first, then against the second and so on.</summary>
    public required IReadOnlyList<ContrastSeries> Contrasts { get; init; }

    /// <summary>Courses of the first patients, by patient, then arm.</summary>
    public required IReadOnlyList<ExampleCourse> Examples { get; init; }

    /// <summary>What was asked for instead of a number of patients, and what it came to; empty when the number was asked for.</summary>
    public IReadOnlyList<PrecisionReached> Precision { get; init; } = [];

    /// <summary>Summarises a run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="version">Version of the program.</param>
    public static RunSummary Of(RunResult result, string version) => new()
    {
        Plan = result.Plan,
        Version = version,
        ElapsedSeconds = result.ElapsedSeconds,
        PatientsPerSecond = result.PatientsPerSecond,
        PatientsAnalysed = result.Record.Patients,
        PatientsWithoutOrigin = result.Record.WithoutOrigin,
        Months = result.Record.Shape.Grid.Months,
        Arms = [.. Enumerable.Range(0, result.Plan.Arms.Count).Select(arm => ArmSummary.Of(result.Plan, result.Record, arm))],
        Contrasts = [.. ContrastSeries.AllOf(result.Record)],
        Examples = ExampleCourse.AllOf(result.Record),
    };

    /// <summary>Place of a month in every series.</summary>
    /// <param name="month">A month of <see cref="Months"/>.</param>
    public int MonthIndex(int month) => month - Months[0];

    /// <summary>The contrast of two different arms, turned round when it is kept the other way.</summary>
    /// <param name="arm">Place of the arm whose values are taken.</param>
    /// <param name="against">Place of the arm whose values are subtracted.</param>
    /// <param name="measure">Name of the measure.</param>
    /// <exception cref="ArgumentException">There is no such contrast.</exception>
    public ContrastSeries Contrast(int arm, int against, string measure)
    {
        var (first, second) = (Math.Max(arm, against), Math.Min(arm, against));
        var kept = Contrasts.FirstOrDefault(contrast => contrast.Arm == first && contrast.Against == second && contrast.Measure == measure)
            ?? throw new ArgumentException($"No contrast of \"{measure}\" between arms {arm} and {against}.", nameof(measure));
        return arm == first ? kept : kept.Reversed();
    }
}
