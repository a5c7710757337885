using ProgressionSim.Experiments.Uncertainty;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Where a prediction lies.</summary>
public enum EvidenceVerdict
{
    /// <summary>Nothing to judge it by: no published interval, or context only.</summary>
    NotJudged = 0,

    /// <summary>The prediction lies inside the published interval.</summary>
    Inside = 1,

    /// <summary>The prediction lies outside, but its own interval overlaps the published one.</summary>
    Overlaps = 2,

    /// <summary>The two intervals do not meet.</summary>
    Outside = 3,
}

/// <summary>A published quantity beside its prediction.</summary>
/// <param name="Quantity">The published quantity.</param>
/// <param name="Predicted">Prediction with the scenario's own values; NaN when the cohort does not give one.</param>
/// <param name="StandardError">Monte Carlo standard error of the prediction; NaN for series.</param>
/// <param name="Low">Lower end of the predicted interval: 95 % of draws of the uncertain parameters, or of series, or Monte Carlo alone where there are neither.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Verdict">Where the prediction lies.</param>
/// <param name="Distribution">For series: the statistic of each, sorted; empty otherwise.</param>
public sealed record QuantityResult(
    EvidenceQuantity Quantity, double Predicted, double StandardError, double Low, double High, EvidenceVerdict Verdict, IReadOnlyList<double> Distribution);

/// <summary>A measure over time in one arm, for a visual predictive check.</summary>
/// <param name="Arm">Index of the arm.</param>
/// <param name="Measure">Number of the measure; -1 for the share alive.</param>
/// <param name="Months">Months from symptom onset.</param>
/// <param name="Curves">Over patients alive: the 5th, 50th and 95th percentile; for the share alive one curve.</param>
public sealed record PredictiveCheck(int Arm, int Measure, IReadOnlyList<double> Months, IReadOnlyList<PredictiveCurve> Curves);

/// <summary>One curve of a visual predictive check, by month.</summary>
/// <param name="Percentile">5, 50 or 95; 0 for the share alive.</param>
/// <param name="Value">With the scenario's own values; NaN where fewer than 20 patients are alive.</param>
/// <param name="Low">2.5 % over draws of the uncertain parameters; equal to the value where nothing is uncertain.</param>
/// <param name="High">97.5 % over them.</param>
public sealed record PredictiveCurve(int Percentile, IReadOnlyList<double> Value, IReadOnlyList<double> Low, IReadOnlyList<double> High);

/// <summary>Published quantities beside their predictions.</summary>
public sealed record EvidenceResult
{
    /// <summary>The plan.</summary>
    public required EvidencePlan Plan { get; init; }

    /// <summary>The uncertain parameters behind the intervals; null where the scenario has none.</summary>
    public UncertaintyPlan? Uncertainty { get; init; }

    /// <summary>Results in the order of the plan's quantities.</summary>
    public required IReadOnlyList<QuantityResult> Quantities { get; init; }

    /// <summary>ALSFRS-R total, share alive and neurofilament of every arm, in that order by arm.</summary>
    public required IReadOnlyList<PredictiveCheck> Checks { get; init; }

    /// <summary>Patients of the cohort that reached symptom onset.</summary>
    public required int Analysed { get; init; }

    /// <summary>Seconds the work took.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Results that are judged.</summary>
    /// <param name="use">What they are for.</param>
    public IEnumerable<QuantityResult> Judged(EvidenceUse use) => Quantities.Where(result => result.Quantity.Use == use && result.Verdict != EvidenceVerdict.NotJudged);
}
