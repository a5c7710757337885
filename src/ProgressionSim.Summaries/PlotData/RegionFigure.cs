using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>Healthy motor neurons by region, one panel for each region.</summary>
public static class RegionFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        var banded = Banded(summary);
        string Healthy(ArmSummary arm, Region region) => NumberText.Percent(
            arm[MeasureCatalogue.NameOf("healthy", region)].Mean[summary.MonthIndex(month)] / summary.Plan.Disease.MotorNeuronsPerRegion[region], 0);
        string AllRegions(ArmSummary arm) => string.Join(", ", FigureParts.Regions.Select(region => $"{NameOf(region)} {Healthy(arm, region)}"));

        return new()
        {
            Id = "motor-neurons-by-region",
            Title = $"Healthy at month {month} in {summary.Arms[0].Name}, among those alive: {AllRegions(summary.Arms[0])}",
            Caption = "Mean number of healthy motor neurons in patients alive at each month, by region and arm. "
                + $"Bands hold the middle half of patients (25 to 75 % quantiles), drawn for {Words.List([.. banded.Select(arm => arm.Name)])}.",
            AlternativeText = $"Healthy motor neurons at month {month} among those alive. "
                + string.Join("; ", summary.Arms.Select(arm => $"{arm.Name}: {AllRegions(arm)}")) + ".",
            Panels = [.. FigureParts.Regions.Select(region => PanelOf(summary, region, banded))],
            Columns = 2,
        };
    }

    /// <summary>Name of a region in a sentence.</summary>
    internal static string NameOf(Region region) => region.ToString().ToLowerInvariant();

    // More than two bands on top of each other cannot be read: the reference and the earliest start show the range.
    private static IReadOnlyList<ArmSummary> Banded(RunSummary summary) => summary.Arms.Count <= 2
        ? summary.Arms
        : [.. new[] { summary.Arms[0], TimingGroup.Of(summary)?.Earliest ?? summary.Arms[1] }.Distinct()];

    private static Panel PanelOf(RunSummary summary, Region region, IReadOnlyList<ArmSummary> banded)
    {
        var measure = MeasureCatalogue.NameOf("healthy", region);
        return new()
        {
            Heading = region.ToString(),
            Horizontal = FigureParts.TimeAxis(summary),
            Vertical = new("Healthy motor neurons", 0, summary.Plan.Disease.MotorNeuronsPerRegion[region]),
            Layers =
            [
                .. banded.Select(arm => FigureParts.MiddleHalf(summary, arm, measure, FigureParts.ColorOf(arm))),
                .. summary.Arms.Select(arm => FigureParts.MeanLine(summary, arm, measure)),
            ],
        };
    }
}
