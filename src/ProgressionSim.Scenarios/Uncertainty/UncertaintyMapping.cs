using Microsoft.Extensions.Configuration;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Uncertainty;

/// <summary>Turns a resolved and checked scenario into what is not known about settings of everyone.</summary>
internal static class UncertaintyMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="section">The section, complete with defaults.</param>
    /// <param name="view">The scenario.</param>
    public static UncertaintyPlan Map(IConfiguration section, ExperimentView view)
    {
        var parameters = ParameterMapping.Map(section, view);
        int Index(string path) => parameters.ToList().FindIndex(parameter => parameter.Path == path);
        return new UncertaintyPlan
        {
            Parameters = parameters,
            Correlations = [.. section.Items("correlations").Select(item =>
                new ParameterCorrelation(Index(item.Text("between:0")), Index(item.Text("between:1")), item.Number("value")))],
            OuterReplicates = section.Whole("outerReplicates"),
            Patients = section.Whole("patients"),
        };
    }
}
