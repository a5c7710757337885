using ProgressionSim.Summaries.Evidence;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>The tables of a fit as files.</summary>
internal static class CalibrationFiles
{
    /// <summary>Parameters, targets, search, correlations.</summary>
    public static IReadOnlyList<TableFile> All(CalibrationView view) => [Parameters(view), Targets(view), Trace(view), Correlations(view)];

    private static TableFile Parameters(CalibrationView view)
    {
        var table = new CsvText(
            "path", "belief", "beliefCenter", "beliefSd", "beliefLow", "beliefHigh", "minimum", "maximum", "value", "low", "high", "sd", "shrinkage", "identified", "atLimit");
        foreach (var each in view.Result.Parameters)
        {
            var (parameter, belief) = (each.Parameter, CalibrationView.Belief(each.Parameter));
            table.Cell(parameter.Path).Cell(parameter.IsLogarithmic ? "logNormal" : "normal").Cell(parameter.Center).Cell(parameter.Sd).Cell(belief.Low).Cell(belief.High)
                .Cell(parameter.Minimum).Cell(parameter.Maximum).Cell(each.Value).Cell(each.Low).Cell(each.High).Cell(each.Sd).Cell(each.Shrinkage)
                .Cell(Bool(each.IsIdentified)).Cell(Bool(each.IsAtLimit)).EndRow();
        }

        return table.ToFile("parameters.csv");
    }

    private static TableFile Targets(CalibrationView view)
    {
        var table = new CsvText(
            "name", "title", "use", "unit", "published", "publishedLow", "publishedHigh", "before", "after", "standardError", "insideBefore", "insideAfter", "source", "estimator");
        foreach (var fit in view.Result.Quantities)
        {
            var quantity = fit.Quantity;
            table.Cell(quantity.Name).Cell(quantity.Title).Cell(EvidenceText.Use(quantity.Use)).Cell(quantity.Unit).Cell(quantity.Value).Cell(quantity.Low).Cell(quantity.High)
                .Cell(fit.Before).Cell(fit.After).Cell(fit.StandardError).Cell(Bool(CalibrationView.IsInside(quantity, fit.Before)))
                .Cell(Bool(CalibrationView.IsInside(quantity, fit.After))).Cell(quantity.Source).Cell(EstimatorWords.Of(quantity.Estimator, view.Plan.Evidence.Run)).EndRow();
        }

        return table.ToFile("targets.csv");
    }

    private static TableFile Trace(CalibrationView view)
    {
        var table = new CsvText(["generation", "bestLoss", "medianLoss", "stepSize", .. view.Result.Parameters.Select(each => each.Parameter.Path)]);
        for (var i = 0; i < view.Result.Trace.Count; i++)
        {
            var step = view.Result.Trace[i];
            table.Cell((long)i + 1).Cell(step.Best).Cell(step.Median).Cell(step.StepSize);
            foreach (var value in step.Values)
            {
                table.Cell(value);
            }

            table.EndRow();
        }

        return table.ToFile("trace.csv");
    }

    private static TableFile Correlations(CalibrationView view)
    {
        var table = new CsvText("first", "second", "correlation");
        foreach (var pair in view.Result.Correlations)
        {
            table.Cell(view.Result.Parameters[pair.First].Parameter.Path).Cell(view.Result.Parameters[pair.Second].Parameter.Path).Cell(pair.Value).EndRow();
        }

        return table.ToFile("correlations.csv");
    }

    private static string Bool(bool? value) => value is { } known ? known ? "true" : "false" : "";
}
