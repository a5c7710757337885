using System.Globalization;
using ProgressionSim.Experiments.Timing;
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
                Manifest =
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
                ],
            },
            TimingFiles.All(view));
    }
}
