using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Rules that could start treatment, compared.</summary>
internal static class TriggerFigure
{
    /// <summary>Builds the figure.</summary>
    public static Figure Build(TimingView view)
    {
        TriggerResult[] triggers = [.. view.Result.Triggers.OrderByDescending(trigger => TimingText.Benefit(view, trigger).Value)];
        double[] places = [.. Enumerable.Range(1, triggers.Length).Select(place => (double)place)];
        Estimate[] benefits = [.. triggers.Select(trigger => TimingText.Benefit(view, trigger))];
        double[] caught = [.. triggers.Select(trigger => 100 * view.Result.Record.Starts(0, trigger.Arm).TreatedBeforeSymptomsShare)];
        double[] symptomatic = [.. triggers.Select((trigger, i) => Math.Max(0, (100 * view.Result.Record.Starts(0, trigger.Arm).TreatedShare) - caught[i]))];
        double[] never = [.. caught.Select((share, i) => Math.Max(0, 100 - share - symptomatic[i]))];
        var scale = view.Words.Scale;
        var names = Axis.OfNames("", [.. triggers.Select(trigger => trigger.Trigger.Name)]);
        return new()
        {
            Id = "triggers",
            Title = Title(view, triggers[0]),
            Caption = $"Left: gain against {view.ReferenceName} with its 95 % Monte Carlo interval. Right: share of patients treated before symptoms, after "
                + $"them, and never. {TimingFigureParts.Counted(view)} "
                + "All of them get the disease; people screened who never would are not part of this.",
            AlternativeText = string.Join(" ", triggers.Select((trigger, i) =>
                $"{trigger.Trigger.Name}: {view.Words.WithInterval(benefits[i])} {view.Words.GainUnit}, {NumberText.Percent(caught[i] / 100, 0)} treated "
                    + "before symptoms.")),
            Panels =
            [
                new()
                {
                    Heading = "Gain",
                    Horizontal = OutcomeAxes.Gains(view.Words.GainAxis, benefits.SelectMany(benefit => (double[])[scale * benefit.Low, scale * benefit.High])),
                    Vertical = names,
                    Layers =
                    [
                        new IntervalLayer(
                            "", TimingFigureParts.Treated, [.. benefits.Select(benefit => scale * benefit.Value)], places,
                                [.. benefits.Select(benefit => scale * benefit.Low)],
                            [.. benefits.Select(benefit => scale * benefit.High)], [], Horizontal: true),
                    ],
                },
                new()
                {
                    Heading = "Who is treated when",
                    Horizontal = new("Share of patients (%)", 0, 100, 20),
                    Vertical = names,
                    Layers =
                    [
                        new StackedBarLayer(
                        [
                            new("Before symptoms", FigureColor.Arm2, FillPattern.Plain, caught, [.. caught.Select(share => $"{NumberText.Fixed(share, 0)} %")]),
                            new("After symptoms", FigureColor.Arm3, FillPattern.Rising, symptomatic,
                                [.. symptomatic.Select(share => $"{NumberText.Fixed(share, 0)} %")]),
                            new("Never", FigureColor.Neutral, FillPattern.Dotted, never, [.. never.Select(share => $"{NumberText.Fixed(share, 0)} %")]),
                        ]),
                    ],
                },
            ],
            Columns = 2,
        };
    }

    private static string Title(TimingView view, TriggerResult best)
    {
        var benefit = TimingText.Benefit(view, best);
        return benefit.Low > 0
            ? $"Of the triggers compared, {best.Trigger.Name} gains most: {view.Words.WithInterval(benefit)} {view.Words.GainUnit}; "
                + $"it is best in {NumberText.Percent(best.ProbabilityOfBest, 0)} of resamples of the patients"
            : $"None of the triggers compared gains in {view.Words.Noun} beyond simulation noise";
    }
}
