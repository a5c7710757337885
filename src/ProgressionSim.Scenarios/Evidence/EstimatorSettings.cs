using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Trial;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Evidence;

/// <summary>Settings of how a quantity is computed from simulated patients.</summary>
internal static class EstimatorSettings
{
    /// <summary>Kind of the slope of a mixed model.</summary>
    public const string Slope = "slope";

    /// <summary>Kind of a correlation.</summary>
    public const string Correlation = "correlation";

    /// <summary>Smallest month that may be asked for, and so with its sign the largest number of months before a moment.</summary>
    public const double EarliestMonth = -36;

    /// <summary>Largest month that may be asked for.</summary>
    public const double LatestMonth = 600;

    private static readonly Setting StatisticOfReading = Choice("Statistic over patients.", Statistics(), "mean");

    /// <summary>Readings by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, PatientReading> Readings { get; } = new Dictionary<string, PatientReading>(StringComparer.Ordinal)
    {
        ["value"] = PatientReading.Value,
        ["change"] = PatientReading.Change,
        ["foldChange"] = PatientReading.FoldChange,
        ["patientSlope"] = PatientReading.Slope,
        ["monthlyDecline"] = PatientReading.MonthlyDecline,
        ["interval"] = PatientReading.Interval,
        ["survivalMonths"] = PatientReading.SurvivalMonths,
        ["alive"] = PatientReading.Alive,
        ["symptomFree"] = PatientReading.SymptomFree,
        ["recovered"] = PatientReading.Recovered,
        ["stable"] = PatientReading.Stable,
        ["lossAtDeath"] = PatientReading.LossAtDeath,
        ["ageAtSymptomOnset"] = PatientReading.AgeAtSymptomOnset,
    };

    /// <summary>Questions to a survival curve by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, SurvivalAsked> Survival { get; } = new Dictionary<string, SurvivalAsked>(StringComparer.Ordinal)
    {
        ["survivalMedian"] = SurvivalAsked.Median,
        ["survivalShare"] = SurvivalAsked.ShareAlive,
        ["weibullShape"] = SurvivalAsked.WeibullShape,
    };

    /// <summary>Moments by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, CourseMoment> Moments { get; } = Enum.GetValues<CourseMoment>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Statistics by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, CohortStatistic> StatisticNames { get; } = Enum.GetValues<CohortStatistic>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Measures by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, int> Measures { get; } =
        TrialMeasureNames.All.Where(measure => measure.Source == MeasureSource.Visit).Index().ToDictionary(item => item.Item.Name, item => item.Index, StringComparer.Ordinal);

    /// <summary>An estimator.</summary>
    public static KindShape Shape { get; } = Estimators(mayBeDivided: true);

    private static KindShape Estimators(bool mayBeDivided)
    {
        IReadOnlyList<Member> common =
        [
            .. Common(),
            .. mayBeDivided ? (Member[])[new("dividedBy", Estimators(mayBeDivided: false))] : [],
        ];
        var kinds = new Dictionary<string, ObjectShape>(StringComparer.Ordinal)
        {
            [Slope] = Group("Slope of a measure in a linear mixed model with random intercepts and slopes (REML).", common, [
                Measure(), From(), To(required: true),
                new("everyMonths", Number("Months between visits.", SettingUnit.Months, NumberRange.Between(1, 120), "3", "Visits of most cohorts and trials")),
                new("statistic", Choice("Statistic over patients; of a slope the mean, or the standard deviation of patients' slopes.", ["mean", "sd"], "mean")),
            ]),
        };
        foreach (var name in Survival.Keys)
        {
            kinds[name] = Group("A number of the survival curve among those alive at the moment.", common, name == "survivalMedian" ? [] : [To(required: true)]);
        }

        foreach (var name in Readings.Keys)
        {
            kinds[name] = Group("A statistic of one number of each patient.", common, Reading(name));
        }

        if (mayBeDivided)
        {
            var undivided = Estimators(mayBeDivided: false).Kinds;
            var readings = new KindShape("One number of each patient.", Readings.Keys.ToDictionary(name => name, name => undivided[name], StringComparer.Ordinal));
            kinds[Correlation] = Group("Rank correlation of two numbers of each patient.", Common(), [new("first", readings, Required: true), new("second", readings, Required: true)]);
        }

        return new KindShape("How the quantity is computed from simulated patients.", kinds);
    }

    private static ObjectShape Group(string meaning, IReadOnlyList<Member> common, IReadOnlyList<Member> own) => new(
        meaning,
        [
            new("kind", new Setting("What is computed.", SettingKind.Choice, SettingUnit.Text) { Choices = [Slope, .. Survival.Keys, .. Readings.Keys, Correlation] }, Required: true),
            .. own,
            .. common,
        ],
        StandsAlone: false);

