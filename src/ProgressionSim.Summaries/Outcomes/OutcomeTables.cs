using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>Tables that the reports of all experiments share.</summary>
internal static class OutcomeTables
{
    /// <summary>What outcomes count.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="rules">How they are counted.</param>
    /// <param name="outcomes">Numbers of the outcomes.</param>
    public static ReportTable Definitions(RunPlan plan, OutcomeRules rules, IEnumerable<int> outcomes) => new(
        "What the outcomes count",
        ["Outcome", "Unit", "Meaning"],
        [.. outcomes.Select(outcome => OutcomeCatalogue.All[outcome])
            .Select(outcome => new[] { outcome.Name, outcome.IsShare ? "share of patients" : outcome.Unit, OutcomePhrases.Capital(outcome.Meaning) })],
        $"M is month {rules.Months} from {OutcomePhrases.Origin(plan)}. A recovery regains {NumberText.ForFile(rules.RecoveryPoints)} points and "
            + "holds them for "
            + $"{rules.RecoveryHeldMonths} months; it is read from the score that the patient's function stands for, without the noise of visits.");
}
