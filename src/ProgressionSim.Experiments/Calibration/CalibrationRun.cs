using System.Diagnostics;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Fits parameters to published quantities.</summary>
/// <remarks>
/// A search by <see cref="CovarianceAdaptation"/> for the values of least <see cref="CalibrationLoss"/>, then, with more patients, <see cref="PosteriorSearch"/>
/// around the best of them and a <see cref="GaussianPosterior"/>. Every set of values is a unit of work: first those of the search, by generation and candidate, then
/// those of the posterior. Resumed or not, and on any number of threads, the result has the same bits.
/// </remarks>
public static class CalibrationRun
{
    /// <summary>A value this near to a limit, in standard deviations of the belief, counts as lying at it.</summary>
    private const double NearLimit = 0.05;

    /// <summary>Number of units of work at most; a search that ends early leaves some of its own out.</summary>
    /// <param name="plan">What is fitted.</param>
    public static int Units(CalibrationPlan plan) => (plan.Generations * plan.Candidates) + 1 + PosteriorSearch.Units(plan.Parameters.Count);

    /// <summary>Runs a calibration.</summary>
    /// <param name="plan">What is fitted.</param>
    /// <param name="source">Makes plans of the scenario with other values.</param>
    /// <param name="finished">Units of work done before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="ArgumentException">The plan has no parameter, or no usable target.</exception>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow the values at the centre of the beliefs.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CalibrationResult Run(
        CalibrationPlan plan,
        IPlanSource source,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default) => Run(plan, CohortPredictor.Of(plan, source), finished, threads, progress, cancellation);

    /// <summary>Runs a calibration of any simulator.</summary>
    /// <param name="plan">What is fitted.</param>
    /// <param name="predict">Predicts the quantities.</param>
    /// <param name="finished">Units of work done before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    internal static CalibrationResult Run(
        CalibrationPlan plan,
        QuantityPredictor predict,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        if (plan.Parameters.Count == 0)
        {
            throw new ArgumentException("A calibration needs at least one parameter.", nameof(plan));
        }

        var watch = Stopwatch.StartNew();
        var loss = new CalibrationLoss(plan);
        var evaluations = new Evaluations(plan, loss, predict, finished, threads, progress, cancellation);
        var ofPosterior = plan.Generations * plan.Candidates;

        // First of all, so that values that the scenario does not allow are told before hours of work.
        var centre = loss.Within(new double[plan.Parameters.Count]);
        var before = evaluations.Of(ofPosterior, [centre], plan.PatientsOfPosterior)[0];
        var (best, trace) = CalibrationSearch.Run(plan, loss, evaluations);
        evaluations.Skip((plan.Generations - trace.Count) * plan.Candidates);
        var point = new PosteriorSearch(plan, loss, evaluations, ofPosterior + 1).From(best);
        evaluations.Skip(Units(plan) - ((plan.Generations - trace.Count) * plan.Candidates) - evaluations.Count);
        var posterior = point.Posterior(loss.Targets);
        return new CalibrationResult
        {
            Plan = plan,
            Parameters = [.. plan.Parameters.Select((parameter, i) => Fitted(parameter, point.Z[i], posterior.Sd(i)))],
            Correlations =
            [
                .. from first in Enumerable.Range(0, centre.Length)
                   from second in Enumerable.Range(first + 1, centre.Length - first - 1)
                   select new ParameterCorrelation(first, second, posterior.Correlation(first, second)),
            ],
            OpenDirections = posterior.OpenDirections(FittedParameter.NotIdentifiedFrom),
            Trace = trace,
            Quantities =
            [
                .. plan.Evidence.Quantities.Select((quantity, i) => new QuantityFit(quantity, before[i], point.Predictions[i], point.StandardErrors[i])),
            ],
            Loss = (loss.At(centre, before), point.Loss),
            Evaluations = evaluations.Count,
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }

    private static FittedParameter Fitted(CalibratedParameter parameter, double z, double sd)
    {
        var isAtLimit = parameter.NearestWithin(z - NearLimit) > z - NearLimit || parameter.NearestWithin(z + NearLimit) < z + NearLimit;
        var reach = CalibrationTarget.HalfWidth95 * sd;
        var (low, high) = (parameter.ValueAt(z - reach), parameter.ValueAt(z + reach));
        return new FittedParameter(parameter, parameter.ValueAt(z), low, high, sd * parameter.Sd, sd, isAtLimit);
    }
}
