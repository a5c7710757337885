using System.Globalization;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>Puts the report of a sweep together. Nothing but the time in summary.json depends on the machine.</summary>
public static class SweepReports
{
    /// <summary>The report of a sweep.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="version">Version of the program.</param>
    public static JobReport Of(SweepResult result, string version)
    {
        var (view, plan) = (new SweepView(result), result.Plan);
        return new JobReport(
            SweepJson.Of(view, version),
            new ReportContent
            {
                Title = plan.Run.Title,
                Question = plan.Run.Description,
                Answer = SweepText.Answer(view),
                Findings = SweepText.Findings(view),
                Cautions = SweepText.Cautions(view),
                Figures = SweepFigures.All(view),
                Tables = view.IsEmpty ? [] : SweepTables.All(view),
                Assumptions = plan.Run.Assumptions,
                Manifest =
                [
                    new("Scenario", plan.Run.Name),
                    new("Scenario SHA-256", plan.Run.ScenarioSha256),
                    new("Version", version),
                    new("Seed", plan.Run.Seed.ToString(CultureInfo.InvariantCulture)),
                    new("Patients of each cell", NumberText.Count(plan.Run.Patients)),
                    new("Cells", NumberText.Count(plan.Cells)),
                    .. plan.Axes.Select((axis, i) => new KeyValuePair<string, string>($"Axis {i + 1}", $"{axis.Path}, {NumberText.Count(axis.Values.Count)} "
                        + $"values from {NumberText.Setting(axis.Values[0])} to {NumberText.Setting(axis.Values[^1])}")),
                    new("Arm", plan.Question.Arm == 0 ? view.ArmName : $"{view.ArmName} against {view.ReferenceName}"),
                    new("Outcomes", $"{string.Join(", ", plan.Outcomes.Select(outcome => OutcomeWords.Of(outcome).Outcome.Name))}, month 0 "
                        + $"({OutcomePhrases.Origin(plan.Run)}) to {NumberText.Whole(view.Months)}"),
                ],
            },
            [SweepTables.File(view)]);
    }
}
