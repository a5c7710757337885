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
        var parameters = plan.Parameters.Count;
        var tornado = new TornadoDesign { Parameters = parameters };
        var sobol = plan.Method == SensitivityMethod.Sobol ? new SaltelliDesign(parameters, plan.BasePoints, plan.Run.Seed) : null;
        var morris = plan.Method == SensitivityMethod.Morris ? new MorrisDesign(parameters, plan.BasePoints, plan.Run.Seed) : null;
        List<ParameterValue[]> points = [];
        var point = new double[parameters];
        void Add(int rows, Action<int> write)
        {
            for (var row = 0; row < rows; row++)
            {
                write(row);
                points.Add([.. plan.Parameters.Select((parameter, i) => new ParameterValue(parameter.Path, parameter.Distribution.Quantile(point[i])))]);
            }
        }

        Add(tornado.Rows, row => tornado.Write(row, point));
        Add(sobol?.Rows ?? 0, row => sobol!.Write(row, point));
        Add(morris?.Rows ?? 0, row => morris!.Write(row, point));
        var cells = CellRun.Run(
            source, points, plan.Question, plan.Patients, finished, threads, done => progress?.Invoke(new ExperimentProgress("points", done, points.Count)), cancellation);
        var outcome = plan.Question.Outcome;
        SensitivityAnswer Answer(SensitivityOf of, Func<CellOutcomes, Estimate> number)
        {
            double[] outputs = [.. cells.Select(cell => number(cell).Value)];
            var designed = outputs.AsSpan(tornado.Rows);
            return new SensitivityAnswer(
                of,
                Tornado.Of(tornado, outputs.AsSpan(0, tornado.Rows)),
                sobol is null ? null : SobolIndices.Estimate(designed, parameters, plan.Run.Seed),
                morris is null ? null : MorrisEffects.Estimate(morris, designed));
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
                    [parameter.Distribution.Quantile(tornado.LowQuantile), parameter.Distribution.Quantile(0.5), parameter.Distribution.Quantile(tornado.HighQuantile)]),
            ],
            Points = points.Count,
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }
}
