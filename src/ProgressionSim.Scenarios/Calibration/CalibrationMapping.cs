using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Calibration;

/// <summary>Turns a resolved and checked section into the plan of a fit.</summary>
internal static class CalibrationMapping
{
    /// <summary>Maps the section.</summary>
    /// <param name="section">The section, complete with defaults.</param>
    /// <param name="evidence">The quantities.</param>
    /// <param name="view">The scenario.</param>
    public static CalibrationPlan Map(IConfiguration section, EvidencePlan evidence, ExperimentView view) => new()
    {
        Evidence = evidence,
        EvidenceFile = section.Text(CalibrationSettings.Targets),
        Parameters = [.. ParameterMapping.Map(section, view).Zip(section.Items(ParameterSettings.List), Parameter)],
        Patients = section.Whole("patients"),
        PatientsOfPosterior = section.Whole("patientsOfPosterior"),
        Generations = section.Whole("generations"),
        Candidates = section.Whole("candidates"),
    };

    private static CalibratedParameter Parameter(UncertainParameter parameter, IConfigurationSection written)
    {
        var belief = parameter.Distribution is TruncatedDistribution truncated ? truncated.Inner : parameter.Distribution;
        return new CalibratedParameter
        {
            Path = parameter.Path,
            IsLogarithmic = belief is LogNormalDistribution,
            Center = belief.Median,
            Sd = belief is LogNormalDistribution logNormal ? logNormal.LogSd : ((NormalDistribution)belief).Sd,
            Minimum = written.OptionalNumber("min"),
            Maximum = written.OptionalNumber("max"),
        };
    }
}
