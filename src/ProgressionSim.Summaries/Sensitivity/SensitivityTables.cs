using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>The tables of a sensitivity analysis, for its report and as a file.</summary>
internal static class SensitivityTables
{
    /// <summary>The small tables of the report.</summary>
    public static IReadOnlyList<ReportTable> All(SensitivityView view) =>
    [
        .. view.Result.Answers.Where(answer => view.Depends(answer)).Select(answer => answer.Sobol is null ? Effects(view, answer) : Indices(view, answer)),
        Parameters(view),
        OutcomeTables.Definitions(view.Plan.Run, view.Plan.Question.Rules, [view.Plan.Question.Outcome]),
    ];

    /// <summary>Everything found about every number and parameter.</summary>
    public static TableFile File(SensitivityView view)
    {
        var table = new CsvText(
            "of", "parameter", "valueLow", "valueMedian", "valueHigh", "tornadoAtLow", "tornadoAtMedian", "tornadoAtHigh", "first", "firstStandardError",
                "firstLow", "firstHigh", "total",
            "totalStandardError", "totalLow", "totalHigh", "mu", "muStar", "muStarLow", "muStarHigh", "sigma");
        foreach (var answer in view.Result.Answers)
        {
            for (var parameter = 0; parameter < view.Names.Count; parameter++)
            {
                var values = view.Result.TornadoValues[parameter];
                table.Cell(SensitivityJson.NameOf(answer.Of)).Cell(view.Plan.Parameters[parameter].Path).Cell(values[0]).Cell(values[1]).Cell(values[2]);
                TornadoBar? bar = answer.Tornado.Bars.Cast<TornadoBar?>().FirstOrDefault(each => each!.Value.Parameter == parameter);
                table.Cell(bar?.AtLow).Cell(bar?.AtMedian).Cell(bar?.AtHigh);
                var sobol = answer.Sobol is { Status: FitStatus.Estimated } found ? found : null;
                foreach (var index in (SobolIndex?[])[sobol?.First[parameter], sobol?.Total[parameter]])
                {
                    table.Cell(index?.Value).Cell(index?.StandardError).Cell(index?.Low).Cell(index?.High);
                }

                MorrisEffect? effect = answer.Morris is { Status: FitStatus.Estimated } morris ? morris.Effects[parameter] : null;
                table.Cell(effect?.Mu).Cell(effect?.MuStar).Cell(effect?.MuStarLow).Cell(effect?.MuStarHigh).Cell(effect?.Sigma).EndRow();
            }
        }

        return table.ToFile("sensitivity.csv");
    }

    private static ReportTable Indices(SensitivityView view, SensitivityAnswer answer)
    {
        static string Share(SobolIndex index) => $"{NumberText.Fixed(100 * index.Value, 1)} ({NumberText.Fixed(100 * index.Low, 1)} to "
            + $"{NumberText.Fixed(100 * index.High, 1)})";
        return new(
            $"Shares of the variance of: {view.Quantity(answer)}",
            ["Parameter", "Alone (%)", "With interactions (%)"],
            [.. view.Order(answer).Select(parameter =>
                (string[])[view.Names[parameter], Share(answer.Sobol!.First[parameter]), Share(answer.Sobol.Total[parameter])])],
            $"First-order and total Sobol' indices with 95 % intervals. Acting together only: {Share(answer.Sobol!.Interactions!.Value)} %.");
    }

    private static ReportTable Effects(SensitivityView view, SensitivityAnswer answer) => new(
        $"Elementary effects on: {view.Quantity(answer)}, {view.Unit(answer)}",
        ["Parameter", "mu* (95 % interval)", "mu", "sigma"],
        [.. view.Order(answer).Select(parameter => (parameter, answer.Morris!.Effects[parameter])).Select(each =>
        {
            var (value, low, high) = view.Importance(answer, each.parameter);
            var decimals = NumberText.DecimalsFor((high - low) / 4);
            string Text(double number) => NumberText.Fixed(number, decimals);
            return (string[])[view.Names[each.parameter], $"{Text(value)} ({Text(low)} to {Text(high)})", Text(view.Scaled(each.Item2.Mu)),
                Text(view.Scaled(each.Item2.Sigma))];
        })],
        "mu* is the mean size of the change per whole range of a parameter's probability, mu the mean with its sign, sigma the standard deviation.");

    private static ReportTable Parameters(SensitivityView view) => new(
        "Parameters",
        ["Parameter", "Path", "10 % point", "Median", "90 % point"],
        [.. view.Names.Select((name, i) => (string[])[name, view.Plan.Parameters[i].Path, .. view.Result.TornadoValues[i].Select(SensitivityText.Value)])],
        "In each setting's own unit, which its name says. The assumptions of the scenario list the whole distributions.");
}
