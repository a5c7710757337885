using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Predictions of a calibration from simulated cohorts of its scenario.</summary>
internal static class CohortPredictor
{
    /// <summary>The predictor of a plan.</summary>
    /// <param name="plan">What is fitted.</param>
    /// <param name="source">Makes plans of the scenario with other values.</param>
    public static QuantityPredictor Of(CalibrationPlan plan, IPlanSource source)
    {
        var cohort = new EvidenceCohort(plan.Evidence);
        return (values, patients, withErrors, threads, cancellation) =>
        {
            var run = source.Plan([.. values.Select((value, i) => new ParameterValue(plan.Parameters[i].Path, value))]);
            var numbers = cohort.Simulate(run, patients, null, threads, null, cancellation);
            return withErrors ? [.. cohort.Predictions(numbers), .. cohort.StandardErrors(numbers)] : cohort.Predictions(numbers);
        };
    }
}
