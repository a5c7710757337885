using System.Diagnostics;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Timing;

/// <summary>Finds what the start of a treatment changes, on the same patients throughout.</summary>
public static class TimingRun
{
    /// <summary>Runs a timing experiment.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TimingResult Run(TimingPlan plan, int? threads = null, Action<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var rules = plan.Question.Rules;
        rules = rules with { FastAboveProgressionRate = rules.FastAboveProgressionRate ?? OutcomeGroups.MedianProgressionRate(plan.Run) };
        var run = TimingArms.Of(plan, plan.Run);
        var record = OutcomeRun.Run(run, rules, threads, done => progress?.Invoke(new ExperimentProgress("patients", done, run.Patients)), cancellation);
        var curves = new DelayCurves(plan, record);
        return new TimingResult
        {
            Plan = plan,
            Run = run,
            Rules = rules,
            Record = record,
            Curves = curves.All(),
            Triggers = curves.Triggers(),
            View = TypicalPatient.Find(plan, run, rules, threads, cancellation),
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }
}
