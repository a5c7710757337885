using System.Globalization;
using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Answers;

/// <summary>Puts a report together.</summary>
public static class ReportContentBuilder
{
    /// <summary>Builds the report of a run.</summary>
    /// <param name="result">The run.</param>
    /// <param name="version">Version of the program.</param>
    public static ReportContent Build(RunResult result, string version) => Build(RunSummary.Of(result, version));

    /// <summary>Builds the report of a run that is summarised already.</summary>
    /// <param name="summary">The results.</param>
    /// <returns>The report; nothing in it depends on the machine or on the time the run took.</returns>
    public static ReportContent Build(RunSummary summary) => new()
    {
        Title = summary.Plan.Title,
        Question = summary.Plan.Description,
        Answer = AnswerText.Of(summary),
        Findings = AnswerText.Findings(summary),
        Cautions = CautionList.Of(summary),
        Figures = ReportFigures.All(summary),
        Tables = summary.PatientsAnalysed == 0 ? [] : SummaryTables.All(summary),
        Assumptions = summary.Plan.Assumptions,
        Manifest =
        [
            new("Scenario", summary.Plan.Name),
            new("Scenario SHA-256", summary.Plan.ScenarioSha256),
            new("Version", summary.Version),
            new("Seed", summary.Plan.Seed.ToString(CultureInfo.InvariantCulture)),
            new("Patients simulated", NumberText.Count(summary.Plan.Patients)),
            new("Patients analysed", NumberText.Count(summary.PatientsAnalysed)),
            new("Patients without origin", NumberText.Count(summary.PatientsWithoutOrigin)),
            new("Months count from", Words.Origin(summary)),
            new("Months followed", NumberText.Whole(summary.Plan.HorizonMonths)),
            new("Step (days)", NumberText.ForFile(summary.Plan.StepDays) ?? ""),
            new("Arms", string.Join(", ", summary.Arms.Select(arm => arm.Name))),
        ],
    };
}
