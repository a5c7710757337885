using System.Globalization;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Puts the report of a timing experiment together. Nothing but the time in summary.json depends on the machine.</summary>
public static class TimingReports
{
    /// <summary>The report of one scenario.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport Of(TimingResult result, string version)
    {
        var view = new TimingView(result);
        return new JobReport(
            TimingJson.Of(view, version),
            new ReportContent
            {
                Title = result.Run.Title,
                Question = result.Run.Description,
                Answer = TimingText.Answer(view),
                Findings = TimingText.Findings(view),
                Cautions = TimingText.Cautions(view),
                Figures = TimingFigures.All(view),
                Tables = result.Record.Patients(0) == 0 ? [] : TimingTables.All(view),
                Assumptions = result.Run.Assumptions,
                Manifest = [.. Manifest(view, version)],
            },
            TimingFiles.All(view));
    }

    /// <summary>Why the results of two plans cannot be put side by side, in sentences that list what differs; null when they can.</summary>
    /// <param name="first">What is asked of the first scenario.</param>
    /// <param name="second">What is asked of the second.</param>
    public static string? RefusalToCompare(TimingPlan first, TimingPlan second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return TimingPair.Refusal(first, second);
    }

    /// <summary>The report of two scenarios side by side: how much of the benefit of early treatment rests on what they differ in.</summary>
    /// <param name="first">What was found in the first.</param>
    /// <param name="second">What was found in the second, with the same starts and the same outcome.</param>
    /// <param name="version">Version of the program.</param>
    /// <exception cref="ArgumentException">Starts, outcome or what they count from differ; the message lists what does.</exception>
    public static JobReport OfComparison(TimingResult first, TimingResult second, string version)
    {
        var pair = new TimingPair(first, second);
        return new JobReport(
            TimingPairJson.Of(pair, version),
            new ReportContent
            {
                Title = $"{pair.Names[0]} against {pair.Names[1]}",
                Question = first.Run.Description == second.Run.Description ? first.Run.Description : $"{first.Run.Description} | {second.Run.Description}",
                Answer = TimingPairText.Answer(pair),
                Findings = TimingPairText.Findings(pair),
                Cautions = TimingPairText.Cautions(pair),
                Figures = pair.HasPatients ? [TimingPairFigure.Build(pair)] : [],
                Tables = pair.HasPatients ? TimingPairTables.All(pair) : [],
                Assumptions = SeveralAssumptions.Of([.. pair.Views
                    .Select((view, which) => new KeyValuePair<string, IReadOnlyList<Assumption>>(pair.Names[which], view.Result.Run.Assumptions))]),
                Manifest =
                [
                    .. pair.Views.SelectMany((view, which) => Manifest(view, version)
                        .Select(entry => new KeyValuePair<string, string>($"{pair.Names[which]}: {entry.Key}", entry.Value))),
                ],
            },
            TimingPairTables.Files(pair));
    }

    private static IEnumerable<KeyValuePair<string, string>> Manifest(TimingView view, string version)
    {
        var result = view.Result;
        return
        [
            new("Scenario", result.Run.Name),
            new("Scenario SHA-256", result.Run.ScenarioSha256),
            new("Version", version),
            new("Seed", result.Run.Seed.ToString(CultureInfo.InvariantCulture)),
            new("Patients simulated", NumberText.Count(result.Run.Patients)),
            new("Patients analysed", NumberText.Count(result.Record.Patients(0))),
            new("Arm", $"{result.Plan.Run.Arms[result.Plan.Question.Arm].Name} against {view.ReferenceName}"),
            new("Starts count from", TimingWords.From(result.Plan)),
            new("Outcomes", $"month 0 ({TimingWords.Origin(result.Run)}) to {NumberText.Whole(result.Rules.Months)}"),
            new("Outcome of the answers", view.Words.Outcome.Name),
            .. result.Uncertainty is { } uncertain
                ? new KeyValuePair<string, string>[]
                {
                    new("Uncertain parameters", string.Join(", ", uncertain.Record.Plan.Parameters.Select(parameter => parameter.Path))),
                    new("Draws of parameters", NumberText.Count(uncertain.Record.Draws.Count)),
                    new("Patients of each draw", NumberText.Count(uncertain.Record.Plan.Patients)),
                }
                : [],
        ];
    }
}
