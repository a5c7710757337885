using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Questions;

/// <summary>Turns a checked section into a question.</summary>
internal static class QuestionMapping
{
    /// <summary>Maps the arm, the outcome and how it is counted.</summary>
    /// <param name="section">The section.</param>
    /// <param name="run">The scenario's plan.</param>
    /// <param name="outcome">Name of the outcome; null for that of the section.</param>
    public static OutcomeQuestion Map(IConfiguration section, RunPlan run, string? outcome = null) => new(
        run.Arms.ToList().FindIndex(arm => arm.Name == section.Text("arm")),
        OutcomeCatalogue.IndexOf(outcome ?? section.Text("outcome")),
        new OutcomeRules
        {
            Months = section.Whole("outcomeAtMonths"),
            RecoveryPoints = section.Number("recovery:points"),
            RecoveryHeldMonths = section.Whole("recovery:heldMonths"),
            FastAboveProgressionRate = section.OptionalNumber("fastAboveProgressionRate"),
        });
}
