using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>All motor neurons by state, one panel for each arm.</summary>
public static class MotorNeuronFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary)
    {
        var neurons = FigureParts.Regions.Sum(region => summary.Plan.Disease.MotorNeuronsPerRegion[region]);
        var month = Words.OutcomeMonth(summary);
        string HealthyShare(ArmSummary arm) => NumberText.Percent(FigureParts.TotalMean(arm, "healthy")[summary.MonthIndex(month)] / neurons);
        string LostShare(ArmSummary arm) => NumberText.Percent(FigureParts.TotalMean(arm, "lost")[summary.MonthIndex(month)] / neurons);

        return new()
        {
            Id = "motor-neurons",
            Title = $"Healthy motor neurons at month {month} among those alive: {Words.ByArm(Words.TitleArms(summary), HealthyShare)}",
            Caption = $"Mean numbers of healthy, stressed and lost motor neurons in patients alive at each month, all {FigureParts.Regions.Count} regions together, stacked. "
                + "Who dies leaves the mean, so late months show survivors. Means of regions add up, quantiles do not: spread between patients is shown by region.",
            AlternativeText = $"At month {month}, among those alive, healthy: {Words.ByArm(summary.Arms, HealthyShare)}; lost: {Words.ByArm(summary.Arms, LostShare)}.",
            Panels = [.. summary.Arms.Select(arm => PanelOf(summary, arm, neurons))],
            Columns = Math.Min(summary.Arms.Count, 2),
        };
    }

    private static Panel PanelOf(RunSummary summary, ArmSummary arm, double neurons)
    {
        var months = FigureParts.Months(summary);
        var healthy = FigureParts.TotalMean(arm, "healthy");
        var affected = Add(healthy, FigureParts.TotalMean(arm, "stressed"));
        var all = Add(affected, FigureParts.TotalMean(arm, "lost"));
        var horizontal = FigureParts.TimeAxis(summary);
        return new()
        {
            Heading = summary.Arms.Count > 1 ? arm.Name : "",
            Horizontal = horizontal,
            Vertical = new("Motor neurons", 0, neurons),
            Layers =
            [
                new BandLayer("Healthy", FigureColor.Healthy, months, [.. healthy.Select(value => double.IsNaN(value) ? double.NaN : 0)], healthy, 0.8),
                new BandLayer("Stressed", FigureColor.Stressed, months, healthy, affected, 0.8),
                new BandLayer("Lost", FigureColor.Lost, months, affected, all, 0.8),
                .. FigureParts.Starts([arm], horizontal),
            ],
        };
    }

    private static double[] Add(IReadOnlyList<double> first, IReadOnlyList<double> second) => [.. first.Zip(second, (a, b) => a + b)];
}
