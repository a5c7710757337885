using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>Healthy, stressed and lost motor neurons of the hardest-hit region with the spread between patients, one panel for each arm.</summary>
public static class RegionStatesFigure
{
    private static readonly (string State, string Label, FigureColor Color)[] States =
        [("healthy", "Healthy", FigureColor.Healthy), ("stressed", "Stressed", FigureColor.Stressed), ("lost", "Lost", FigureColor.Lost)];

    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        var region = HardestHit(summary, month);
        var lost = MeasureCatalogue.NameOf("lost", region);
        string Lost(ArmSummary arm)
        {
            var i = summary.MonthIndex(month);
            return $"{NumberText.Fixed(arm[lost].Mean[i], 0)} (middle 90 % of patients {Interval.Text(arm[lost].Spread!.P05[i], arm[lost].Spread!.P95[i], 0)})";
        }

        var neurons = summary.Plan.Disease.MotorNeuronsPerRegion[region];
        return new()
        {
            Id = "motor-neurons-spread",
            Title = $"Lost {RegionFigure.NameOf(region)} motor neurons of {NumberText.Fixed(neurons, 0)} at month {month} among those alive: {Words.ByArm(Words.TitleArms(summary), arm => NumberText.Fixed(arm[lost].Mean[summary.MonthIndex(month)], 0))}",
            Caption = $"Motor neurons of the {RegionFigure.NameOf(region)} region, which loses the largest share in {summary.Arms[0].Name}: means (lines) and the middle 90 % of patients "
                + "(bands, 5 to 95 % quantiles) among patients alive at each month.",
            AlternativeText = $"Lost {RegionFigure.NameOf(region)} motor neurons at month {month}, mean: {Words.ByArm(summary.Arms, Lost)}.",
            Panels = [.. summary.Arms.Select(arm => PanelOf(summary, arm, region, neurons))],
            Columns = Math.Min(summary.Arms.Count, 2),
        };
    }

    private static Region HardestHit(RunSummary summary, int month) => FigureParts.Regions
        .OrderByDescending(region => summary.Arms[0][MeasureCatalogue.NameOf("lost", region)].Mean[summary.MonthIndex(month)] / summary.Plan.Disease.MotorNeuronsPerRegion[region])
        .First();

    private static Panel PanelOf(RunSummary summary, ArmSummary arm, Region region, double neurons)
    {
        var months = FigureParts.Months(summary);
        var horizontal = FigureParts.TimeAxis(summary);
        return new()
        {
            Heading = summary.Arms.Count > 1 ? arm.Name : "",
            Horizontal = horizontal,
            Vertical = new($"Motor neurons, {RegionFigure.NameOf(region)}", 0, neurons),
            Layers =
            [
                .. States.Select(state => FigureParts.MiddleNinety(summary, arm, MeasureCatalogue.NameOf(state.State, region), state.Color)),
                .. States.Select(state => new LineLayer(state.Label, state.Color, months, arm[MeasureCatalogue.NameOf(state.State, region)].Mean)),
                .. FigureParts.Starts([arm], horizontal),
            ],
        };
    }
}
