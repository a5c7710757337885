using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Measures;

/// <summary>Settings of how the state of the motor neurons shows: biomarker, scores, milestones, survival.</summary>
internal static class MeasureSettings
{
    private const string MeanField = "Starting value, set by hand against the course of general ALS";

    /// <summary>Patient-visit noise of the ALSFRS-R, which varies between patients.</summary>
    public static Setting VisitNoise { get; } = new("Standard deviation of the part of ALSFRS-R noise that all items of a visit share.", SettingKind.Varying, SettingUnit.Logits)
    {
        Range = NumberRange.NonNegative(10),
        Default = "0.25",
        Source = "Starting value: gives a test-retest SD of 1.4 to 2.5 points by stage; published 1.5 to 1.76 (QALS 2007; joint models)",
        Confidence = Confidence.Medium,
    };

    /// <summary>The group <c>measures</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "How the state of the motor neurons shows.",
        [
            new("neurofilament", Neurofilament()),
            new("alsfrs", Alsfrs()),
            new("svc", new ObjectShape(
                "Slow vital capacity.",
                [
                    Number("exponent", "Exponent of respiratory function.", SettingUnit.Exponent, NumberRange.Positive(20), "2.8", "Starting value: fall of 2.7 % of predicted per month, EMPOWER, Andrews 2018 PMC5833488, n=893", Confidence.Low),
                    Number("noiseSdPercent", "Standard deviation of one reading.", SettingUnit.PercentPredicted, NumberRange.NonNegative(100), "5", "Assumption: usual repeatability of spirometry", Confidence.Assumption),
                ])),
            new("motorUnitNumber", new ObjectShape(
                "Motor-unit number estimates.",
                [
                    Number("cv", "Relative error of one estimate.", SettingUnit.Cv, NumberRange.Fraction, "0.09", "Test-retest 9 %, Shefner 2011 Neurology 77:235, n=71", Confidence.Medium),
                ])),
            new("stages", new ObjectShape(
                "King's and MiToS stages.",
                [
                    new("mitosCommunicationNeedsBoth", new Setting("True: MiToS counts communication as lost only when speech and handwriting both are.", SettingKind.Flag, SettingUnit.Switch)
                    {
                        Default = "false",
                        Source = "Published code of the PRECISION-ALS project uses either; the original MiToS may need both",
                        Confidence = Confidence.Low,
                    }),
                ])),
            new("milestones", Milestones()),
            new("survival", Survival()),
        ]);

    private static ObjectShape Neurofilament() => new(
        "Neurofilament light chain (NfL) in cerebrospinal fluid.",
        [
            Number("baselinePgPerMl", "Level of a healthy person of the reference age.", SettingUnit.PgPerMl, NumberRange.Positive(1e6), "500", "Assumption: usual CSF level of healthy adults", Confidence.Assumption),
            Number("baselineRisePerYearOfAge", "Relative rise of the healthy level per year of age.", SettingUnit.PerYear, NumberRange.Between(0, 0.2), "0", "Assumption: switched off, because arms hold the same patients", Confidence.Assumption),
            Number("baselineReferenceAgeYears", "Age at which the healthy level is the baseline.", SettingUnit.AgeYears, NumberRange.Between(0, 120), "40", "Assumption: counts only with a rise by age", Confidence.Assumption),
            Number("releasePgPerMlMonths", "Rise of the steady level per unit of loss rate.", SettingUnit.PgMonthsPerMl, NumberRange.NonNegative(1e9), "150000", $"{MeanField}; the level follows the rate of loss, PMC7793911", Confidence.Low),
            Number("stressLeakRatePerMonth", "Leak of stressed neurons in units of the loss rate, at full toxic protein.", SettingUnit.PerNeuronPerMonth, NumberRange.NonNegative(100), "0.03", "Assumption: lets NfL rise before loss and fall with silencing as fast as published", Confidence.Assumption),
            Number("halfLifeMonths", "Half-life in cerebrospinal fluid.", SettingUnit.Months, NumberRange.Between(0.001, 1200), "1.5", "Assumption: weeks to three months", Confidence.Low),
            Number("assayCv", "Relative error of one assay.", SettingUnit.Cv, NumberRange.Fraction, "0.15", "Assumption: between-run error of immunoassays", Confidence.Assumption),
        ]);

    private static ObjectShape Alsfrs() => new(
        "The revised ALS functional rating scale.",
        [
            new("visitNoiseSd", VisitNoise),
            new("thresholds", new Setting("Function at which an item scores 1, 2, 3 and 4 without noise.", SettingKind.RisingNumbers, SettingUnit.Fraction)
            {
                Length = 4,
                Range = new NumberRange(0, 1, MinimumIsOpen: true, MaximumIsOpen: true),
                Default = "[0.28, 0.5, 0.72, 0.88]",
                Source = $"{MeanField}",
                Confidence = Confidence.Low,
            }),
            Number("discrimination", "Discrimination of the items: noise is divided by it.", SettingUnit.Factor, NumberRange.Positive(100), "1.04", "Starting value of the score model", Confidence.Low),
        ]);

    private static ObjectShape Milestones() => new(
        "Thresholds whose first crossing dates a milestone.",
        [
            Number("symptomOnsetFunction", "Symptom onset: the function of the weakest region falls below this.", SettingUnit.Fraction, NumberRange.Fraction, "0.85", "Assumption: first weakness that a patient notices", Confidence.Assumption),
            Number("electromyographicAffectedFraction", "Electromyographic change: the affected fraction of some region exceeds this.", SettingUnit.Fraction, NumberRange.Fraction, "0.08", "Assumption: few affected units are seen by needle", Confidence.Assumption),
            Number("neurofilamentFoldRise", "Neurofilament rise: the level exceeds this multiple of the age norm.", SettingUnit.Factor, NumberRange.Between(1, 1e6), "2", "Assumption: clearly above controls; the rise comes about 12 months before symptoms, Benatar 2018 PMC11348288", Confidence.Low),
        ]);

    private static ObjectShape Survival() => new(
        "Death or permanent ventilation.",
        [
            Number("backgroundRatePerMonth", "Hazard unrelated to ALS at the reference age.", SettingUnit.PerMonth, NumberRange.NonNegative(100), "0.0005", "Assumption: mortality of adults, about 0.6 % per year", Confidence.Assumption),
            Number("backgroundRisePerYearOfAge", "Relative rise of the background hazard per year of age.", SettingUnit.PerYear, NumberRange.Between(0, 0.2), "0", "Assumption: switched off, small beside the hazard of ALS", Confidence.Assumption),
            Number("backgroundReferenceAgeYears", "Age at which the background hazard is the given one.", SettingUnit.AgeYears, NumberRange.Between(0, 120), "60", "Assumption: counts only with a rise by age", Confidence.Assumption),
            Number("maximumRatePerMonth", "Hazard when respiratory function is 0.", SettingUnit.PerMonth, NumberRange.NonNegative(100), "0.41", $"{MeanField}; median survival from onset about 30 months, PMC12455886", Confidence.Low),
            Number("respiratorySteepness", "Steepness with which the hazard rises as respiratory function falls.", SettingUnit.Exponent, NumberRange.Between(0.01, 100), "2.1", $"{MeanField}; Weibull shape 2.03, van Eijk 2019 PMC6902062, n=4,991", Confidence.Low),
            Number("bulbarMaximumRatePerMonth", "Hazard added when bulbar function is 0.", SettingUnit.PerMonth, NumberRange.NonNegative(100), "0", "Assumption: left out; bulbar onset has a hazard ratio of 1.32 to 1.37 in the Irish register", Confidence.Assumption),
        ]);

    private static Member Number(string name, string meaning, SettingUnit unit, NumberRange range, string value, string source, Confidence confidence) =>
        new(name, new Setting(meaning, SettingKind.Number, unit) { Range = range, Default = value, Source = source, Confidence = confidence });
}
