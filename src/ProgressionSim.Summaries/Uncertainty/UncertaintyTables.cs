using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>The small tables of a report with uncertain parameters.</summary>
internal static class UncertaintyTables
{
    /// <summary>Arms, gains, variances, parameters, outcomes.</summary>
    public static IReadOnlyList<ReportTable> All(UncertaintyView view) =>
    [
        Arms(view),
        .. view.Arms == 1 ? Array.Empty<ReportTable>() : [Gains(view)],
        .. view.Result.Uncertainty.Variances.Any(variance => variance.Split.Status == FitStatus.Estimated) ? new[] { Variances(view) } : [],
        ParameterTable.Of(view.Result.Uncertainty),
        OutcomeTables.Definitions(view.Result.Run, view.Result.Question.Rules, Enumerable.Range(0, OutcomeCatalogue.Count)),
    ];

    private static ReportTable Arms(UncertaintyView view) => new(
        $"{OutcomePhrases.Capital(view.Words.Noun)} by arm, {view.Words.ValueUnit}",
        ["Arm", "Own values (95 % MC interval)", "Over uncertain parameters"],
        [.. Enumerable.Range(0, view.Arms).Select(arm => (string[])
            [view.NameOf(arm), view.Words.WithInterval(view.Mean(0, arm, view.Outcome)),
                UncertaintyView.Range(view.Words, view.MeanOverParameters(0, arm, view.Outcome))])],
        "Own values are those of the scenario. The last column holds the middle 95 % of the draws.");

    private static ReportTable Gains(UncertaintyView view) => new(
        $"Gain over {view.NameOf(0)}",
        ["Outcome", "Arm", "Own values (95 % MC interval)", "Over uncertain parameters", "Unit"],
        [.. Enumerable.Range(0, OutcomeCatalogue.Count).OrderBy(outcome => outcome == view.Outcome ? -1 : outcome).SelectMany(outcome => view.Others
            .Select(arm => (string[])
        [
            OutcomeWords.Of(outcome).Gain, view.NameOf(arm), OutcomeWords.Of(outcome).WithInterval(view.Benefit(0, arm, outcome)),
            UncertaintyView.Range(OutcomeWords.Of(outcome), view.BenefitOverParameters(0, arm, outcome)), OutcomeWords.Of(outcome).GainUnit,
        ]))],
        "A gain is positive when it is good for the patient; for neurofilament it is a fall.");

    private static ReportTable Variances(UncertaintyView view)
    {
        string Part(Experiments.Uncertainty.VarianceComponent component, double total) =>
            $"{NumberText.Percent(component.ShareOfTotal, 0)} (standard error {NumberText.Percent(component.StandardError / total, 0)})";

        return new(
            $"Where the variance of one patient's {view.Words.Noun} comes from",
            ["Arm", "Patients", "Standard deviation", "Differences between patients", "Chance", "Uncertain parameters"],
            [.. view.Result.Uncertainty.Variances.Where(variance => variance.Split.Status == FitStatus.Estimated).Select(variance => (string[])
            [
                view.NameOf(variance.Arm), NumberText.Count(variance.Patients), NumberText.Fixed(view.Words.Scale * Math.Sqrt(variance.Split.Total), 1),
                Part(variance.Split.Patients, variance.Split.Total), Part(variance.Split.Chance, variance.Split.Total),
                    Part(variance.Split.Parameters, variance.Split.Total),
            ])],
            "Shares of the total; a part estimated below 0 counts as 0. Standard errors cover which parameters and which patients were drawn.");
    }
}