    private static IReadOnlyList<Member> Common() =>
    [
        new("arm", new Setting("Arm whose patients are looked at; the first when absent.", SettingKind.Name, SettingUnit.Text)),
        new("from", Choice("Moment that months are counted from.", [.. Enum.GetValues<CourseMoment>().Select(NameOf)], "symptomOnset")),
        new("among", Among()),
        new("factor", Number("Factor that brings the prediction to the unit of the source.", SettingUnit.Factor, NumberRange.Any, "1", "The unit of the model")),
    ];

    private static List<Member> Reading(string name)
    {
        List<Member> members = Readings[name] switch
        {
            PatientReading.Value => [Measure(), new("atMonth", Month("Month of the visit, after the moment."), Required: true)],
            PatientReading.Change or PatientReading.FoldChange or PatientReading.Slope or PatientReading.MonthlyDecline => [Measure(), From(), To(required: true)],
            PatientReading.Interval => [new("to", Choice("The second moment.", [.. Enum.GetValues<CourseMoment>().Select(NameOf)], null), Required: true)],
            PatientReading.Recovered =>
            [
                new("points", Number("Points of ALSFRS-R regained above the lowest score so far.", SettingUnit.Points, NumberRange.Positive(48), null, "")),
                new("heldMonths", Number("Months for which they are held.", SettingUnit.Months, NumberRange.Between(1, 24), "3", "Longer than scores wander by chance")),
                To(required: true),
            ],
            PatientReading.Stable => [new("points", Number("Points of ALSFRS-R lost at most.", SettingUnit.Points, NumberRange.Between(0, 48), null, "")), From(), To(required: true)],
            PatientReading.LossAtDeath or PatientReading.AgeAtSymptomOnset => [],
            _ => [To(required: true)],
        };
        members.AddRange([
            new("statistic", StatisticOfReading),
            new("comparedWith", new Setting("Arm whose value in the same patient is subtracted; absent: none.", SettingKind.Name, SettingUnit.Text)),
            new("comparedWithOwnChance", new Setting("True: that arm is lived by an identical twin with chance of its own.", SettingKind.Flag, SettingUnit.Switch)
            {
                Default = "false",
                Source = "The same chance, so that differences are those of treatment",
            }),
            new("seriesOf", new Setting("Patients of a series, to see how much small series differ by chance; absent: all patients.", SettingKind.WholeNumber, SettingUnit.Patients)
            {
                Range = NumberRange.Between(1, 100_000),
            }),
        ]);
        return members;
    }

    private static ObjectShape Among() => new(
        "Whom it looks at; absent: everybody.",
        [
            new("subgroup", new Setting("Subgroup of the population.", SettingKind.Name, SettingUnit.Text)),
            new("onsetRegions", new Setting("Regions of onset.", SettingKind.Names, SettingUnit.Text) { Choices = SettingCheck.RegionNames }),
            new("svcAtLeastPercent", Number("Least vital capacity at the moment.", SettingUnit.PercentPredicted, NumberRange.Between(0, 200), null, "")),
            new("monthsFromOnsetAtMost", Number("Most months from symptom onset to the moment.", SettingUnit.Months, NumberRange.Between(0, 600), null, "")),
            new("progressionRateAtLeast", Number("Least points lost per month from symptom onset to the moment.", SettingUnit.PointsPerMonth, NumberRange.Between(0, 48), null, "")),
            new("progressionRateBelow", Number("Points lost per month, not reached.", SettingUnit.PointsPerMonth, NumberRange.Between(0, 48), null, "")),
            new("alsfrsAtLeast", Number("Least ALSFRS-R at the moment.", SettingUnit.Points, NumberRange.Between(0, 48), null, "")),
            new("alsfrsAtMost", Number("Most ALSFRS-R at the moment.", SettingUnit.Points, NumberRange.Between(0, 48), null, "")),
        ],
        StandsAlone: false);

    private static string[] Statistics() => [.. Enum.GetValues<CohortStatistic>().Select(NameOf)];

    private static Member Measure() =>
        new("measure", new Setting("Measure, by its name in summary.json.", SettingKind.Measure, SettingUnit.Text) { Choices = [.. Measures.Keys], Advice = "For example alsfrsTotal." }, Required: true);

    private static Member From() => new("fromMonth", Month("First month, after the moment.") with { Default = "0", Source = "The moment itself" });

    private static Member To(bool required) => new("toMonth", Month("Last month, after the moment."), required);

    private static Setting Month(string meaning) => new(meaning, SettingKind.Number, SettingUnit.OffsetMonths) { Range = NumberRange.Between(EarliestMonth, LatestMonth) };

    private static Setting Number(string meaning, SettingUnit unit, NumberRange range, string? value, string source)
    {
        var setting = new Setting(meaning, SettingKind.Number, unit) { Range = range, Default = value };
        return value is null ? setting : setting with { Source = source };
    }

    private static Setting Choice(string meaning, IReadOnlyList<string> choices, string? value)
    {
        var setting = new Setting(meaning, SettingKind.Choice, SettingUnit.Text) { Choices = choices };
        return value is null ? setting : setting with { Default = $"\"{value}\"", Source = "What is asked most" };
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum =>
        char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
