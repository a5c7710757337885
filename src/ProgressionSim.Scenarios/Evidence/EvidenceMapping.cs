using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Evidence;

/// <summary>Turns a resolved and checked section into the plan of a comparison with published quantities.</summary>
internal static class EvidenceMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="section">The section, complete with defaults.</param>
    /// <param name="run">The scenario's plan.</param>
    public static EvidencePlan Map(IConfiguration section, RunPlan run) => new()
    {
        Run = run,
        Quantities = [.. section.Items(EvidenceSettings.Quantities).Select(item => Quantity(item, run))],
        Patients = section.Whole("patients"),
        Draws = section.Whole("draws"),
        PatientsOfDraw = section.Whole("patientsOfDraw"),
        Limits = [.. section.Items("limits").Select(item => item.Value!)],
    };

    private static EvidenceQuantity Quantity(IConfigurationSection item, RunPlan run) => new()
    {
        Name = item.Text("name"),
        Title = item.Text("title"),
        Unit = item["unit"] ?? "",
        Population = item.Text("population"),
        Use = EvidenceSettings.Uses[item.Text("use")],
        Value = item.OptionalNumber("value"),
        Low = item.OptionalNumber("low"),
        High = item.OptionalNumber("high"),
        IntervalIs = item["intervalIs"] ?? "",
        Patients = item.OptionalWhole("patients"),
        Source = item.Text("source"),
        Confidence = SourceSettings.Confidences[item.Text("confidence")],
        Remark = item["remark"] ?? "",
        Estimator = EstimatorMapping.Map(item.GetSection("estimator"), run),
    };
}
