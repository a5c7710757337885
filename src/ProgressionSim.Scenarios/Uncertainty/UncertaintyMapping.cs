using Microsoft.Extensions.Configuration;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Fitted;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Uncertainty;

/// <summary>Turns a resolved and checked scenario into what is not known about settings of everyone.</summary>
internal static class UncertaintyMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="section">The section, complete with defaults.</param>
    /// <param name="view">The scenario.</param>
    public static UncertaintyPlan Map(IConfiguration section, ExperimentView view) =>
        Parameters(section, view, section.Flag("fitted")) with { OuterReplicates = section.Whole("outerReplicates"), Patients = section.Whole("patients") };

    /// <summary>What is not known when published quantities are predicted: the section's parameters, where there is one, and all that was fitted.</summary>
    /// <param name="section">The section; null without one.</param>
    /// <param name="view">The scenario.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="patients">Patients of each draw.</param>
    /// <returns>Null when everything counts as known.</returns>
    public static UncertaintyPlan? OfEvidence(IConfiguration? section, ExperimentView view, int draws, int patients)
    {
        var plan = Parameters(section, view, section?.Flag("fitted") ?? true);
        return plan.Parameters.Count == 0 ? null : plan with { OuterReplicates = draws, Patients = patients };
    }

    private static UncertaintyPlan Parameters(IConfiguration? section, ExperimentView view, bool takesFitted)
    {
        var own = section is null ? [] : ParameterMapping.Map(section, view);
        var (fitted, between) = takesFitted ? FittedParameters.InUse(view, [.. own.Select(parameter => ParameterMapping.Find(view, parameter.Path))]) : ([], []);
        List<UncertainParameter> parameters = [.. own, .. fitted.Select(parameter => ParameterMapping.Map(new DocumentConfiguration(parameter), view))];
        int Index(string path) => parameters.FindIndex(parameter => parameter.Path == path);
        ParameterCorrelation Pair(IConfiguration item) => new(Index(item.Text("between:0")), Index(item.Text("between:1")), item.Number("value"));
        return new UncertaintyPlan
        {
            Parameters = parameters,
            Correlations = [.. (section?.Items("correlations") ?? []).Select(Pair), .. between.Select(item => Pair(new DocumentConfiguration(item)))],
            OuterReplicates = UncertaintyPlan.FewestReplicates,
            Patients = UncertaintyPlan.FewestPatients,
        };
    }
}
