using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Predictions of all quantities for values of the parameters, and how many patients stand behind them.</summary>
/// <param name="values">Values in the order of the plan's parameters.</param>
/// <param name="patients">Number of patients, always the first ones.</param>
/// <param name="withErrors">True to give the Monte Carlo standard errors behind the predictions as well.</param>
/// <param name="threads">Number of threads; the result does not depend on it.</param>
/// <param name="cancellation">Stops the simulation.</param>
internal delegate double[] Predict(IReadOnlyList<double> values, int patients, bool withErrors, int threads, CancellationToken cancellation);

/// <summary>Simulates sets of values one after the other, and keeps what is finished under a number of its own.</summary>
/// <param name="plan">The plan.</param>
/// <param name="predict">Simulates one set of values.</param>
/// <param name="finished">Simulations done before; null for none.</param>
/// <param name="threads">Number of threads; null for all cores.</param>
/// <param name="progress">Told how far it is; null for nobody.</param>
/// <param name="cancellation">Stops after the simulations under way.</param>
internal sealed class CalibrationSimulations(
    CalibrationPlan plan, Predict predict, IFinishedWork? finished, int? threads, Action<ExperimentProgress>? progress, CancellationToken cancellation)
{
    private readonly int total = CalibrationRun.Units(plan);
    private long done;

    /// <summary>Number of sets of values simulated so far.</summary>
    public int Count { get; private set; }

    /// <summary>Simulates sets of values.</summary>
    /// <param name="points">The sets, in standard deviations of the beliefs.</param>
    /// <param name="patients">Patients of each.</param>
    /// <param name="withErrors">True for standard errors behind the predictions.</param>
    /// <returns>Predictions of each.</returns>
    public double[][] Run(IReadOnlyList<IReadOnlyList<double>> points, int patients, bool withErrors = false)
    {
        var first = Count;
        Count += points.Count;
        return UnitWork.Do(
            points.Count,
            finished is null ? null : new Later(finished, first),
            (point, pointThreads) => predict([.. points[point].Select((z, i) => plan.Parameters[i].ValueAt(z))], patients, withErrors, pointThreads, cancellation),
            threads,
            _ => progress?.Invoke(new ExperimentProgress("simulations", Interlocked.Increment(ref done), total)),
            cancellation);
    }

    /// <summary>Finished units whose numbers begin later.</summary>
    private sealed class Later(IFinishedWork finished, int first) : IFinishedWork
    {
        public double[]? Find(int unit) => finished.Find(first + unit);

        public void Keep(int unit, ReadOnlySpan<double> values) => finished.Keep(first + unit, values);
    }
}
