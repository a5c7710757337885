using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The small tables of a timing report.</summary>
internal static class TimingTables
{
    /// <summary>Starts, groups, outcomes, triggers.</summary>
    public static IReadOnlyList<ReportTable> All(TimingView view) =>
    [
        Starts(view),
        Groups(view),
        OtherOutcomes(view),
        .. view.Result.Triggers.Count == 0 ? Array.Empty<ReportTable>() : [Triggers(view)],
        .. view.Result.Uncertainty is { } uncertain ? [ParameterTable.Of(uncertain.Record)] : Array.Empty<ReportTable>(),
        OutcomeTables.Definitions(view.Plan.Run, view.Plan.Question.Rules, Enumerable.Range(0, OutcomeCatalogue.Count)),
    ];

    private static ReportTable Starts(TimingView view)
    {
        var uncertain = view.Result.Uncertainty is not null;
        string[] Optional(string text) => uncertain ? [text] : [];
        return new(
            $"What each start gains: {view.Words.Gain.ToLowerInvariant()}, {view.Words.GainUnit}",
            [
                $"Start (months from {TimingWords.From(view.Plan)})", "Put off to biological onset", "Median actual start", "Treated",
                    "Gain (95 % MC interval)", .. Optional("Gain over uncertain parameters"),
                "Cost of a month's wait (95 % MC interval)", .. Optional("Cost over uncertain parameters"),
            ],
            [.. view.Offsets.Select((offset, start) => (string[])
            [
                TimingWords.Short(offset),
                NumberText.Percent(view.Result.Record.Starts(0, TimingResult.ArmOf(start)).ClampedShare, 0),
                view.Result.Record.Starts(0, TimingResult.ArmOf(start)).QuantileMonths(0.5) is { } median ? NumberText.SignedMonths(median) : "-",
                NumberText.Percent(view.Result.Record.Starts(0, TimingResult.ArmOf(start)).TreatedShare, 0),
                view.Words.WithInterval(view.Main.Benefits[start]),
                .. Optional(view.Parameters(0, view.Outcome, start) is { } gain ? view.Words.Range(gain.Low, gain.High, (gain.High - gain.Low) / 20) : "-"),
                start < view.Main.CostsOfDelay.Count && view.Main.CostsOfDelay[start] is { } cost ? view.Words.WithInterval(cost) : "-",
                .. Optional(start < view.Main.CostsOfDelay.Count && view.CostOfDelay(0, view.Outcome, start) is { } delay
                    ? view.Words.Range(delay.Low, delay.High, (delay.High - delay.Low) / 20) : "-"),
            ])],
            $"The cost is per month of waiting from this start to the next. The median actual start counts from {TimingWords.Origin(view.Plan.Run)}. "
                + "No cost is stated where more than 10 % were put off to biological onset.");
    }

    private static ReportTable Groups(TimingView view) => new(
        $"Groups of patients: {view.Words.Gain.ToLowerInvariant()}, {view.Words.GainUnit}",
        [
            "Group", "Patients", $"{OutcomePhrases.Capital(view.Words.Noun)} without treatment",
                $"Gain when started {TimingWords.Start(view.Plan, view.Offsets[view.Spoken])}",
            $"Latest start that keeps {NumberText.Percent(view.Plan.WindowKeepsShare, 0)}", "Point of no return",
        ],
        [.. view.Result.Record.Groups.Select((group, index) => (group, index)).Where(each => view.Result.Record.Patients(each.index) > 0).Select(each =>
        {
            var curve = view.Result.Curve(each.index, view.Outcome);
            return new[]
            {
                each.group.Name,
                NumberText.Count(view.Result.Record.Patients(each.index)),
                view.Words.WithInterval(curve.Reference),
                view.Words.WithInterval(curve.Benefits[view.Spoken]),
                $"{TimingWords.Month(view.Plan, curve.Window.Months)} ({TimingWords.Range(view.Plan, curve.Window.Low, curve.Window.High)})",
                $"{TimingWords.Month(view.Plan, curve.PointOfNoReturn.Months)} "
                    + $"({TimingWords.Range(view.Plan, curve.PointOfNoReturn.Low, curve.PointOfNoReturn.High)})",
            };
        })],
        "In brackets 95 % Monte Carlo intervals." + (view.Result.Rules.FastAboveProgressionRate is { } rate
            ? $" Fast patients have a progression rate above {NumberText.ForFile(Math.Round(rate, 3))}, slow ones at or below."
            : ""));

    private static ReportTable OtherOutcomes(TimingView view)
    {
        int[] starts = [.. new[] { 0, view.Spoken, view.Offsets.Count - 1 }.Distinct().Order()];
        return new(
            "All outcomes",
            ["Outcome", $"Mean of {view.ReferenceName}", .. starts.Select(start => $"Gain, start {TimingWords.Short(view.Offsets[start])}"), "Unit of gain"],
            [.. view.Outcomes().Select(outcome => (view.Result.Curve(0, outcome), OutcomeWords.Of(outcome))).Select(each => (string[])
            [
                each.Item2.Outcome.Name,
                each.Item2.WithInterval(each.Item1.Reference),
                .. starts.Select(start => each.Item2.WithInterval(each.Item1.Benefits[start])),
                each.Item2.GainUnit,
            ])],
            "In brackets 95 % Monte Carlo intervals. A gain is positive when it is good for the patient; for neurofilament it is a fall.");
    }

    private static ReportTable Triggers(TimingView view) => new(
        $"Triggers: {view.Words.Gain.ToLowerInvariant()}, {view.Words.GainUnit}",
        ["Trigger", "Gain (95 % MC interval)", "Best in resamples", "Treated", "Treated before symptoms", "Median actual start (months from "
            + $"{TimingWords.Origin(view.Plan.Run)})"],
        [.. view.Result.Triggers.Select(trigger => (trigger, view.Result.Record.Starts(0, trigger.Arm))).Select(each => new[]
        {
            each.trigger.Trigger.Name,
            view.Words.WithInterval(TimingText.Benefit(view, each.trigger)),
            NumberText.Percent(each.trigger.ProbabilityOfBest, 0),
            NumberText.Percent(each.Item2.TreatedShare, 0),
            NumberText.Percent(each.Item2.TreatedBeforeSymptomsShare, 0),
            each.Item2.QuantileMonths(0.5) is { } median ? NumberText.SignedMonths(median) : "-",
        })],
        "Everybody simulated gets the disease. What a programme of screening costs those who never would is not part of this.");
}
