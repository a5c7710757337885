using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Settings of what happens between randomisation and the end: enrolment, visits, dropout, rescue and open label.</summary>
internal static class FollowUpSettings
{
    /// <summary>What enrolment may be counted from, by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, StartAt> Enrolments { get; } = new Dictionary<string, StartAt>(StringComparer.Ordinal)
    {
        ["biologicalOnset"] = StartAt.BiologicalOnset,
        ["electromyographicChange"] = StartAt.ElectromyographicChange,
        ["neurofilamentAbove"] = StartAt.NeurofilamentAbove,
        ["symptomOnset"] = StartAt.SymptomOnset,
        ["diagnosis"] = StartAt.Diagnosis,
    };

    /// <summary>The group <c>enrolment</c>.</summary>
    public static ObjectShape Enrolment { get; } = new(
        "When patients are enrolled, counted on the untreated course; population.enrolmentMonths after symptom onset when absent.",
        [
            new("at", new Setting("What enrolment is counted from.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. Enrolments.Keys] }, Required: true),
            new("offsetMonths", new Setting("Months after that moment.", SettingKind.Number, SettingUnit.OffsetMonths)
            {
                Range = NumberRange.NonNegative(1200),
                Default = "0",
                Source = "Assumption: at that moment unless the scenario shifts it",
            }),
            new("pgPerMl", new Setting("Level in cerebrospinal fluid; counts only with neurofilamentAbove.", SettingKind.Number, SettingUnit.PgPerMl) { Range = NumberRange.NonNegative(1e6) }),
            new("screeningIntervalMonths", new Setting(
                "Months between samples (1 when absent); counts only with neurofilamentAbove.",
                SettingKind.Number,
                SettingUnit.Months)
            {
                Range = NumberRange.Positive(1200),
            }),
        ],
        StandsAlone: false);

    /// <summary>The group <c>visits</c>.</summary>
    public static ObjectShape Visits { get; } = new(
        "When patients are seen.",
        [
            new("weeks", new Setting(
                "Weeks of the visits after randomisation; 0 is baseline, visits before it are lead-in, and the last ends follow-up.",
                SettingKind.RisingNumbers,
                SettingUnit.Week)
            {
                Range = NumberRange.Between(-520, 5200),
                Advice = "For a year of visits every 12 weeks, write [0, 12, 24, 36, 48].",
            }, Required: true),
            new("windowDays", new Setting(
                "Half-width of the window around each visit but baseline, within which it falls at random.",
                SettingKind.Number,
                SettingUnit.Days)
            {
                Range = NumberRange.NonNegative(365),
                Default = "0",
                Source = "Assumption: visits on the day unless the scenario says otherwise",
            }),
            new("missedProbability", new Setting(
                "Probability that a visit after baseline is missed, each independently.",
                SettingKind.Number,
                SettingUnit.Probability)
            {
                Range = NumberRange.Fraction,
                Default = "0",
                Source = "Assumption: no missed visits unless the scenario says otherwise",
            }),
        ],
        StandsAlone: false);

    /// <summary>The group <c>dropout</c>.</summary>
    public static ObjectShape Dropout { get; } = new(
        "How patients leave the trial.",
        [
            new("ratePerMonth", new Setting(
                "Hazard of leaving; one number, or an object with one for each arm of the trial.",
                SettingKind.NumberByName,
                SettingUnit.PerMonth)
            {
                Range = NumberRange.NonNegative(100),
                Default = "0",
                Source = "Assumption: nobody leaves unless the scenario says so",
            }),
            new("hazardRatioPerPointLost", new Setting(
                "The hazard of leaving is multiplied by this for each ALSFRS-R point lost from baseline to the last visit that took place.",
                SettingKind.Number,
                SettingUnit.HazardRatio)
            {
                Range = NumberRange.Between(0.01, 100),
                Default = "1",
                Source = "Assumption: leaving does not depend on the course",
            }),
            new("vitalStatusKnown", new Setting(
                "True when it is still learnt whether a patient who left has died or is ventilated.",
                SettingKind.Flag,
                SettingUnit.Switch)
            {
                Default = "false",
                Source = "Assumption: nothing is learnt of those who left",
            }),
        ]);

    /// <summary>The group <c>rescue</c>.</summary>
    public static ObjectShape Rescue { get; } = new(
        "When a patient who does badly is given the treatment of another arm, openly; absent or null: never.",
        [
            new("fromDay", new Setting("First day after randomisation at which a visit can lead to rescue.", SettingKind.Number, SettingUnit.DayOfTrial)
            {
                Range = NumberRange.Between(0, 36_500),
                Default = "0",
                Source = "Assumption: from the first visit after baseline on",
            }),
            new("when", ConditionSettings.List("Conditions, all of which a visit must meet.", ConditionSettings.Plain), Required: true),
            new("to", new Setting("Arm of the trial whose treatment is given; the last one when absent.", SettingKind.Name, SettingUnit.Text)),
        ],
        StandsAlone: false);

    /// <summary>The group <c>openLabel</c>.</summary>
    public static ObjectShape OpenLabel { get; } = new(
        "From when on everybody still followed is given one arm's treatment; absent or null: never.",
        [
            new("afterWeeks", new Setting("Weeks after randomisation.", SettingKind.Number, SettingUnit.Week) { Range = NumberRange.Positive(5200) }, Required: true),
            new("to", new Setting("Arm of the trial whose treatment is given; the last one when absent.", SettingKind.Name, SettingUnit.Text)),
        ],
        StandsAlone: false);
}
