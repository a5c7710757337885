using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The tables of two timing experiments side by side, for the report and as files.</summary>
internal static class TimingPairTables
{
    /// <summary>The small tables of the report.</summary>
    public static IReadOnlyList<ReportTable> All(TimingPair pair) =>
        [Gains(pair), Scenarios(pair), OutcomeTables.Definitions(pair.Plan.Run, pair.Plan.Question.Rules, [pair.Plan.Question.Outcome])];

    /// <summary>The comparison, and the files of both, whose names begin with <c>first-</c> and <c>second-</c>.</summary>
    public static IReadOnlyList<TableFile> Files(TimingPair pair) =>
    [
        Comparison(pair),
        .. TimingFiles.All(pair.Views[0]).Select(file => file with { FileName = "first-" + file.FileName }),
        .. TimingFiles.All(pair.Views[1]).Select(file => file with { FileName = "second-" + file.FileName }),
    ];

    private static ReportTable Gains(TimingPair pair) => new(
        $"{pair.Words.Gain} in both, {pair.Words.GainUnit}",
        [
            $"Start (months from {TimingWords.From(pair.Plan)})", .. pair.Names.Select(name => $"Gain, {name}"),
            .. pair.Names.Select(name => $"Start {TimingWords.Short(pair.Offsets[pair.Earliest])} over this one, {name}"), "Difference",
        ],
        [.. pair.Offsets.Select((offset, start) => (string[])
        [
            TimingWords.Short(offset), .. pair.Views.Select(view => view.Words.WithInterval(view.Main.Benefits[start])),
            .. Enumerable.Range(0, 2).Select(which => start > pair.Earliest ? pair.Words.WithInterval(pair.Gain(which, start)) : "-"),
            start > pair.Earliest ? pair.Words.WithInterval(pair.Difference(start)) : "-",
        ])],
        $"In brackets 95 % Monte Carlo intervals. The difference is {pair.Names[0]} less {pair.Names[1]}, taken for independent.");

    private static ReportTable Scenarios(TimingPair pair) => new(
        "The scenarios",
        [
            "Scenario", "Title", "Patients", $"Median months from biological onset to {OutcomePhrases.Origin(pair.Plan.Run)}",
                $"{OutcomePhrases.Capital(pair.Words.Noun)} without treatment ({pair.Words.ValueUnit})",
            $"Latest start that keeps {NumberText.Percent(pair.Plan.WindowKeepsShare, 0)}",
        ],
        [.. pair.Views.Select((view, which) => (string[])
        [
            pair.Names[which], view.Plan.Run.Title, NumberText.Count(view.Result.Record.Patients(0)), pair.MedianOriginMonths(which) is { } months
                ? NumberText.Fixed(months, 1) : "-",
            view.Words.WithInterval(view.Main.Reference),
            $"{TimingWords.Month(view.Plan, view.Main.Window.Months)} ({TimingWords.Range(view.Plan, view.Main.Window.Low, view.Main.Window.High)})",
        ])],
        "In brackets 95 % Monte Carlo intervals.");

    private static TableFile Comparison(TimingPair pair)
    {
        var table = new CsvText(
            "offsetMonths", "firstBenefit", "firstBenefitStandardError", "secondBenefit", "secondBenefitStandardError", "firstGainOfEarliest",
                "firstGainOfEarliestStandardError", "secondGainOfEarliest",
            "secondGainOfEarliestStandardError", "difference", "differenceStandardError");
        for (var start = 0; start < pair.Offsets.Count; start++)
        {
            table.Cell(pair.Offsets[start]);
            Estimate?[] estimates =
            [
                pair.Views[0].Main.Benefits[start], pair.Views[1].Main.Benefits[start],
                .. start > pair.Earliest ? new Estimate?[] { pair.Gain(0, start), pair.Gain(1, start), pair.Difference(start) } : [null, null, null],
            ];
            foreach (var estimate in estimates)
            {
                table.Cell(estimate?.Value).Cell(estimate?.StandardError);
            }

            table.EndRow();
        }

        return table.ToFile("comparison.csv");
    }
}
