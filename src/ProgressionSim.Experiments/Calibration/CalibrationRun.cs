using System.Diagnostics;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Fits parameters to published quantities: a search without derivatives, then steps with them, then a normal posterior around the best values.</summary>
/// <remarks>
/// Every set of values meets the same patients with the same chance, so that the loss is a fixed function; its own noise is that of the cohort and enters the posterior.
/// </remarks>
public static class CalibrationRun
{
    private const double FirstStepSize = 0.5;

    // A search that moves by less than this, in standard deviations of the beliefs, has settled.
    private const double Settled = 0.02;

    // Wide enough to rise above the noise of the cohort, narrow enough to be a derivative.
    private const double DerivativeStep = 0.25;

    private const int Polishings = 3;
    private const double WorthAStep = 0.01;
    private const double Normal95 = 1.959963984540054;

    /// <summary>Fits.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="source">Makes plans of the scenario with other values.</param>
    /// <param name="finished">Simulations done before; null for none.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow a value within the limits of a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CalibrationResult Run(
        CalibrationPlan plan,
        IPlanSource source,
        IFinishedWork? finished = null,
        int? threads = null,
        Action<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var cohort = new EvidenceCohort(plan.Evidence);
        return Run(
            plan,
            (values, patients, withErrors, simulationThreads, stop) =>
            {
                var run = source.Plan([.. values.Select((value, i) => new ParameterValue(plan.Parameters[i].Path, value))]);
                var numbers = cohort.Simulate(run, patients, null, simulationThreads, null, stop);
                return withErrors ? [.. cohort.Predictions(numbers), .. cohort.StandardErrors(numbers)] : cohort.Predictions(numbers);
            },
            finished,
            threads,
            progress,
            cancellation);
    }

    /// <summary>Largest number of sets of values that are simulated.</summary>
    /// <param name="plan">The plan.</param>
    public static int Units(CalibrationPlan plan)
    {
        var derivatives = 2 * plan.Parameters.Count;
        return (plan.Generations * plan.Candidates) + 3 + (Polishings * (derivatives + 1)) + derivatives;
    }

    /// <summary>Fits to any simulator.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="predict">The simulator.</param>
    /// <param name="finished">Simulations done before; null for none.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    internal static CalibrationResult Run(
        CalibrationPlan plan, Predict predict, IFinishedWork? finished, int? threads, Action<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var loss = new CalibrationLoss(plan.Evidence.Quantities);
        var simulations = new CalibrationSimulations(plan, predict, finished, threads, progress, cancellation);
        var number = plan.Evidence.Quantities.Count;
        var center = new double[plan.Parameters.Count];
        var before = simulations.Run([center], plan.PatientsOfPosterior)[0];
        var trace = new List<SearchStep>();
        var found = Search(plan, simulations, loss, trace);
        var (z, derivatives, withErrors) = Polish(plan, simulations, loss, found);
        var after = withErrors[..number];
        var errors = withErrors[number..];
        double[] variances = [.. loss.Targets.Select(target => Squared(loss.Sd(target, after[target])) + Squared(errors[target]))];
        var posterior = new GaussianPosterior([.. loss.Targets.Select(target => derivatives[target])], variances);
        return new CalibrationResult
        {
            Plan = plan,
            Parameters = [.. plan.Parameters.Select((parameter, i) => Fitted(parameter, z[i], posterior.Sd(i)))],
            Correlations = posterior.Correlations(),
            OpenDirections = posterior.OpenDirections(FittedParameter.NotIdentifiedFrom),
            Trace = trace,
            Quantities = [.. plan.Evidence.Quantities.Select((quantity, i) => new QuantityFit(quantity, before[i], after[i], errors[i]))],
            Loss = (loss.Of(center, before), loss.Of(z, after)),
            Evaluations = simulations.Count,
            ElapsedSeconds = watch.Elapsed.TotalSeconds,
        };
    }

    private static double[] Search(CalibrationPlan plan, CalibrationSimulations simulations, CalibrationLoss loss, List<SearchStep> trace)
    {
        var search = new CovarianceAdaptation(plan.Parameters.Count, plan.Candidates, FirstStepSize, plan.Evidence.Run.Seed);
        var best = double.PositiveInfinity;
        while (search.Generation < plan.Generations && search.LargestSpread >= Settled)
        {
            var candidates = search.Ask();
            var predictions = simulations.Run(candidates, plan.Patients);
            double[] losses = [.. candidates.Zip(predictions, loss.Of)];
            search.Tell(losses);
            best = Math.Min(best, losses.Min());
            trace.Add(new SearchStep(best, losses.Order().ElementAt(losses.Length / 2), search.StepSize, [.. search.Center.Select((z, i) => plan.Parameters[i].ValueAt(z))]));
        }

        return search.Center;
    }

    /// <summary>Steps from where the search ended to the least loss in the larger cohort.</summary>
    /// <returns>The best values, the derivatives there and the predictions with their standard errors.</returns>
    private static (double[] Z, double[][] Derivatives, double[] Predictions) Polish(
        CalibrationPlan plan, CalibrationSimulations simulations, CalibrationLoss loss, double[] z)
    {
        var number = plan.Evidence.Quantities.Count;
        z = Within(plan, z);
        var predictions = simulations.Run([z], plan.PatientsOfPosterior)[0];
        var derivatives = Derivatives(plan, simulations, z, number);
        for (var polishing = 0; polishing < Polishings; polishing++)
        {
            double[] variances = [.. loss.Targets.Select(target => Squared(loss.Sd(target, predictions[target])))];
            double[] misses = [.. loss.Targets.Select((target, i) => loss.Residual(target, predictions[target]) * Math.Sqrt(variances[i]))];
            var step = GaussianPosterior.Step([.. loss.Targets.Select(target => derivatives[target])], variances, misses, z);
            var next = Within(plan, [.. z.Zip(step, (from, by) => from + by)]);
            var there = simulations.Run([next], plan.PatientsOfPosterior)[0];
            if (!(loss.Of(next, there) < loss.Of(z, predictions) - WorthAStep))
            {
                break;
            }

            (z, predictions) = (next, there);
            derivatives = Derivatives(plan, simulations, z, number);
        }

        return (z, derivatives, simulations.Run([z], plan.PatientsOfPosterior, withErrors: true)[0]);
    }

    /// <summary>Central differences: [quantity][parameter].</summary>
    private static double[][] Derivatives(CalibrationPlan plan, CalibrationSimulations simulations, double[] z, int quantities)
    {
        var points = new List<double[]>();
        for (var parameter = 0; parameter < z.Length; parameter++)
        {
            foreach (var shift in (ReadOnlySpan<double>)[DerivativeStep, -DerivativeStep])
            {
                var point = z.ToArray();
                point[parameter] += shift;
                points.Add(Within(plan, point));
            }
        }

        var predictions = simulations.Run(points, plan.PatientsOfPosterior);
        var derivatives = new double[quantities][];
        for (var quantity = 0; quantity < quantities; quantity++)
        {
            derivatives[quantity] = [.. Enumerable.Range(0, z.Length).Select(parameter =>
            {
                var change = predictions[2 * parameter][quantity] - predictions[(2 * parameter) + 1][quantity];
                var width = points[2 * parameter][parameter] - points[(2 * parameter) + 1][parameter];
                return double.IsFinite(change) && width > 0 ? change / width : 0;
            })];
        }

        return derivatives;
    }

    private static double[] Within(CalibrationPlan plan, double[] z) => [.. z.Select((each, i) => plan.Parameters[i].ZOf(plan.Parameters[i].ValueAt(each)))];

    private static FittedParameter Fitted(CalibratedParameter parameter, double z, double sd)
    {
        var value = parameter.ValueAt(z);
        var isAtLimit = value == parameter.Minimum || value == parameter.Maximum;
        return new FittedParameter(parameter, value, parameter.ValueAt(z - (Normal95 * sd)), parameter.ValueAt(z + (Normal95 * sd)), parameter.Sd * sd, sd, isAtLimit);
    }

    private static double Squared(double value) => value * value;
}
