using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of looks while a trial runs and of changes of its size.</summary>
internal static class InterimSettings
{
    /// <summary>Spending functions by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, SpendingFunction> Spendings { get; } = new Dictionary<string, SpendingFunction>(StringComparer.Ordinal)
    {
        ["obrienFleming"] = SpendingFunction.OBrienFleming,
        ["pocock"] = SpendingFunction.Pocock,
        ["hwangShihDeCani"] = SpendingFunction.HwangShihDeCani,
        ["kimDeMets"] = SpendingFunction.KimDeMets,
        ["obrienFlemingBoundary"] = SpendingFunction.OBrienFlemingBoundary,
        ["pocockBoundary"] = SpendingFunction.PocockBoundary,
    };

    /// <summary>The group <c>interim</c>.</summary>
    public static ObjectShape Interim { get; } = new(
        "Looks at the primary endpoint while the trial runs; absent or null: one analysis at the end.",
        [
            new("looks", new Setting(
                "Shares of the patients who have completed follow-up, died or left, at which looks take place; the last is 1, the end.",
                SettingKind.RisingNumbers,
                SettingUnit.Fraction)
            {
                Range = new NumberRange(0, 1, MinimumIsOpen: true),
                Advice = "For a look at half of the patients and one at the end, write [0.5, 1].",
            }, Required: true),
            new("spending", new Setting("How the type I error is spent over the looks.", SettingKind.Choice, SettingUnit.Text)
            {
                Choices = [.. Spendings.Keys],
                Default = "\"obrienFleming\"",
                Source = "Usual: Lan and DeMets 1983, like O'Brien and Fleming; spends hardly anything early",
            }),
            new("parameter", Parameter("Parameter of the spending function; counts only with hwangShihDeCani and kimDeMets.")),
            new("futility", new ObjectShape(
                "When a look stops the trial for lack of promise: by spending the type II error, or by conditional power; absent or null: never. Not binding.",
                [
                    new("spending", new Setting("How the type II error is spent.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. Spendings.Keys.Take(4)] }),
                    new("parameter", Parameter("Parameter of that function; counts only with hwangShihDeCani and kimDeMets.")),
                    new("power", Probability("Power the type II error is 1 minus of; goes with spending.")),
                    new("conditionalPowerBelow", Probability("Conditional power under the current trend below which the trial stops.")),
                ],
                StandsAlone: false)),
            new("predictive", new ObjectShape(
                "Stopping by the predictive probability of final success instead of a boundary; absent or null: by the boundary.",
                [
                    new("successAbove", new Setting(
                        "Predictive probability above which the trial stops for success; 1 for never.",
                        SettingKind.Number,
                        SettingUnit.Probability)
                    {
                        Range = NumberRange.Fraction,
                        Default = "1",
                        Source = "Assumption: no stop for success unless the scenario says when; early success without a boundary raises the type I error",
                    }),
                    new("futilityBelow", new Setting(
                        "Predictive probability below which the trial stops for futility; 0 for never.",
                        SettingKind.Number,
                        SettingUnit.Probability)
                    {
                        Range = NumberRange.Fraction,
                        Default = "0",
                        Source = "Assumption: no stop for futility unless the scenario says when",
                    }),
                    new("priorInformationShare", new Setting(
                        "Information of the prior, which is centred on no effect, over the planned final information.",
                        SettingKind.Number,
                        SettingUnit.Share)
                    {
                        Range = NumberRange.NonNegative(100),
                        Default = "0",
                        Source = "Assumption: a flat prior",
                    }),
                ],
                StandsAlone: false)),
        ],
        StandsAlone: false);

    /// <summary>The group <c>reestimation</c>.</summary>
    public static ObjectShape Reestimation { get; } = new(
        "Blinded re-estimation of the number of patients from the spread of changes of the primary endpoint; absent or null: none.",
        [
            new("atFraction", new Setting(
                "Share of the planned patients that must have completed follow-up, died or left.",
                SettingKind.Number,
                SettingUnit.Fraction)
            {
                Range = new NumberRange(0, 1, MinimumIsOpen: true, MaximumIsOpen: true),
            }, Required: true),
            new("plannedSd", new Setting(
                "Standard deviation of changes that the number of patients was planned for.",
                SettingKind.Number,
                SettingUnit.MeasureUnit)
            {
                Range = NumberRange.Positive(1e9),
            }, Required: true),
            new("maximumPatients", new Setting("Largest number of patients.", SettingKind.WholeNumber, SettingUnit.TrialPatients)
            {
                Range = NumberRange.Between(4, TrialDesign.MaximumPatients),
            }, Required: true),
        ],
        StandsAlone: false);

    private static Setting Parameter(string meaning) => new(meaning, SettingKind.Number, SettingUnit.Number) { Range = NumberRange.Between(-40, 50) };

    private static Setting Probability(string meaning) => new(meaning, SettingKind.Number, SettingUnit.Probability)
    {
        Range = new NumberRange(0, 1, MinimumIsOpen: true, MaximumIsOpen: true),
    };
}
