using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Predictions of a calibration from simulated cohorts of its scenario.</summary>
internal static class CohortPredictor
{
    /// <summary>The predictor of a plan.</summary>
    /// <param name="plan">What is fitted.</param>
    /// <param name="source">Makes plans of the scenario with other values.</param>
    /// <exception cref="NotSupportedException">Cohorts of evidence cannot be simulated here.</exception>
    public static QuantityPredictor Of(CalibrationPlan plan, IPlanSource source) =>
        throw new NotSupportedException($"Cohorts for {plan.EvidenceFile} cannot be simulated by {source.GetType().Name} here.");
}
