using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of statistical patients, who stand in for the disease model in checks and quick designs.</summary>
internal static class GeneratorSettings
{
    /// <summary>A random line for each patient, and survival that does not depend on it.</summary>
    public const string RandomSlope = "randomSlope";

    /// <summary>A random line on which the hazard of death depends.</summary>
    public const string SharedParameter = "sharedParameter";

    /// <summary>Classes of patients, each with lines and survival of its own.</summary>
    public const string LatentClasses = "latentClasses";

    private static readonly NumberRange Any = NumberRange.Between(-1e6, 1e6);

    /// <summary>The group <c>generator</c>.</summary>
    public static KindShape Shape { get; } = new(
        "Statistical patients instead of the disease model; absent or null: the disease model. Months count from randomisation, scores stand for the ALSFRS-R total.",
        new Dictionary<string, ObjectShape>(StringComparer.Ordinal)
        {
            [RandomSlope] = new("Each patient follows a line of their own; death does not depend on it.", [Kind(), .. Line(), Survival(), .. Scores()]),
            [SharedParameter] = new("Each patient follows a line of their own, on which the hazard of death depends.", [Kind(), .. Line(), .. Hazard(isRequired: true), .. Scores()]),
            [LatentClasses] = new("Classes of patients with lines and survival of their own.", [Kind(), Classes(), .. Scores()]),
        });

    private static Member Kind() =>
        new("kind", new Setting("What sort of patients they are.", SettingKind.Choice, SettingUnit.Text) { Choices = [RandomSlope, SharedParameter, LatentClasses] }, Required: true);

    private static Member Classes() => new(
        "classes",
        new ListShape(
            "The classes.",
            new ObjectShape(
                "A class of patients.",
                [
                    new("name", new Setting("Name, unique among the classes.", SettingKind.Name, SettingUnit.Text), Required: true),
                    new("share", Number("Share of all patients; shares add to 1.", SettingUnit.Share, NumberRange.Positive(1)), Required: true),
                    .. Line(),
                    Survival(),
                    .. Hazard(isRequired: false),
                ]),
            "class",
            1,
            20)
        {
            NameKey = "name",
        },
        Required: true);

    private static Member[] Line() =>
    [
        new("interceptMean", Number("Mean score at randomisation.", SettingUnit.Points, Any), Required: true),
        new("interceptSd", Number("Standard deviation of scores at randomisation between patients.", SettingUnit.Points, NumberRange.NonNegative(1e6)), Required: true),
        new("slopeMean", Number("Mean slope; negative for decline.", SettingUnit.PointsPerMonth, Any), Required: true),
        new("slopeSd", Number("Standard deviation of slopes between patients.", SettingUnit.PointsPerMonth, NumberRange.NonNegative(1e6)), Required: true),
        new("correlation", Number("Correlation of intercept and slope.", SettingUnit.Correlation, NumberRange.Between(-1, 1)) with
        {
            Default = "0",
            Source = "Assumption: slopes do not depend on the score at randomisation",
        }),
        new("residualSd", Number("Standard deviation of a measurement around the patient's line.", SettingUnit.Points, NumberRange.NonNegative(1e6)), Required: true),
    ];

    private static Member Survival() => new("survival", new ObjectShape(
        "Survival of a Weibull shape that does not depend on the score; absent or null: nobody dies.",
        [
            new("medianMonths", Number("Median survival from randomisation.", SettingUnit.Months, NumberRange.Positive(1e6)), Required: true),
            new("shape", Number("Weibull shape; 1 is a constant hazard.", SettingUnit.Number, NumberRange.Between(0.05, 20)) with { Default = "1", Source = "Assumption: a constant hazard" }),
        ],
        StandsAlone: false));

    private static Member[] Hazard(bool isRequired) =>
    [
        new("hazardShape", Number("Weibull shape of the hazard of death; 1 is a constant hazard.", SettingUnit.Number, NumberRange.Between(0.05, 20)) with
        {
            Default = "1",
            Source = "Assumption: a constant hazard",
        }),
        new("logHazard", Number("Logarithm of the hazard of death over its shape, after 1 month at a score of 0.", SettingUnit.LogHazard, NumberRange.Between(-100, 100)), isRequired),
        isRequired
            ? new("association", Association(), Required: true)
            : new("association", Association() with { Default = "0", Source = "Assumption: death does not depend on the score" }),
    ];

    private static Setting Association() =>
        Number("Change of the log hazard of death for each point of the patient's line at the time.", SettingUnit.LogHazardPerPoint, NumberRange.Between(-10, 10));

    private static Member[] Scores() =>
    [
        new("effects", new MapShape(
            "What arms change, each under a name that arms of the trial use; an arm without one changes nothing.",
            new ObjectShape(
                "What an arm changes.",
                [
                    new("slopeDifferencePerMonth", ByClass("Added to the slope; one number, or an object with one for each latent class.", SettingUnit.PointsPerMonth, Any) with
                    {
                        Default = "0",
                        Source = "Assumption: no effect on function unless the scenario says one",
                    }),
                    new("hazardRatio", ByClass("Factor on the hazard of death; one number, or an object with one for each latent class.", SettingUnit.HazardRatio, NumberRange.Between(1e-6, 1e6)) with
                    {
                        Default = "1",
                        Source = "Assumption: no effect on death unless the scenario says one",
                    }),
                ]),
            "effect")),
        new("lowest", Number("Lowest score: lower ones are set to it; absent or null: no limit.", SettingUnit.Points, Any)),
        new("highest", Number("Highest score: higher ones are set to it; absent or null: no limit.", SettingUnit.Points, Any)),
        new("wholePoints", new Setting("True when scores are rounded to whole points.", SettingKind.Flag, SettingUnit.Switch) { Default = "false", Source = "Assumption: scores are not rounded" }),
    ];

    private static Setting Number(string meaning, SettingUnit unit, NumberRange range) => new(meaning, SettingKind.Number, unit) { Range = range };

    private static Setting ByClass(string meaning, SettingUnit unit, NumberRange range) => new(meaning, SettingKind.NumberByName, unit) { Range = range };
}
