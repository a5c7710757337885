using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Simulates sets of values, each a unit of work that may have been finished before. Used from one thread; the simulations run on several.</summary>
internal sealed class Evaluations
{
    private readonly QuantityPredictor predict;
    private readonly CalibrationLoss loss;
    private readonly int quantities;
    private readonly int units;
    private readonly IFinishedWork? finished;
    private readonly int? threads;
    private readonly Action<ExperimentProgress>? progress;
    private readonly CancellationToken cancellation;
    private long done;

    /// <summary>Prepares.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="predict">Predicts the quantities.</param>
    /// <param name="finished">Units done before; null for none.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="progress">Told how far it is, from any thread; null for nobody.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    public Evaluations(
        CalibrationPlan plan,
        CalibrationLoss loss,
        QuantityPredictor predict,
        IFinishedWork? finished,
        int? threads,
        Action<ExperimentProgress>? progress,
        CancellationToken cancellation)
    {
        (this.predict, this.loss, this.finished, this.threads, this.progress, this.cancellation) = (predict, loss, finished, threads, progress, cancellation);
        quantities = plan.Evidence.Quantities.Count;
        units = CalibrationRun.Units(plan);
    }

    /// <summary>Sets of values so far, those finished before among them.</summary>
    public int Count { get; private set; }

    /// <summary>Predictions of all quantities at points within the limits.</summary>
    /// <param name="first">Number of the first point's unit; the others follow.</param>
    /// <param name="points">The points.</param>
    /// <param name="patients">Patients of each.</param>
    /// <param name="withErrors">True for the standard errors as well, after the predictions.</param>
    /// <exception cref="PlanNotPossibleException">The scenario does not allow values at the centre of the beliefs.</exception>
    public double[][] Of(int first, IReadOnlyList<double[]> points, int patients, bool withErrors = false)
    {
        Count += points.Count;
        return UnitWork.Do(
            points.Count,
            finished is null ? null : new Part(finished, first),
            (point, ownThreads) => Predict(points[point], patients, withErrors, ownThreads),
            threads,
            _ => progress?.Invoke(new ExperimentProgress("simulations", Interlocked.Increment(ref done), units)),
            cancellation);
    }

    /// <summary>Counts units that turned out not to be needed as done.</summary>
    /// <param name="unneeded">Number of them.</param>
    public void Skip(int unneeded)
    {
        if (unneeded > 0)
        {
            progress?.Invoke(new ExperimentProgress("simulations", Interlocked.Add(ref done, unneeded), units));
        }
    }

    private double[] Predict(double[] point, int patients, bool withErrors, int ownThreads)
    {
        try
        {
            return predict(loss.Values(point), patients, withErrors, ownThreads, cancellation);
        }
        catch (PlanNotPossibleException) when (point.Any(z => z != 0))
        {
            // Beliefs can reach further than a scenario allows: such values predict nothing. At the centre it is a mistake in the file.
            double[] nothing = new double[withErrors ? 2 * quantities : quantities];
            Array.Fill(nothing, double.NaN);
            return nothing;
        }
    }

    /// <summary>Units from a first one on.</summary>
    private sealed class Part(IFinishedWork whole, int first) : IFinishedWork
    {
        public double[]? Find(int unit) => whole.Find(first + unit);

        public void Keep(int unit, ReadOnlySpan<double> values) => whole.Keep(first + unit, values);
    }
}
