using ProgressionSim.Experiments.Uncertainty;

namespace ProgressionSim.Experiments.Evidence;

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
    public IEnumerable<QuantityResult> Judged(EvidenceUse use) =>
        Quantities.Where(result => result.Quantity.Use == use && result.Verdict != EvidenceVerdict.NotJudged);
}
