using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>ALSFRS-R of the living with the spread between patients and a few single patients, one panel for each arm.</summary>
public static class ScoreFigure
{
    private const string Measure = "alsfrsTotal";
    private const int SinglePatients = 5;

    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        var i = summary.MonthIndex(month);
        string MiddleHalf(ArmSummary arm) => Interval.Text(arm[Measure].Spread!.P25[i], arm[Measure].Spread!.P75[i], 0);

        return new()
        {
            Id = "alsfrs",
            Title = $"The middle half of patients alive at month {month} score: {Words.ByArm(Words.TitleArms(summary), MiddleHalf)} points",
            Caption = "ALSFRS-R of patients alive at each month: mean (line), the middle 50 % of patients (dark band) and the middle 90 % (light band). "
                + "Thin lines are single patients, the same in every panel, up to their death.",
            AlternativeText = $"ALSFRS-R at month {month} among those alive, mean and middle half: "
                + Words.ByArm(summary.Arms, arm => $"{NumberText.Fixed(arm[Measure].Mean[i], 1)} ({MiddleHalf(arm)})")
                + $"; share alive: {Words.ByArm(summary.Arms, arm => NumberText.Percent(arm["alive"].Mean[i]))}.",
            Panels = [.. summary.Arms.Select(arm => PanelOf(summary, arm))],
            Columns = Math.Min(summary.Arms.Count, 2),
        };
    }

    private static Panel PanelOf(RunSummary summary, ArmSummary arm)
    {
        var months = FigureParts.Months(summary);
        var color = FigureParts.ColorOf(arm);
        var horizontal = FigureParts.TimeAxis(summary);
        var examples = summary.Examples.Where(course => course.Arm == arm.Index).Take(SinglePatients);
        return new()
        {
            Heading = summary.Arms.Count > 1 ? arm.Name : "",
            Horizontal = horizontal,
            Vertical = new("ALSFRS-R (points)", 0, 48, 12),
            Layers =
            [
                FigureParts.MiddleNinety(summary, arm, Measure, color, "Middle 90 % of patients"),
                FigureParts.MiddleHalf(summary, arm, Measure, color, "Middle 50 %"),
                .. examples.Select((course, place) => new LineLayer(place == 0 ? "Single patients" : "", FigureColor.Neutral, months, course.AlsfrsTotal, LineStyle.Thin)),
                new LineLayer("Mean", color, months, arm[Measure].Mean),
                .. FigureParts.Starts([arm], horizontal),
            ],
        };
    }
}
