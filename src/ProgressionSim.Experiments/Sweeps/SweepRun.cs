using System.Diagnostics;
using ProgressionSim.Experiments.Cells;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Sweeps;

/// <summary>Runs a scenario over a grid of settings.</summary>
public static class SweepRun
{
    /// <summary>Runs a sweep.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="source">Makes the plans of the cells.</param>
    /// <param name="finished">Work done before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SweepResult Run(
        SweepPlan plan,
        IPlanSource source,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var cells = Cells(plan);
        var outcomes = CellRun.Run(
            source, cells, plan.Question, plan.Run.Patients, finished, threads, done => progress?.Invoke(new ExperimentProgress("cells", done, cells.Count)), cancellation);
        return new SweepResult { Plan = plan, Cells = outcomes, ElapsedSeconds = watch.Elapsed.TotalSeconds };
    }

    /// <summary>Number of units of work of a sweep.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="source">Makes the plans of the cells.</param>
    public static int Units(SweepPlan plan, IPlanSource source) => CellRun.Units(source, Cells(plan), plan.Run.Patients);

    private static List<ParameterValue[]> Cells(SweepPlan plan)
    {
        List<ParameterValue[]> cells = [[]];
        foreach (var axis in plan.Axes)
        {
            // Each further axis is slower than those before it.
            cells = [.. axis.Values.SelectMany(value => cells.Select(cell => (ParameterValue[])[.. cell, new ParameterValue(axis.Path, value)]))];
        }

        return cells;
    }
}
