using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Population;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Turns checked settings of recruitment into a plan.</summary>
internal static class RecruitmentMapping
{
    /// <summary>Maps the group.</summary>
    /// <param name="section">The group.</param>
    /// <param name="subgroups">Subgroups of the population.</param>
    public static RecruitmentPlan Map(IConfiguration section, IReadOnlyList<Subgroup> subgroups)
    {
        var names = subgroups.Select(subgroup => subgroup.Name).ToList();
        return new RecruitmentPlan
        {
            RatePerMonth = section.Number("ratePerMonth"),
            RampMonths = section.Number("rampMonths"),
            Sites = section.Whole("sites"),
            MonthsBetweenSites = section.Number("monthsBetweenSites"),
            Pauses = [.. section.Items("pauses").Select(pause => new RecruitmentPause(pause.Number("fromMonth"), pause.Number("toMonth")))],
            Screening = [.. section.Items("screening").Select(rule => Rule(rule, names))],
            StratifyBy = [.. section.Items("stratifyBy").Select(factor => Factor(factor, section.Whole("sites"), subgroups))],
            BlockSize = section.OptionalWhole("blockSize"),
        };
    }

    private static ScreeningRule Rule(IConfigurationSection rule, List<string> subgroups) => rule.Group("anyOf") is { } alternatives
        ? new([.. alternatives.GetChildren().Select(all => (IReadOnlyList<MeasureCondition>)
            [.. all.GetChildren().SelectMany(condition => ConditionMapping.One(condition, ConditionSettings.Screening, subgroups))])])
        : new([ConditionMapping.One(rule, ConditionSettings.Screening, subgroups)]);

    private static Stratification Factor(IConfigurationSection factor, int sites, IReadOnlyList<Subgroup> subgroups)
    {
        var measure = ConditionMapping.Measure(factor.Value ?? factor.Text("measure"));
        var cuts = factor.Value is null ? factor.Numbers("cuts") : [];
        return new Stratification(measure, cuts, cuts.Length > 0 ? cuts.Length + 1 : TrialLevels.Of(measure, sites, subgroups.Count, subgroups.Sum(subgroup => subgroup.Share))!.Value);
    }
}
