using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Turns a resolved and checked scenario into the plan of a grid.</summary>
internal static class SweepMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="sweep">The section, complete with defaults.</param>
    /// <param name="run">The scenario's plan, with the assumptions of the section.</param>
    /// <param name="view">The scenario.</param>
    public static SweepPlan Map(IConfiguration sweep, RunPlan run, ExperimentView view)
    {
        var outcomes = sweep.Items("outcomes").Select(item => item.Value!).ToList();
        return new SweepPlan
        {
            Run = run,
            Axes = [.. sweep.Items("axes").Select(axis => Axis(axis, view))],
            Question = QuestionMapping.Map(sweep, run, outcomes[0]),
            Outcomes = [.. outcomes.Select(OutcomeCatalogue.IndexOf)],
            ShowsBenefit = sweep.Text("shows") == SweepSettings.Benefit,
        };
    }

    private static SweepAxis Axis(IConfigurationSection axis, ExperimentView view)
    {
        var path = axis.Text("path");
        var values = axis.GetSection("values").Exists()
            ? axis.Numbers("values")
            : AxisValues.Space(axis.Number("from"), axis.Number("to"), axis.Whole("count"), axis["logarithmic"] is not null && axis.Flag("logarithmic"));
        return new SweepAxis(path, axis["label"] ?? AxisLabel.Of(path, ParameterMapping.Find(view, path).Unit), values);
    }
}
