using System.Diagnostics;
using ProgressionSim.Experiments.Cells;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Finds which parameters an outcome and the benefit of a treatment depend on.</summary>
/// <remarks>
/// The same patients with the same random numbers are simulated at every point, so what is decomposed is the mean of these patients: chance adds no noise to the indices,
/// but with few patients the indices are those of these patients.
/// </remarks>
public static class SensitivityRun
{
    /// <summary>Runs a sensitivity analysis.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="source">Makes the plans of the points.</param>
    /// <param name="finished">Work done before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SensitivityResult Run(
        SensitivityPlan plan,
        IPlanSource source,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var design = new SensitivityPoints(plan);
        var question = plan.Question with { Rules = plan.Question.Rules with { Counted = [plan.Question.Outcome] } };
        var cells = CellRun.Run(
            source, design.Points, question, plan.Patients, finished, threads, done => progress?.Invoke(new ExperimentProgress("points", done, design.Points.Count)), cancellation);
        var outcome = plan.Question.Outcome;
        SensitivityAnswer Answer(SensitivityOf of, Func<CellOutcomes, Estimate> number)
        {
            double[] outputs = [.. cells.Select(cell => number(cell).Value)];
            var designed = outputs.AsSpan(design.Tornado.Rows);
            return new SensitivityAnswer(
                of,
                Tornado.Of(design.Tornado, outputs.AsSpan(0, design.Tornado.Rows)),
                design.Sobol is null ? null : SobolIndices.Estimate(designed, plan.Parameters.Count, plan.Run.Seed),
                design.Morris is null ? null : MorrisEffects.Estimate(design.Morris, designed));
        }

        return new SensitivityResult
        {
            Plan = plan,
            Answers = plan.Question.Arm == 0
                ? [Answer(SensitivityOf.Reference, cell => cell.Reference(outcome))]
                :
                [
                    Answer(SensitivityOf.Benefit, cell => cell.Benefit(outcome)),
                    Answer(SensitivityOf.Reference, cell => cell.Reference(outcome)),
                    Answer(SensitivityOf.Arm, cell => cell.Arm(outcome)),
                ],
            TornadoValues =
            [
                .. plan.Parameters.Select(parameter => (double[])
                    [parameter.Distribution.Quantile(design.Tornado.LowQuantile), parameter.Distribution.Quantile(0.5), parameter.Distribution.Quantile(design.Tornado.HighQuantile)]),
            ],
            Points = design.Points.Count,
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }

    /// <summary>Number of units of work of an analysis.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="source">Makes the plans of the points.</param>
    public static int Units(SensitivityPlan plan, IPlanSource source) => CellRun.Units(source, new SensitivityPoints(plan).Points, plan.Patients);
}
