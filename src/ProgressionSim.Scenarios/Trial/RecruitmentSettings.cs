using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of who comes to a trial, when, and who may stay.</summary>
internal static class RecruitmentSettings
{
    /// <summary>The group <c>recruitment</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Who comes, when, and who may stay.",
        [
            new("ratePerMonth", new Setting(
                "Candidates screened per month at full speed, all sites together; they come at random, a Poisson process.",
                SettingKind.Number,
                SettingUnit.CandidatesPerMonth)
            {
                Range = NumberRange.Between(0.01, 100_000),
                Default = "10",
                Source = "Assumption: a trial of some ten sites with about one candidate a month each",
                Advice = "For ten a month, write 10.",
            }),
            new("rampMonths", Months("Months over which the rate rises linearly from 0 to full speed.", "Assumption: full speed from the first day")),
            new("sites", new Setting("Sites; each recruits an equal share of the rate once it is open.", SettingKind.WholeNumber, SettingUnit.Sites)
            {
                Range = NumberRange.Between(1, 500),
                Default = "1",
                Source = "Assumption: sites do not differ unless the scenario has several",
            }),
            new("monthsBetweenSites", Months("Months between the opening of one site and the next.", "Assumption: all sites open at once")),
            new("pauses", new ListShape("Times without recruitment, in order and apart.", Pause(), "pause", 0, 100) { Default = "[]" }),
            new("screening", new ListShape("Rules of eligibility at the baseline visit; all must hold.", Rule(), "rule", 0, 50) { Default = "[]" }),
            new("stratifyBy", new ListShape("Factors of stratification: each combination of their levels has blocks of its own.", Factor(), "factor", 0, 5) { Default = "[]" }),
            new("blockSize", new Setting(
                "Size of a permuted block, a multiple of the sum of the allocation ratio; twice that sum when absent.",
                SettingKind.WholeNumber,
                SettingUnit.BlockPatients)
            {
                Range = NumberRange.Between(1, 200),
                Source = "No default: twice the sum of the allocation ratio",
            }),
        ]);

    private static ObjectShape Pause() => new(
        "A time without recruitment.",
        [
            new("fromMonth", Month("Begin, months after the first site opens."), Required: true),
            new("toMonth", Month("End, months after the first site opens."), Required: true),
        ]);

    private static ObjectShape Rule() => new(
        "A rule of eligibility: a condition on a measure, or a list of alternatives.",
        [
            .. ConditionSettings.Members(ConditionSettings.Screening, isRequired: false),
            new("anyOf", new ListShape(
                "Alternatives, at least one of which must hold; each is a list of conditions, all of which must hold.",
                ConditionSettings.List("An alternative.", ConditionSettings.Screening),
                "alternative",
                1,
                20)),
        ]);

    private static NameOrObjectShape Factor() => new(
        "The name of a measure whose values are the levels, or a measure with cut points.",
        "measure",
        new ObjectShape(
            "A measure with cut points.",
            [
                new("measure", ConditionSettings.Measure("Measure known at baseline."), Required: true),
                new("cuts", new Setting(
                    "Cut points; a level holds values from one cut point up to but not including the next.",
                    SettingKind.RisingNumbers,
                    SettingUnit.Limit)
                {
                    Range = NumberRange.Between(-1e9, 1e9),
                }),
            ]));

    private static Setting Month(string meaning) => new(meaning, SettingKind.Number, SettingUnit.Month) { Range = NumberRange.NonNegative(1200) };

    private static Setting Months(string meaning, string source) => new(meaning, SettingKind.Number, SettingUnit.Months)
    {
        Range = NumberRange.NonNegative(1200),
        Default = "0",
        Source = source,
    };
}
