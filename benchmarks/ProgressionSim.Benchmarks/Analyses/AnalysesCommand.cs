using System.Globalization;
using ProgressionSim.Benchmarks.Timing;

namespace ProgressionSim.Benchmarks.Analyses;

/// <summary>Times every analysis of a trial in under half a minute: user processor time on one thread, data as a trial hands them over.</summary>
internal static class AnalysesCommand
{
    private const int Rounds = 5;

    private const int Trials = 100;

    public static void Run()
    {
        Machine.Print("one thread");
        var generator = new TrialGenerator();
        SimulatedTrial[] trials = [.. Enumerable.Range(0, Trials).Select(_ => generator.Next())];
        Describe(trials);
        var analyses = Analyses(new AnalysisSet());
        Check(analyses, trials);
        TimedWorkload[] workloads = [.. analyses.Select(analysis => Timed(analysis, trials[..analysis.Trials]))];
        foreach (var workload in workloads)
        {
            workload.WarmUp();
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var workload in workloads)
            {
                workload.Measure();
            }
        }

        Print(analyses, workloads);
    }

    private static NamedAnalysis[] Analyses(AnalysisSet set) =>
    [
        new("log-rank", 100_000, 769, set.LogRank),
        new("random slope, REML, Satterthwaite", 80_000, 31, set.RandomSlope),
        new("MMRM, unstructured, baseline by visit, Satterthwaite", 12_000, 4.2, set.RepeatedMeasures),
        new("joint rank", 20_000, 206, set.JointRank),
        new("log-rank, 4 strata", null, null, set.StratifiedLogRank),
        new("Cox", null, null, set.Cox),
        new("restricted mean", null, null, set.RestrictedMean),
        new("analysis of covariance, last visit", null, null, set.CovarianceAnalysis),
        new("Wilcoxon, last visit", null, null, set.Wilcoxon),
        new("worst rank", null, null, set.WorstRank),
        new("win ratio", null, null, set.WinRatioTest),
        new("Fisher, responders", null, null, AnalysisSet.Fisher),
        new("joint model", null, null, set.Joint, Trials: 5),
    ];

    private static TimedWorkload Timed(NamedAnalysis analysis, SimulatedTrial[] trials) => new(analysis.Name, trials.Length, count =>
    {
        for (var i = 0; i < count; i += trials.Length)
        {
            foreach (var trial in trials)
            {
                analysis.PValue(trial);
            }
        }
    });

    /// <summary>An analysis that gives up early would seem quick.</summary>
    private static void Check(NamedAnalysis[] analyses, SimulatedTrial[] trials)
    {
        foreach (var analysis in analyses)
        {
            if (trials.Take(analysis.Trials).Any(trial => analysis.PValue(trial) is not (>= 0 and <= 1)))
            {
                throw new InvalidOperationException($"A data set gave no answer: {analysis.Name}.");
            }
        }
    }

    private static void Describe(SimulatedTrial[] trials)
    {
        const double All = Trials * TrialGenerator.Patients;
        var deaths = trials.Sum(trial => trial.Deaths.Count(died => died));
        var seen = trials.Sum(trial => trial.LastChanges.Count(change => !double.IsNaN(change)));
        var patterns = trials.Average(trial => trial.Changes.Chunk(TrialGenerator.Visits - 1).Select(Pattern).Where(mask => mask != 0).Distinct().Count());
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Trials} trials of {TrialGenerator.Patients} patients and {TrialGenerator.Visits} visits: {deaths / All:P0} died, "
            + $"{seen / All:P0} seen at the last visit, {patterns:F0} patterns of visits a trial."));
        Console.Out.WriteLine();
    }

    private static int Pattern(double[] changes) => changes.Select((change, j) => double.IsNaN(change) ? 0 : 1 << j).Sum();

    private static void Print(NamedAnalysis[] analyses, TimedWorkload[] workloads)
    {
        var table = new TextTable("Analysis", "us each (range)", "a second", "target", "in R");
        foreach (var (analysis, workload) in analyses.Zip(workloads))
        {
            var median = workload.Microseconds.Median;
            var each = workload.Microseconds.Text(median < 10 ? "F2" : "F1");
            table.Add(analysis.Name, each, Number(1e6 / median), Number(analysis.Target), Number(analysis.InR));
        }

        table.Print();
    }

    private static string Number(double? value) => value is not { } number ? "" : number.ToString(number < 10 ? "N1" : "N0", CultureInfo.InvariantCulture);
}
