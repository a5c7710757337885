using System.Globalization;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>Puts the report of a scenario with uncertain parameters together. Nothing but the time in summary.json depends on the machine.</summary>
public static class UncertaintyReports
{
    /// <summary>The report of a scenario with uncertain parameters.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport Of(UncertaintyResult result, string version)
    {
        var view = new UncertaintyView(result);
        return new JobReport(
            UncertaintyJson.Of(view, version),
            new ReportContent
            {
                Title = result.Run.Title,
                Question = result.Run.Description,
                Answer = UncertaintyText.Answer(view),
                Findings = UncertaintyText.Findings(view),
                Cautions = UncertaintyText.Cautions(view),
                Figures = UncertaintyFigures.All(view),
                Tables = view.Patients == 0 ? [] : UncertaintyTables.All(view),
                Assumptions = result.Run.Assumptions,
                Manifest =
                [
                    new("Scenario", result.Run.Name),
                    new("Scenario SHA-256", result.Run.ScenarioSha256),
                    new("Version", version),
                    new("Seed", result.Run.Seed.ToString(CultureInfo.InvariantCulture)),
                    new("Patients simulated", NumberText.Count(result.Run.Patients)),
                    new("Patients analysed", NumberText.Count(view.Patients)),
                    new("Arms", string.Join(", ", result.Run.Arms.Select(arm => arm.Name))),
                    new("Outcome of the answers", $"{view.Words.Outcome.Name}, month 0 ({OutcomePhrases.Origin(result.Run)}) to "
                        + $"{NumberText.Whole(view.Months)}"),
                    new("Uncertain parameters", string.Join(", ", result.Uncertainty.Plan.Parameters.Select(parameter => parameter.Path))),
                    new("Draws of parameters", NumberText.Count(view.Draws)),
                    new("Patients of each draw", NumberText.Count(result.Uncertainty.Plan.Patients)),
                ],
            },
            UncertaintyFiles.All(view));
    }
}
