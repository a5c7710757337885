using ProgressionSim.Summaries.Contrasts;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>Paired differences between arms over time.</summary>
public static class ContrastFigure
{
    /// <summary>Builds the figure.</summary>
    /// <param name="summary">The results.</param>
    /// <returns>Late against early, then each arm against the first; null with one arm.</returns>
    public static Figure? Build(RunSummary summary)
    {
        if (summary.Arms.Count < 2)
        {
            return null;
        }

        var timing = TimingGroup.Of(summary);
        var reference = summary.Arms[0];
        var (arm, against) = timing is null ? (summary.Arms[1], reference) : (timing.Latest, timing.Earliest);
        var panels = new List<Panel>();
        if (timing is not null && timing.Earliest != reference)
        {
            panels.Add(PanelOf(summary, $"{arm.Name} minus {against.Name}", [arm], against));
        }

        panels.Add(PanelOf(summary, $"Each arm minus {reference.Name}", [.. summary.Arms.Skip(1)], reference));
        return new()
        {
            Id = "contrast",
            Title = Title(summary, arm, against),
            Caption = "Mean difference in ALSFRS-R, the dead counted as 0, each patient against the same patient in the other arm; "
                + $"bands are pointwise 95 % Monte Carlo intervals. {NumberText.Count(summary.PatientsAnalysed)} pairs.",
            AlternativeText = $"ALSFRS-R of {arm.Name} minus {against.Name}: "
                + string.Join(", ", Words.KeyMonths(summary).Select(month => Difference.At(summary, arm, against, Difference.Score, month))
                    .Select(difference => $"{difference.ValueText} points ({difference.IntervalText}) at month {difference.Month}")) + ".",
            Panels = panels,
            Columns = panels.Count,
        };
    }

    private static string Title(RunSummary summary, ArmSummary arm, ArmSummary against)
    {
        var widest = summary.Months.Select(month => Difference.At(summary, arm, against, Difference.Score, month))
            .Where(difference => double.IsFinite(difference.Value))
            .MaxBy(difference => Math.Abs(difference.Value));
        return widest is null || !widest.IsDetectable
            ? $"{arm.Name} and {against.Name} do not differ in ALSFRS-R beyond simulation noise, not even at their widest gap"
            : $"The gap between {widest.Unsigned.Arm.Name} and {widest.Unsigned.Against.Name} is widest at month {widest.Month}: "
                + $"{widest.Unsigned.ValueText} ALSFRS-R points (95 % MC interval {widest.Unsigned.IntervalText})";
    }

    private static Panel PanelOf(RunSummary summary, string heading, IReadOnlyList<ArmSummary> arms, ArmSummary against)
    {
        var months = FigureParts.Months(summary);
        var contrasts = arms.Select(arm => (Arm: arm, Series: summary.Contrast(arm.Index, against.Index, Difference.Score))).ToArray();
        var horizontal = FigureParts.TimeAxis(summary);
        return new()
        {
            Heading = heading,
            Horizontal = horizontal,
            Vertical = Vertical(contrasts.Select(contrast => contrast.Series)),
            Layers =
            [
                FigureParts.Zero(horizontal),
                .. contrasts.Select(contrast => new BandLayer("", FigureParts.ColorOf(contrast.Arm), months, contrast.Series.Low, contrast.Series.High, 0.3)),
                .. contrasts.Select(contrast => new LineLayer(contrast.Arm.Name, FigureParts.ColorOf(contrast.Arm), months, contrast.Series.Difference)),
            ],
        };
    }

    private static Axis Vertical(IEnumerable<ContrastSeries> contrasts)
    {
        var values = contrasts.SelectMany(contrast => contrast.Difference.Concat(contrast.Low).Concat(contrast.High)).Where(double.IsFinite).ToArray();
        var low = values.Append(0).Min();
        var high = values.Append(0).Max();
        return new(
            "ALSFRS-R difference (points)",
            low < 0 ? -FigureParts.RoundedUp([-low], 0.1) : 0,
            high > 0 || low == 0 ? FigureParts.RoundedUp([high], 0.1) : 0);
    }
}
