using System.Globalization;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>Puts the report of a sensitivity analysis together. Nothing but the time in summary.json depends on the machine.</summary>
public static class SensitivityReports
{
    /// <summary>The report of a sensitivity analysis.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport Of(SensitivityResult result, string version)
    {
        var (view, plan) = (new SensitivityView(result), result.Plan);
        return new JobReport(
            SensitivityJson.Of(view, version),
            new ReportContent
            {
                Title = plan.Run.Title,
                Question = plan.Run.Description,
                Answer = SensitivityText.Answer(view),
                Findings = SensitivityText.Findings(view),
                Cautions = SensitivityText.Cautions(view),
                Figures = SensitivityFigures.All(view),
                Tables = SensitivityTables.All(view),
                Assumptions = plan.Run.Assumptions,
                Manifest =
                [
                    new("Scenario", plan.Run.Name),
                    new("Scenario SHA-256", plan.Run.ScenarioSha256),
                    new("Version", version),
                    new("Seed", plan.Run.Seed.ToString(CultureInfo.InvariantCulture)),
                    new("Method", plan.Method == SensitivityMethod.Sobol ? "Sobol' indices (Saltelli and Jansen estimators)" : "Morris screening"),
                    new(plan.Method == SensitivityMethod.Sobol ? "Base points" : "Paths", NumberText.Count(plan.BasePoints)),
                    new("Points simulated", NumberText.Count(result.Points)),
                    new("Patients of each point", NumberText.Count(plan.Patients)),
                    new("Arm", plan.Question.Arm == 0 ? view.ArmName : $"{view.ArmName} against {view.ReferenceName}"),
                    new("Outcome", $"{view.Words.Outcome.Name}, month 0 ({OutcomePhrases.Origin(plan.Run)}) to {NumberText.Whole(view.Months)}"),
                ],
            },
            [SensitivityTables.File(view)]);
    }
}
