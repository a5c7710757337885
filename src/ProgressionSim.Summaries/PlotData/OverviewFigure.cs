using ProgressionSim.Summaries.Findings;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>The one picture that answers the scenario's question.</summary>
public static class OverviewFigure
{
    /// <summary>Left ALSFRS-R with the dead as 0; right the points kept against the first arm by treatment start, or survival when starts do not differ.</summary>
    /// <param name="summary">The results.</param>
    public static Figure Build(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        var timing = TimingGroup.Of(summary);
        var right = PointsByStart(summary);
        var single = summary.Arms.Count == 1;
        var band = single ? "the band holds the middle half of patients" : "bands are 95 % Monte Carlo intervals of the mean, often thinner than the line";
        return new()
        {
            Id = "overview",
            Title = Headline.Of(summary),
            Caption = $"Left: mean ALSFRS-R of all {NumberText.Count(summary.PatientsAnalysed)} analysed patients, the dead counted as 0; {band}; "
                + "vertical lines are median actual treatment starts. "
                + (right is null
                    ? "Right: share alive by Kaplan-Meier with 95 % Monte Carlo bands."
                    : $"Right: points kept at month {month} against {summary.Arms[0].Name}, each patient against the same patient, by median actual start, with 95 % Monte Carlo intervals."),
            AlternativeText = $"{Headline.Of(summary)}. Mean ALSFRS-R at month {month}, the dead as 0: "
                + Words.ByArm(summary.Arms, arm => NumberText.Fixed(arm[Difference.Score].Mean[summary.MonthIndex(month)], 1))
                + (timing is null ? "." : $". Median start: {Words.ByArm(timing.ByStart, arm => "month " + NumberText.SignedMonths(arm.MedianStartMonths!.Value))}."),
            Panels = [Scores(summary, single), right ?? SurvivalFigure.Curves(summary) with { Heading = "Share alive" }],
            Columns = 2,
        };
    }

    private static Panel Scores(RunSummary summary, bool single)
    {
        var horizontal = FigureParts.TimeAxis(summary);
        var layers = new List<Layer>();
        layers.AddRange(summary.Arms.Select(arm => single
            ? FigureParts.MiddleHalf(summary, arm, Difference.Score, FigureParts.ColorOf(arm), "Middle half of patients")
            : FigureParts.MonteCarloBand(summary, arm, Difference.Score)));
        layers.AddRange(FigureParts.Starts(summary.Arms, horizontal));
        layers.AddRange(summary.Arms.Select(arm => FigureParts.MeanLine(summary, arm, Difference.Score)));
        return new()
        {
            Heading = "ALSFRS-R, the dead counted as 0",
            Horizontal = horizontal,
            Vertical = new("Mean ALSFRS-R (points)", 0, 48, 12),
            Layers = layers,
        };
    }

    private static Panel? PointsByStart(RunSummary summary)
    {
        var reference = summary.Arms[0];
        var arms = TimingGroup.Of(summary)?.ByStart.Where(arm => arm.Index > 0).ToArray() ?? [];
        if (arms.Length == 0)
        {
            return null;
        }

        var month = Words.OutcomeMonth(summary);
        var differences = arms.Select(arm => Difference.At(summary, arm, reference, Difference.Score, month)).ToArray();
        var starts = arms.Select(arm => arm.MedianStartMonths!.Value).ToArray();
        var room = Math.Max(3, (starts.Max() - starts.Min()) / 8);
        var interval = starts.Max() - starts.Min() >= 12 ? 6.0 : (double?)null;
        var horizontal = new Axis($"Median treatment start (months since {Words.Origin(summary)})", Math.Floor(starts.Min() - room), Math.Ceiling(starts.Max() + room), interval);
        var high = FigureParts.RoundedUp(differences.Select(difference => Math.Max(difference.Value, difference.High)), 1);
        var lowest = differences.Select(difference => Math.Min(difference.Value, difference.Low)).Where(double.IsFinite).Append(0).Min();
        var low = lowest < 0 ? -FigureParts.RoundedUp([-lowest], 1) : 0;
        return new()
        {
            Heading = $"Points kept at month {month} against {reference.Name}",
            Horizontal = horizontal,
            Vertical = new("ALSFRS-R difference (points)", low, high),
            Layers =
            [
                FigureParts.Zero(horizontal),
                new LineLayer("", FigureColor.Neutral, starts, [.. differences.Select(difference => difference.Value)], LineStyle.Thin),
                .. differences.Select((difference, i) => new IntervalLayer(
                    arms[i].Name, FigureParts.ColorOf(arms[i]), [starts[i]], [difference.Value], [difference.Low], [difference.High], [$"{arms[i].Name}: {difference.ValueText}"])),
            ],
        };
    }
}
