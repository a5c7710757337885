using ProgressionSim.Statistics.Survival;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>Kaplan-Meier curves with numbers at risk.</summary>
public static class SurvivalFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary) => new()
    {
        Id = "survival",
        Title = $"Median survival from {Words.Origin(summary)}: {Words.ByArm(Words.TitleArms(summary), Words.MedianSurvival)}",
        Caption = "Share alive by Kaplan-Meier; death includes permanent ventilation. Bands are pointwise 95 % Monte Carlo intervals (log-log). "
            + $"Deaths before {Words.Origin(summary)} count at month 0; patients alive at month {summary.Plan.HorizonMonths} are censored there. Below: patients at risk.",
        AlternativeText = "Share alive: " + string.Join("; ", summary.Arms.Select(arm =>
            $"{arm.Name} {string.Join(", ", arm.SurvivalAtMonths.Select(point => $"{NumberText.Percent(point.Value)} at month {point.Month}"))}")) + ".",
        Panels = [Curves(summary) with { AtRisk = AtRisk(summary) }],
    };

    /// <summary>The curves without numbers at risk.</summary>
    internal static Panel Curves(RunSummary summary) => new()
    {
        Horizontal = FigureParts.TimeAxis(summary, 0),
        Vertical = new("Share alive", 0, 1, 0.25),
        Layers = [.. summary.Arms.Where(arm => arm.Survival is not null).SelectMany(arm => Layers(arm, arm.Survival!))],
    };

    private static IEnumerable<Layer> Layers(ArmSummary arm, SurvivalCurve curve)
    {
        // The curve begins at 1 unless somebody leaves it at 0.
        var rows = Enumerable.Range(0, curve.Times.Length).ToArray();
        double[] lead = curve.Times[0] > 0 ? [1.0] : [];
        double[] times = curve.Times[0] > 0 ? [0, .. curve.Times] : [.. curve.Times];

        // Nobody has died yet: there is no log-log interval, and nothing to be unsure of in the picture.
        double[] low = [.. lead, .. rows.Select(row => curve.Survival[row] == 1 ? 1 : curve.Low[row])];
        double[] high = [.. lead, .. rows.Select(row => curve.Survival[row] == 1 ? 1 : curve.High[row])];
        yield return new BandLayer("", FigureParts.ColorOf(arm), times, low, high, 0.25, Steps: true);
        yield return new LineLayer(arm.Name, FigureParts.ColorOf(arm), times, [.. lead, .. curve.Survival], LineStyle.Steps);
    }

    private static AtRiskTable AtRisk(RunSummary summary)
    {
        var tick = FigureParts.TickMonths(summary);
        double[] times = [.. Enumerable.Range(0, (summary.Plan.HorizonMonths / tick) + 1).Select(i => (double)(i * tick))];
        return new(times, [.. summary.Arms.Select(arm =>
            new AtRiskRow(arm.Name, FigureParts.ColorOf(arm), [.. times.Select(time => arm.Survival?.AtRiskAt(time) ?? 0)]))]);
    }
}
