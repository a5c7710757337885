namespace ProgressionSim.Experiments.Calibration;

/// <summary>
/// Predicts every quantity of the evidence under values of the parameters. The result depends on values and patients alone; safe to use from several threads.
/// </summary>
/// <param name="values">Values of the parameters, in the order of the plan.</param>
/// <param name="patients">Patients simulated; the same ones with the same chance whatever the values.</param>
/// <param name="withErrors">True for the standard errors as well.</param>
/// <param name="threads">Number of threads to use.</param>
/// <param name="cancellation">Stops after the work under way.</param>
/// <returns>
/// Predictions in the order of the quantities, NaN where the cohort gives none; with errors, then their Monte Carlo standard errors in the same order.
/// </returns>
/// <exception cref="Parameters.PlanNotPossibleException">The scenario does not allow a value.</exception>
internal delegate double[] QuantityPredictor(IReadOnlyList<double> values, int patients, bool withErrors, int threads, CancellationToken cancellation);
