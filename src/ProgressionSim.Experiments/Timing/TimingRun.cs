using System.Diagnostics;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Timing;

/// <summary>Finds what the start of a treatment changes, on the same patients throughout.</summary>
public static class TimingRun
{
    /// <summary>Runs a timing experiment.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="uncertain">Parameters whose uncertainty the answers are to carry; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value of an uncertain parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TimingResult Run(
        TimingPlan plan, UncertainScenario? uncertain = null, int? threads = null, Action<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var rules = plan.Question.Rules;
        rules = rules with { FastAboveProgressionRate = rules.FastAboveProgressionRate ?? OutcomeGroups.MedianProgressionRate(plan.Run) };
        var run = TimingArms.Of(plan, plan.Run);
        var record = OutcomeRun.Run(run, rules, threads, done => progress?.Invoke(new ExperimentProgress("patients", done, run.Patients)), cancellation);
        var curves = new DelayCurves(plan, record);
        var uncertainty = uncertain is null
            ? null
            : UncertaintyRun.Replicates(uncertain, record, other => TimingArms.Of(plan, other), plan.Question.Outcome, rules, VarianceArms(plan), threads, progress, cancellation);
        return new TimingResult
        {
            Plan = plan,
            Run = run,
            Rules = rules,
            Record = record,
            Curves = curves.All(),
            Triggers = curves.Triggers(),
            View = TypicalPatient.Find(plan, run, rules, threads, cancellation),
            Uncertainty = uncertainty is null ? null : new TimingUncertainty(plan, uncertainty),
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }

    /// <summary>Untreated, the earliest start, the latest start.</summary>
    private static int[] VarianceArms(TimingPlan plan) => [0, TimingResult.ArmOf(0), TimingResult.ArmOf(plan.OffsetsMonths.Count - 1)];
}
