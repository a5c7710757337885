using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>Neurofilament of the living on a logarithmic axis.</summary>
public static class NeurofilamentFigure
{
    private const string Measure = "neurofilamentPgPerMl";

    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        var i = summary.MonthIndex(month);
        string Median(ArmSummary arm) => NumberText.Fixed(arm[Measure].Spread!.P50[i], 0);

        return new()
        {
            Id = "neurofilament",
            Title = $"Median neurofilament light chain at month {month} among those alive: {Words.ByArm(Words.TitleArms(summary), Median)} pg/mL",
            Caption = "Neurofilament light chain in cerebrospinal fluid as measured, assay noise included, in patients alive at each month: "
                + "medians (lines) and the middle half of patients (bands); logarithmic axis.",
            AlternativeText = $"Neurofilament at month {month} among those alive, median and middle half in pg/mL: "
                + Words.ByArm(summary.Arms, arm => $"{Median(arm)} ({Interval.Text(arm[Measure].Spread!.P25[i], arm[Measure].Spread!.P75[i], 0)})") + ".",
            Panels = [PanelOf(summary)],
        };
    }

    private static Panel PanelOf(RunSummary summary)
    {
        var horizontal = FigureParts.TimeAxis(summary);
        var drawn = summary.Arms.SelectMany(arm => arm[Measure].Spread!.P25.Concat(arm[Measure].Spread!.P75)).Where(value => double.IsFinite(value) && value > 0).ToArray();
        return new()
        {
            Horizontal = horizontal,
            Vertical = new(
                "Neurofilament light chain (pg/mL)", drawn.Length == 0 ? 1 : drawn.Min() / 1.25, drawn.Length == 0 ? 10 : drawn.Max() * 1.25, Logarithmic: true),
            Layers =
            [
                .. summary.Arms.Select(arm => FigureParts.MiddleHalf(summary, arm, Measure, FigureParts.ColorOf(arm))),
                .. FigureParts.Starts(summary.Arms, horizontal),
                .. summary.Arms.Select(arm => new LineLayer(arm.Name, FigureParts.ColorOf(arm), FigureParts.Months(summary), arm[Measure].Spread!.P50)),
            ],
        };
    }
}
