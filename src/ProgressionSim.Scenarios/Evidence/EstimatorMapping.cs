using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Evidence;

/// <summary>Turns a checked estimator into the strict one.</summary>
internal static class EstimatorMapping
{
    /// <summary>Maps an estimator.</summary>
    /// <param name="section">Its settings, complete with defaults.</param>
    /// <param name="run">The scenario's plan.</param>
    public static Estimator Map(IConfigurationSection section, RunPlan run)
    {
        var kind = section.Text("kind");
        Estimator estimator = kind switch
        {
            EstimatorSettings.Slope => new SlopeEstimator
            {
                Arm = Arm(section["arm"], run) ?? 0,
                Measure = EstimatorSettings.Measures[section.Text("measure")],
                FromMonth = section.Number("fromMonth"),
                ToMonth = section.Number("toMonth"),
                EveryMonths = section.Number("everyMonths"),
                Statistic = EstimatorSettings.StatisticNames[section.Text("statistic")],
            },
            EstimatorSettings.Correlation => new CorrelationEstimator
            {
                Arm = Arm(section["arm"], run) ?? 0,
                First = (ReadingEstimator)Map(section.GetSection("first"), run),
                Second = (ReadingEstimator)Map(section.GetSection("second"), run),
            },
            _ when EstimatorSettings.Survival.TryGetValue(kind, out var asked) => new SurvivalEstimator
            {
                Arm = Arm(section["arm"], run) ?? 0,
                Asked = asked,
                ToMonth = section.OptionalNumber("toMonth") ?? 0,
            },
            _ => Reading(section, EstimatorSettings.Readings[kind], run),
        };
        return estimator with
        {
            From = EstimatorSettings.Moments[section.Text("from")],
            Among = section.Group("among") is { } among ? Filter(among, run) : CohortFilter.Everybody,
            Factor = section.Number("factor"),
            DividedBy = section.Group("dividedBy") is { } divisor ? Map(divisor, run) : null,
        };
    }

    private static ReadingEstimator Reading(IConfigurationSection section, PatientReading reading, RunPlan run) => new()
    {
        Arm = Arm(section["arm"], run) ?? 0,
        Reading = reading,
        Statistic = EstimatorSettings.StatisticNames[section.Text("statistic")],
        Measure = section["measure"] is { } measure ? EstimatorSettings.Measures[measure] : -1,
        FromMonth = section.OptionalNumber("fromMonth") ?? section.OptionalNumber("atMonth") ?? 0,
        ToMonth = section.OptionalNumber("toMonth") ?? 0,
        To = section["to"] is { } to ? EstimatorSettings.Moments[to] : CourseMoment.SymptomOnset,
        Points = section.OptionalNumber("points") ?? 0,
        HeldMonths = section.OptionalNumber("heldMonths") ?? 0,
        ComparedWith = Arm(section["comparedWith"], run),
        ComparedWithOwnChance = section.Flag("comparedWithOwnChance"),
        SeriesOf = section.OptionalWhole("seriesOf"),
    };

    private static CohortFilter Filter(IConfigurationSection among, RunPlan run) => new()
    {
        Subgroup = among["subgroup"] is { } name ? run.Population.Subgroups.ToList().FindIndex(subgroup => subgroup.Name == name) : null,
        OnsetRegions = among.Group("onsetRegions") is { } regions ? [.. regions.GetChildren().Select(item => (Region)SettingCheck.RegionNames.ToList().IndexOf(item.Value!))] : null,
        SvcAtLeastPercent = among.OptionalNumber("svcAtLeastPercent"),
        MonthsFromOnsetAtMost = among.OptionalNumber("monthsFromOnsetAtMost"),
        ProgressionRateAtLeast = among.OptionalNumber("progressionRateAtLeast"),
        ProgressionRateBelow = among.OptionalNumber("progressionRateBelow"),
        AlsfrsAtLeast = among.OptionalNumber("alsfrsAtLeast"),
        AlsfrsAtMost = among.OptionalNumber("alsfrsAtMost"),
    };

    private static int? Arm(string? name, RunPlan run) => name is null ? null : run.Arms.ToList().FindIndex(arm => arm.Name == name);
}
