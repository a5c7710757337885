namespace ProgressionSim.Experiments.Calibration;

/// <summary>The point of least loss and the predictions around it.</summary>
/// <param name="Z">The point, in standard deviations of the beliefs.</param>
/// <param name="Loss">Its loss.</param>
/// <param name="Predictions">Predictions of all quantities.</param>
/// <param name="StandardErrors">Their Monte Carlo standard errors; NaN where unknown.</param>
/// <param name="Jacobian">Derivatives of the targets' predictions: [target][parameter].</param>
internal sealed record PosteriorPoint(double[] Z, double Loss, double[] Predictions, double[] StandardErrors, double[][] Jacobian)
{
    /// <summary>The posterior around the point.</summary>
    /// <param name="targets">The targets.</param>
    /// <remarks>
    /// The variance of a target is that of its whole interval, since either side may hold the truth, plus the Monte Carlo variance of the prediction. A target
    /// without a prediction says nothing.
    /// </remarks>
    public GaussianPosterior Posterior(IReadOnlyList<CalibrationTarget> targets) => new(Jacobian, [.. targets.Select(Precision)], Z.Length);

    private double Precision(CalibrationTarget target)
    {
        if (!double.IsFinite(Predictions[target.Index]))
        {
            return 0;
        }

        var error = StandardErrors[target.Index];
        return 1 / ((target.Sd * target.Sd) + (double.IsFinite(error) ? error * error : 0));
    }
}
