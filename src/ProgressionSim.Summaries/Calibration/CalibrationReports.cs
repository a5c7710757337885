using System.Globalization;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>Puts the report of a fit together. Nothing but the time in summary.json depends on the machine.</summary>
public static class CalibrationReports
{
    /// <summary>The report of a fit.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport Of(CalibrationResult result, string version)
    {
        var (view, plan, run) = (new CalibrationView(result), result.Plan, result.Plan.Evidence.Run);
        return new JobReport(
            CalibrationJson.Of(view, version),
            new ReportContent
            {
                Title = run.Title,
                Question = run.Description,
                Answer = CalibrationText.Answer(view),
                Findings = CalibrationText.Findings(view),
                Cautions = CalibrationText.Cautions(view),
                Figures = CalibrationFigures.All(view),
                Tables = CalibrationTables.All(view),
                Assumptions = run.Assumptions,
                Manifest =
                [
                    new("Scenario", run.Name),
                    new("Scenario SHA-256", run.ScenarioSha256),
                    new("Version", version),
                    new("Seed", run.Seed.ToString(CultureInfo.InvariantCulture)),
                    new("Evidence", plan.EvidenceFile),
                    new("Patients of each set of values", NumberText.Count(plan.Patients)),
                    new("Patients for the intervals", NumberText.Count(plan.PatientsOfPosterior)),
                    new("Generations at most", NumberText.Count(plan.Generations)),
                    new("Sets of values in a generation", NumberText.Count(plan.Candidates)),
                    new("Sets of values simulated", NumberText.Count(result.Evaluations)),
                ],
            },
            CalibrationFiles.All(view));
    }
}
