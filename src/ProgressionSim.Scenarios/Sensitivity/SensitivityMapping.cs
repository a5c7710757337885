using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Sensitivity;

/// <summary>Turns a resolved and checked scenario into the plan of a sensitivity analysis.</summary>
internal static class SensitivityMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="section">The section, complete with defaults.</param>
    /// <param name="run">The scenario's plan, with the assumptions of the section.</param>
    /// <param name="view">The scenario.</param>
    public static SensitivityPlan Map(IConfiguration section, RunPlan run, ExperimentView view)
    {
        var method = SensitivitySettings.Methods[section.Text("method")];
        return new SensitivityPlan
        {
            Run = run,
            Question = QuestionMapping.Map(section, run),
            Method = method,
            Parameters = ParameterMapping.Map(section, view),
            BasePoints = section.Whole(method == SensitivityMethod.Sobol ? "basePoints" : "trajectories"),
            Patients = section.Whole("patients"),
        };
    }
}
