using System.Globalization;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Puts the credibility report together. Nothing but the time in summary.json depends on the machine.</summary>
public static class EvidenceReports
{
    /// <summary>The report of a comparison with published quantities.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport Of(EvidenceResult result, string version)
    {
        var (plan, run) = (result.Plan, result.Plan.Run);
        return new JobReport(
            EvidenceJson.Of(result, version),
            new ReportContent
            {
                Title = run.Title,
                Question = run.Description,
                Answer = EvidenceText.Answer(result),
                Findings = EvidenceText.Findings(result),
                Cautions = EvidenceText.Cautions(result),
                Figures = EvidenceFigures.All(result),
                Tables = EvidenceTables.All(result),
                Assumptions = run.Assumptions,
                Manifest =
                [
                    new("Scenario", run.Name),
                    new("Scenario SHA-256", run.ScenarioSha256),
                    new("Version", version),
                    new("Seed", run.Seed.ToString(CultureInfo.InvariantCulture)),
                    new("Patients simulated", NumberText.Count(plan.Patients)),
                    new("Patients analysed", NumberText.Count(result.Analysed)),
                    new("Months followed from symptom onset", NumberText.Whole(run.HorizonMonths)),
                    new("Arms", string.Join(", ", run.Arms.Select(arm => arm.Name))),
                    .. result.Uncertainty is { } uncertainty
                        ? new KeyValuePair<string, string>[]
                        {
                            new("Uncertain parameters", string.Join(", ", uncertainty.Parameters.Select(parameter => parameter.Path))),
                            new("Draws of parameters", NumberText.Count(plan.Draws)),
                            new("Patients of each draw", NumberText.Count(plan.PatientsOfDraw)),
                        }
                        : [new("Uncertain parameters", "none")],
                ],
            },
            EvidenceFiles.All(result));
    }
}
