using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Timing;

/// <summary>Turns a resolved and checked scenario into what is asked about the start of a treatment.</summary>
internal static class TimingMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="scenario">Settings of the scenario, complete with defaults.</param>
    /// <param name="run">The scenario's plan, with the assumptions of the section.</param>
    public static TimingPlan Map(IConfiguration scenario, RunPlan run)
    {
        var timing = scenario.GetSection(TimingSettings.Section);
        var question = QuestionMapping.Map(timing, run);
        return new TimingPlan
        {
            Run = run,
            Question = question,
            MovedTreatments = Moved(scenario.Items("arms").ElementAt(question.Arm)),
            Start = ArmMapping.Start(timing, offsetMonths: 0),
            OffsetsMonths = timing.Numbers("offsetsMonths"),
            WindowKeepsShare = timing.Number("windowKeeps"),
            SmallestBenefit = timing.Number("smallestBenefit"),
            Triggers = [.. timing.Items("triggers").Select(trigger => new TimingTrigger(trigger.Text("name"), ArmMapping.Start(trigger.GetSection("start"))))],
        };
    }

    private static int[] Moved(IConfigurationSection arm)
    {
        var treatments = arm.Items("treatments").ToList();
        int[] withoutOwn = [.. Enumerable.Range(0, treatments.Count).Where(index => !treatments[index].GetSection("start").Exists())];
        return withoutOwn.Length > 0 ? withoutOwn : [.. Enumerable.Range(0, treatments.Count)];
    }
}
