using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>The tables of a result with uncertain parameters as files.</summary>
internal static class UncertaintyFiles
{
    /// <summary>All groups, arms and outcomes with both intervals, and the draws.</summary>
    public static IReadOnlyList<TableFile> All(UncertaintyView view) => [Outcomes(view), Draws(view)];

    private static TableFile Outcomes(UncertaintyView view)
    {
        var table = new CsvText(
            "group", "arm", "outcome", "mean", "meanStandardError", "meanLow", "meanHigh", "meanLowOverParameters", "meanHighOverParameters",
            "benefit", "benefitStandardError", "benefitLow", "benefitHigh", "benefitLowOverParameters", "benefitHighOverParameters");
        for (var group = 0; group < view.Result.Record.Groups.Count; group++)
        {
            for (var arm = 0; arm < view.Arms; arm++)
            {
                for (var outcome = 0; outcome < OutcomeCatalogue.Count; outcome++)
                {
                    Row(table, view, group, arm, outcome);
                }
            }
        }

        return table.ToFile("uncertainty.csv");
    }

    private static void Row(CsvText table, UncertaintyView view, int group, int arm, int outcome)
    {
        var (mean, values) = (view.Mean(group, arm, outcome), view.MeanOverParameters(group, arm, outcome));
        table.Cell(view.Result.Record.Groups[group].Name).Cell(view.NameOf(arm)).Cell(OutcomeCatalogue.All[outcome].Name)
            .Cell(mean.Value).Cell(mean.StandardError).Cell(mean.Low).Cell(mean.High).Cell(values.Low).Cell(values.High);
        Estimate? benefit = arm == 0 ? null : view.Benefit(group, arm, outcome);
        Experiments.Uncertainty.ParameterInterval? gains = arm == 0 ? null : view.BenefitOverParameters(group, arm, outcome);
        table.Cell(benefit?.Value).Cell(benefit?.StandardError).Cell(benefit?.Low).Cell(benefit?.High).Cell(gains?.Low).Cell(gains?.High).EndRow();
    }

    private static TableFile Draws(UncertaintyView view)
    {
        var record = view.Result.Uncertainty;
        var table = new CsvText(
        [
            "replicate", .. record.Plan.Parameters.Select(parameter => parameter.Path),
            .. Enumerable.Range(0, view.Arms).Select(arm => $"{view.Words.Outcome.Name} of {view.NameOf(arm)}"),
            .. view.Others.Select(arm => $"benefit of {view.NameOf(arm)} ({view.Words.Outcome.Name})"),
        ]);
        for (var replicate = 0; replicate < record.Draws.Count; replicate++)
        {
            var number = replicate;
            table.Cell(replicate);
            double[] values =
            [
                .. record.Draws[replicate],
                .. Enumerable.Range(0, view.Arms).Select(arm => record.Mean(number, 0, arm, view.Outcome)),
                .. view.Others.Select(arm => record.Benefit(number, 0, arm, 0, view.Outcome)),
            ];
            foreach (var value in values)
            {
                table.Cell(value);
            }

            table.EndRow();
        }

        return table.ToFile("parameter-draws.csv");
    }
}
