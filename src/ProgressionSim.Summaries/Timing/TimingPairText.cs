using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The answer of two timing experiments side by side and the findings that support it.</summary>
internal static class TimingPairText
{
    private const int MostSettings = 4;

    /// <summary>The finding in one sentence without a full stop, for titles.</summary>
    public static string Headline(TimingPair pair)
    {
        if (pair.Views.All(view => !view.HasBenefit(0, view.Outcome)))
        {
            return $"No benefit of treatment in {pair.Words.Noun} beyond simulation noise in {pair.Names[0]} or in {pair.Names[1]}";
        }

        return $"Starting {Start(pair, pair.Earliest)} rather than {Start(pair, pair.Later)} {Gains(pair, 0)} {pair.Words.GainUnit} in {pair.Names[0]}, "
            + $"{Compared(pair)} in {pair.Names[1]}";
    }

    /// <summary>What an early start gains in both, how much that differs, and how late in the disease it is.</summary>
    public static string Answer(TimingPair pair)
    {
        if (!pair.HasPatients)
        {
            return $"In one of the scenarios, or in both, no simulated patient reached {OutcomePhrases.Origin(pair.Plan.Run)}, so there is nothing to compare.";
        }

        return $"In this model and under these assumptions: {OutcomePhrases.Within(Headline(pair))} (by month {pair.Plan.Question.Rules.Months}, in brackets "
            + $"95 % Monte Carlo intervals). {Difference(pair)} {Origins(pair)}";
    }

    /// <summary>One sentence or two each.</summary>
    public static IReadOnlyList<string> Findings(TimingPair pair) => !pair.HasPatients
        ? []
        :
        [
            .. Settings(pair),
            .. Enumerable.Range(0, 2).Select(which => Benefit(pair, which)),
            Latest(pair),
            $"Without treatment, {pair.Words.Noun}: "
                + string.Join("; ", pair.Views.Select((view, which) => $"{pair.Names[which]} {view.Words.WithInterval(view.Main.Reference)}"))
                + $" ({pair.Words.ValueUnit}).",
            $"{string.Join("; ", Enumerable.Range(0, 2).Select(which => Analysed(pair, which)))}. Intervals are 95 % Monte Carlo (MC) "
                + "intervals, that is the chance of the simulation only.",
        ];

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(TimingPair pair) =>
    [
        OutcomePhrases.Simulation,
        OutcomePhrases.MonteCarlo,
        "The comparison shows what an assumption does to the answer, not which of the two is true.",
        "The two scenarios are taken for independent in the interval of their difference. Where they share seed and random numbers this makes it "
            + "rather too wide.",
        $"A change of the disease moves {OutcomePhrases.Origin(pair.Plan.Run)} itself: the same months before or after {TimingWords.From(pair.Plan)} are "
            + "another time of the disease, and other patients may be counted.",
        OutcomePhrases.Counting(pair.Plan.Run, pair.Plan.Question.Rules.Months),
        .. pair.Views.SelectMany((view, which) =>
        {
            var clamped = Enumerable.Range(0, view.Offsets.Count).Where(start => view.Result.IsClamped(0, start)).ToArray();
            return clamped.Length == 0
                ? Array.Empty<string>()
                : [$"{pair.Names[which]}: starts at {Findings(view, clamped)} months lie before biological onset in more than 10 % of patients, in whom "
                    + "treatment then starts at biological onset (dashed in the figure)."];
        }),
    ];

    /// <summary>Median time from biological onset in both, in a sentence.</summary>
    public static string Origins(TimingPair pair)
    {
        string Months(int which) => pair.MedianOriginMonths(which) is { } months ? NumberText.Fixed(months, 1) : "-";
        return $"Median time from biological onset to {OutcomePhrases.Origin(pair.Plan.Run)}: {Months(0)} months in {pair.Names[0]}, {Months(1)} in "
            + $"{pair.Names[1]}; the same month from "
            + $"{TimingWords.From(pair.Plan)} is another time of the disease.";
    }

