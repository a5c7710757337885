using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>The answer of a sweep and the findings that support it.</summary>
internal static class SweepText
{
    /// <summary>The finding in one sentence without a full stop, for titles.</summary>
    public static string Headline(SweepView view)
    {
        var settings = $"{NumberText.Count(view.Plan.Cells)} settings examined";
        if (view.Plan.ShowsBenefit && !view.HasEffect(view.Outcome))
        {
            return $"No benefit of {view.ArmName} in {view.Words.Noun} beyond simulation noise at any of the {settings}";
        }

        var (large, small) = (view.Largest(view.Outcome), view.Smallest(view.Outcome));
        if (!view.Changes(view.Outcome))
        {
            return $"{view.Quantity(view.Outcome)} does not change beyond simulation noise over the {settings}: "
                + $"{Number(view, small.Estimate)} to {Number(view, large.Estimate)} {view.Unit(view.Outcome)}";
        }

        return SweepTrade.Find(view) is { } trade
            ? $"{TradeOpening(view, trade)} ({ToAcross(trade, trade.Low)} to {ToAcross(trade, trade.High)}) with {trade.Along.Of(trade.To)}"
            : $"{view.Quantity(view.Outcome)} goes from {view.Words.WithInterval(small.Estimate)} with {view.Where(small)} to "
                + $"{view.Words.WithInterval(large.Estimate)} {view.Unit(view.Outcome)} with {view.Where(large)}";
    }

    /// <summary>The range of the outcome over the grid, and what makes up for what.</summary>
    public static string Answer(SweepView view)
    {
        if (view.IsEmpty)
        {
            return $"None of the {NumberText.Count(view.Plan.Run.Patients)} simulated patients reached {OutcomePhrases.Origin(view.Plan.Run)}, so there is "
                + "nothing to report.";
        }

        var headline = $"In this model and under these assumptions: {OutcomePhrases.Within(Headline(view))}.";
        return SweepTrade.Find(view) is { } trade && view.HasEffect(view.Outcome) && view.Changes(view.Outcome)
            ? $"{headline} Both give {view.Words.WithInterval(trade.Level)} {view.Unit(view.Outcome)} by month {view.Months}; in brackets 95 % Monte Carlo "
                + $"(MC) intervals. {Range(view, view.Outcome)}"
            : view.Changes(view.Outcome) && view.HasEffect(view.Outcome)
                ? $"In this model and under these assumptions: {OutcomePhrases.Within(Range(view, view.Outcome))} In brackets 95 % Monte Carlo (MC) intervals."
                : $"{headline} {Range(view, view.Outcome)}";
    }

    /// <summary>One sentence or two each.</summary>
    public static IReadOnlyList<string> Findings(SweepView view)
    {
        if (view.IsEmpty)
        {
            return [];
        }

        return
        [
            .. view.Changes(view.Outcome) ? view.Axes.Select((_, axis) => SweepSlope.Sentence(view, axis)).OfType<string>() : [],
            .. view.Changes(view.Outcome) && Trade(view) is { } trade ? new[] { trade } : [],
            .. view.Plan.Outcomes.Skip(1).Where(outcome => view.Cells(outcome).Any()).Select(outcome => Range(view, outcome)),
            $"{NumberText.Count(view.Plan.Cells)} settings were simulated with {NumberText.Count(view.Plan.Run.Patients)} patients each, the same ones in "
                + "every cell; MC intervals are 95 % Monte Carlo intervals, that is the "
                + "chance of the simulation only.",
        ];
    }

    /// <summary>The range of an outcome over the grid, in a sentence.</summary>
    public static string Range(SweepView view, int outcome)
    {
        if (!view.Cells(outcome).Any())
        {
            return $"{view.Quantity(outcome)}: nobody to count.";
        }

        var (large, small, words) = (view.Largest(outcome), view.Smallest(outcome), OutcomeWords.Of(outcome));
        return view.Changes(outcome)
            ? $"{view.Quantity(outcome)} is largest, {words.WithInterval(large.Estimate)} {view.Unit(outcome)}, with {view.Where(large)}, and smallest, "
                + $"{words.WithInterval(small.Estimate)}, with {view.Where(small)}."
            : $"{view.Quantity(outcome)} lies between {words.WithInterval(small.Estimate)} and {words.WithInterval(large.Estimate)} {view.Unit(outcome)}, no "
                + "difference beyond simulation noise.";
    }

    /// <summary>What makes up for what, in a sentence; null when the grid shows no such trade.</summary>
    public static string? Trade(SweepView view) => view.Changes(view.Outcome) && SweepTrade.Find(view) is { } trade
        ? $"Along the line of equal {(view.Plan.ShowsBenefit ? "benefit" : "outcome")} at {view.Words.WithInterval(trade.Level)} {view.Unit(view.Outcome)}: "
            + $"{trade.Across.Of(trade.FromAcross)} with "
            + $"{trade.Along.Of(trade.From)} is worth as much as {ToAcross(trade, trade.ToAcross)} with {trade.Along.Of(trade.To)} (95 % MC interval "
            + $"{ToAcross(trade, trade.Low)} to {ToAcross(trade, trade.High)}, "
            + "read off by interpolation; the two settings are taken for independent, which makes it rather too wide)."
        : null;

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(SweepView view) =>
    [
        OutcomePhrases.Simulation,
        OutcomePhrases.MonteCarlo + " No uncertainty of the parameters that are not on an axis is shown.",
        "The same patients with the same random numbers are simulated in every cell, so cells are far more alike by chance than their intervals say, and "
            + "differences between neighbours are surer; a chance peculiarity of "
            + "these patients shows in all cells.",
        OutcomePhrases.Counting(view.Plan.Run, view.Months),
        .. view.Axes.Any(axis => axis.IsStart)
            ? [
                "A start that would lie before a patient's biological onset is put off to it. How many are is not counted here: cells of the same early start "
                    + "may test a later start than the axis says "
                    + "(a timing experiment counts them).",
            ]
            : Array.Empty<string>(),
        "Values on the axes are assumptions put in, not measured ones; the grid says nothing about which of them is true or likely.",
    ];

    private static string TradeOpening(SweepView view, SweepTrade trade) =>
        $"{OutcomePhrases.Capital(trade.Across.Of(trade.FromAcross))} with {trade.Along.Of(trade.From)} "
            + $"{(view.Plan.ShowsBenefit ? "gains about as much" : $"gives about the same {view.Words.Noun}")} as {ToAcross(trade, trade.ToAcross)}";

    private static string ToAcross(SweepTrade trade, double value) => NumberText.Fixed(value, NumberText.DecimalsFor((trade.High - trade.Low) / 4));

    private static string Number(SweepView view, Estimate estimate) => view.Words.Number(estimate.Value, estimate.StandardError);
}
