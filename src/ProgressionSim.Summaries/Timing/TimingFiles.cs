using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The tables of a timing experiment as files.</summary>
internal static class TimingFiles
{
    /// <summary>Curves, answers, triggers, and the draws of uncertain parameters.</summary>
    public static IReadOnlyList<TableFile> All(TimingView view) =>
    [
        Curves(view),
        Answers(view),
        .. view.Result.Triggers.Count == 0 ? Array.Empty<TableFile>() : [Triggers(view)],
        .. view.Result.Uncertainty is null ? Array.Empty<TableFile>() : [Draws(view)],
    ];

    private static TableFile Curves(TimingView view)
    {
        var table = new CsvText(
            "group", "outcome", "offsetMonths", "clampedShare", "medianStartMonths", "mean", "meanStandardError", "benefit", "benefitStandardError",
                "benefitLow", "benefitHigh",
            "benefitLowOverParameters", "benefitHighOverParameters", "costOfDelayPerMonth", "costOfDelayStandardError", "costOfDelayLow", "costOfDelayHigh",
            "costOfDelayLowOverParameters", "costOfDelayHighOverParameters");
        foreach (var curve in view.Result.Curves)
        {
            for (var start = 0; start < view.Offsets.Count; start++)
            {
                var starts = view.Result.Record.Starts(curve.Group, TimingResult.ArmOf(start));
                var gain = view.Parameters(curve.Group, curve.Outcome, start);
                var cost = start < curve.CostsOfDelay.Count ? curve.CostsOfDelay[start] : null;
                var uncertainCost = cost is null ? null : view.CostOfDelay(curve.Group, curve.Outcome, start);
                table.Cell(view.Result.Record.Groups[curve.Group].Name).Cell(OutcomeCatalogue.All[curve.Outcome].Name).Cell(view.Offsets[start])
                    .Cell(starts.ClampedShare).Cell(starts.QuantileMonths(0.5))
                    .Cell(curve.Means[start].Value).Cell(curve.Means[start].StandardError)
                    .Cell(curve.Benefits[start].Value).Cell(curve.Benefits[start].StandardError)
                    .Cell(curve.Benefits[start].Low).Cell(curve.Benefits[start].High)
                    .Cell(gain?.Low).Cell(gain?.High)
                    .Cell(cost?.Value).Cell(cost?.StandardError).Cell(cost?.Low).Cell(cost?.High)
                    .Cell(uncertainCost?.Low).Cell(uncertainCost?.High).EndRow();
            }
        }

        return table.ToFile("timing.csv");
    }

    private static TableFile Answers(TimingView view)
    {
        var table = new CsvText("group", "outcome", "question", "months", "low", "high", "lowOverParameters", "highOverParameters");
        foreach (var curve in view.Result.Curves)
        {
            Row(table, view, curve, "window", curve.Window, view.Window(curve.Group, curve.Outcome));
            Row(table, view, curve, "pointOfNoReturn", curve.PointOfNoReturn, view.PointOfNoReturn(curve.Group, curve.Outcome));
        }

        return table.ToFile("answers.csv");
    }

    private static void Row(CsvText table, TimingView view, DelayCurve curve, string question, MonthAnswer answer,
        Experiments.Uncertainty.ParameterInterval? parameters)
    {
        table.Cell(view.Result.Record.Groups[curve.Group].Name).Cell(OutcomeCatalogue.All[curve.Outcome].Name).Cell(question);
        foreach (var months in (double?[])[answer.Months, answer.Low, answer.High, parameters?.Low, parameters?.High])
        {
            table.Cell(months switch
            {
                null => "",
                double.PositiveInfinity => "afterLatestStart",
                double.NegativeInfinity => "beforeEarliestStart",
                { } value => NumberText.ForFile(value) ?? "",
            });
        }

        table.EndRow();
    }

    private static TableFile Triggers(TimingView view)
    {
        var table = new CsvText(
            "trigger", "outcome", "benefit", "benefitStandardError", "benefitLow", "benefitHigh", "benefitLowOverParameters", "benefitHighOverParameters",
                "probabilityOfBest", "treatedShare",
            "treatedBeforeSymptomsShare", "medianStartMonths");
        for (var i = 0; i < view.Result.Triggers.Count; i++)
        {
            var trigger = view.Result.Triggers[i];
            var starts = view.Result.Record.Starts(0, trigger.Arm);
            foreach (var outcome in Enumerable.Range(0, OutcomeCatalogue.Count))
            {
                var benefit = view.Result.Record.Benefit(0, trigger.Arm, 0, outcome);
                var parameters = view.Result.Uncertainty?.TriggerBenefit(0, outcome, i);
                table.Cell(trigger.Trigger.Name).Cell(OutcomeCatalogue.All[outcome].Name)
                    .Cell(benefit.Value).Cell(benefit.StandardError).Cell(benefit.Low).Cell(benefit.High).Cell(parameters?.Low).Cell(parameters?.High)
                    .Cell(outcome == view.Outcome ? trigger.ProbabilityOfBest : null)
                    .Cell(starts.TreatedShare).Cell(starts.TreatedBeforeSymptomsShare).Cell(starts.QuantileMonths(0.5)).EndRow();
            }
        }

        return table.ToFile("triggers.csv");
    }

    private static TableFile Draws(TimingView view)
    {
        var record = view.Result.Uncertainty!.Record;
        string[] header =
        [
            "replicate", .. record.Plan.Parameters.Select(parameter => parameter.Path),
            .. view.Offsets.Select(offset => $"benefit at {TimingWords.Short(offset)} months ({view.Words.Outcome.Name})"),
        ];
        var table = new CsvText(header);
        for (var replicate = 0; replicate < record.Draws.Count; replicate++)
        {
            table.Cell(replicate);
            foreach (var value in record.Draws[replicate])
            {
                table.Cell(value);
            }

            for (var start = 0; start < view.Offsets.Count; start++)
            {
                table.Cell(record.Benefit(replicate, 0, TimingResult.ArmOf(start), 0, view.Outcome));
            }

            table.EndRow();
        }

        return table.ToFile("parameter-draws.csv");
    }
}