    /// <summary>A start in words.</summary>
    public static string Start(TimingPair pair, int start) => TimingWords.Start(pair.Plan, pair.Offsets[start]);

    private static string Findings(TimingView view, int[] starts) =>
        Summaries.Findings.Words.List([.. starts.Select(start => TimingWords.Short(view.Offsets[start]))]);

    private static string Gains(TimingPair pair, int which)
    {
        var gain = pair.Gain(which, pair.Later);
        return gain.Value < 0 ? $"loses {pair.Words.WithInterval(new Estimate(-gain.Value, gain.StandardError))}" : $"gains {pair.Words.WithInterval(gain)}";
    }

    private static string Compared(TimingPair pair) => pair.Gain(0, pair.Later).Value < 0 == pair.Gain(1, pair.Later).Value < 0
        ? Gains(pair, 1)[Gains(pair, 1).IndexOf(' ', StringComparison.Ordinal)..].Trim()
        : Gains(pair, 1);

    private static string Difference(TimingPair pair)
    {
        var difference = pair.Difference(pair.Later);
        var amount = $"{pair.Words.WithInterval(difference)} {pair.Words.GainUnit}";
        return difference.Low <= 0 && difference.High >= 0
            ? $"The difference of the two gains is not beyond simulation noise: {amount}."
            : $"So {amount} of this gain rest on what the scenarios differ in ({pair.Names[0]} less {pair.Names[1]}, taken for independent, which makes the "
                + "interval rather too wide).";
    }

    private static string Analysed(TimingPair pair, int which) =>
        $"{pair.Names[which]} {NumberText.Count(pair.Views[which].Result.Record.Patients(0))} simulated patients, the same ones at every start";

    private static string Latest(TimingPair pair)
    {
        var last = pair.Offsets.Count - 1;
        return $"Starting {Start(pair, pair.Earliest)} rather than {Start(pair, last)} gains {pair.Words.WithInterval(pair.Gain(0, last))} "
            + $"{pair.Words.GainUnit} in {pair.Names[0]}, {pair.Words.WithInterval(pair.Gain(1, last))} in "
            + $"{pair.Names[1]}; difference {pair.Words.WithInterval(pair.Difference(last))}.";
    }

    private static string Benefit(TimingPair pair, int which)
    {
        var view = pair.Views[which];
        return $"{pair.Names[which]} ({view.Plan.Run.Title}): treatment started {Start(pair, pair.Earliest)} gains "
            + $"{view.Words.WithInterval(view.Main.Benefits[pair.Earliest])} {view.Words.GainUnit} against {view.ReferenceName}, "
            + $"started {Start(pair, pair.Later)} {view.Words.WithInterval(view.Main.Benefits[pair.Later])}. {TimingText.Window(view, 0)}";
    }

    /// <summary>Settings that both have with another value.</summary>
    private static IEnumerable<string> Settings(TimingPair pair)
    {
        var second = pair.Views[1].Plan.Run.Assumptions.GroupBy(assumption => assumption.Path, StringComparer.Ordinal).ToDictionary(group => group.Key,
            group => group.First().Value, StringComparer.Ordinal);
        string[] differing =
        [
            .. pair.Views[0].Plan.Run.Assumptions.Where(assumption => second.TryGetValue(assumption.Path, out var value) && value != assumption.Value)
                .Select(assumption => $"{assumption.Path} ({assumption.Value} in {pair.Names[0]}, {second[assumption.Path]} in {pair.Names[1]})"),
        ];
        if (differing.Length > 0)
        {
            yield return "The scenarios differ in "
                + $"{string.Join("; ", differing.Take(MostSettings))}"
                + $"{(differing.Length > MostSettings ? $"; and {differing.Length - MostSettings} more settings" : "")}.";
        }
    }
}
