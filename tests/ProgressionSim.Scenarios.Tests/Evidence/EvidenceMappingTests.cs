using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Tests.Evidence;

/// <summary>What published quantities become. Exact; measures against the names of the engine's catalogue.</summary>
public sealed class EvidenceMappingTests
{
    [Fact]
    public void Little_is_enough()
    {
        var plan = Map(WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian" }"""));

        Assert.Equal((6000, 100, 1000), (plan.Patients, plan.Draws, plan.PatientsOfDraw));
        Assert.Empty(plan.Limits);
        Assert.Equal(
            new EvidenceQuantity
            {
                Name = "a",
                Title = "A title",
                Unit = "",
                Population = "One centre",
                Use = EvidenceUse.Check,
                Low = 1,
                High = 2,
                Source = "A paper",
                Confidence = Confidence.Low,
                Estimator = new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.Median },
            },
            Assert.Single(plan.Quantities));
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var plan = WrittenExperiment.Of("""
            "evidence": {
              "quantities": [
                { "name": "a", "title": "Share", "unit": "of 1", "population": "One centre", "use": "fit", "value": 0.5, "low": 0.4, "high": 0.6, "intervalIs": "binomial",
                  "patients": 96, "source": "A paper", "confidence": "high", "remark": "A remark", "estimator": { "kind": "survivalShare", "toMonth": 30, "factor": 100 } } ],
              "patients": 500, "draws": 20, "patientsOfDraw": 200, "limits": ["No cognition."]
            }
            """).Accepted().Experiments.Evidence!;

        Assert.Equal((500, 20, 200), (plan.Patients, plan.Draws, plan.PatientsOfDraw));
        Assert.Equal(["No cognition."], plan.Limits);
        Assert.Equal(
            new EvidenceQuantity
            {
                Name = "a",
                Title = "Share",
                Unit = "of 1",
                Population = "One centre",
                Use = EvidenceUse.Fit,
                Value = 0.5,
                Low = 0.4,
                High = 0.6,
                IntervalIs = "binomial",
                Patients = 96,
                Source = "A paper",
                Confidence = Confidence.High,
                Remark = "A remark",
                Estimator = new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 30, Factor = 100 },
            },
            Assert.Single(plan.Quantities));
    }

    [Fact]
    public void Slopes() =>
        Assert.Equal(
            [
                new SlopeEstimator { Arm = 0, Measure = MeasureCatalogue.AlsfrsTotal, ToMonth = 24 },
                new SlopeEstimator
                {
                    Arm = 1,
                    Measure = MeasureCatalogue.Svc,
                    From = CourseMoment.Diagnosis,
                    FromMonth = 1,
                    ToMonth = 13,
                    EveryMonths = 2,
                    Statistic = CohortStatistic.Sd,
                },
            ],
            Estimators(
                """{ "kind": "slope", "measure": "alsfrsTotal", "toMonth": 24 }""",
                """{ "kind": "slope", "arm": "early", "measure": "svcPercent", "from": "diagnosis", "fromMonth": 1, "toMonth": 13, "everyMonths": 2, "statistic": "sd" }"""));

    [Fact]
    public void Survival() =>
        Assert.Equal(
            [
                new SurvivalEstimator { Arm = 1, Asked = SurvivalAsked.Median, From = CourseMoment.Enrolment },
                new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 12 },
                new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.WeibullShape, ToMonth = 48 },
            ],
            Estimators(
                """{ "kind": "survivalMedian", "arm": "early", "from": "enrolment" }""",
                """{ "kind": "survivalShare", "toMonth": 12 }""",
                """{ "kind": "weibullShape", "toMonth": 48 }"""));

    [Fact]
    public void Readings_of_a_measure()
    {
        static ReadingEstimator Reading(PatientReading reading) => new() { Arm = 0, Reading = reading, Measure = MeasureCatalogue.Neurofilament, FromMonth = 3, ToMonth = 9 };

        Assert.Equal(
            [
                Reading(PatientReading.Value) with { ToMonth = 0, Statistic = CohortStatistic.Median },
                Reading(PatientReading.Change),
                Reading(PatientReading.FoldChange),
                Reading(PatientReading.Slope),
                Reading(PatientReading.MonthlyDecline) with { Statistic = CohortStatistic.Sd },
            ],
            Estimators(
                """{ "kind": "value", "measure": "neurofilamentPgPerMl", "atMonth": 3, "statistic": "median" }""",
                """{ "kind": "change", "measure": "neurofilamentPgPerMl", "fromMonth": 3, "toMonth": 9 }""",
                """{ "kind": "foldChange", "measure": "neurofilamentPgPerMl", "fromMonth": 3, "toMonth": 9 }""",
                """{ "kind": "patientSlope", "measure": "neurofilamentPgPerMl", "fromMonth": 3, "toMonth": 9 }""",
                """{ "kind": "monthlyDecline", "measure": "neurofilamentPgPerMl", "fromMonth": 3, "toMonth": 9, "statistic": "sd" }"""));
    }

    [Fact]
    public void Readings_of_a_course()
    {
        static ReadingEstimator Reading(PatientReading reading) => new() { Arm = 0, Reading = reading };

        Assert.Equal(
            [
                Reading(PatientReading.Interval) with { From = CourseMoment.BiologicalOnset, To = CourseMoment.SecondRegion },
                Reading(PatientReading.SurvivalMonths) with { ToMonth = 12 },
                Reading(PatientReading.Alive) with { ToMonth = 12 },
                Reading(PatientReading.SymptomFree) with { ToMonth = 36 },
                Reading(PatientReading.Recovered) with { Points = 4, HeldMonths = 3, ToMonth = 10 },
                Reading(PatientReading.Recovered) with { Points = 4, HeldMonths = 6, ToMonth = 10 },
                Reading(PatientReading.Stable) with { Points = 2, FromMonth = 6, ToMonth = 12 },
                Reading(PatientReading.LossAtDeath),
                Reading(PatientReading.AgeAtSymptomOnset) with { Statistic = CohortStatistic.Sd },
            ],
            Estimators(
                """{ "kind": "interval", "from": "biologicalOnset", "to": "secondRegion" }""",
                """{ "kind": "survivalMonths", "toMonth": 12 }""",
                """{ "kind": "alive", "toMonth": 12 }""",
                """{ "kind": "symptomFree", "toMonth": 36 }""",
                """{ "kind": "recovered", "points": 4, "toMonth": 10 }""",
                """{ "kind": "recovered", "points": 4, "heldMonths": 6, "toMonth": 10 }""",
                """{ "kind": "stable", "points": 2, "fromMonth": 6, "toMonth": 12 }""",
                """{ "kind": "lossAtDeath" }""",
                """{ "kind": "ageAtSymptomOnset", "statistic": "sd" }"""));
    }

    [Fact]
    public void Series_and_comparisons() =>
        Assert.Equal(
            [
                new ReadingEstimator { Arm = 1, Reading = PatientReading.Alive, ToMonth = 12, Statistic = CohortStatistic.Count, SeriesOf = 12 },
                new ReadingEstimator { Arm = 1, Reading = PatientReading.SurvivalMonths, ToMonth = 48, ComparedWith = 0, ComparedWithOwnChance = true },
            ],
            Estimators(
                """{ "kind": "alive", "arm": "early", "toMonth": 12, "statistic": "count", "seriesOf": 12 }""",
                """{ "kind": "survivalMonths", "arm": "early", "toMonth": 48, "comparedWith": "untreated", "comparedWithOwnChance": true }"""));

    [Fact]
    public void A_quotient_keeps_the_arms_of_both_parts() =>
        Assert.Equal(
            [
                new ReadingEstimator
                {
                    Arm = 1,
                    Reading = PatientReading.Alive,
                    ToMonth = 12,
                    Factor = 2,
                    DividedBy = new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 24, From = CourseMoment.Diagnosis },
                },
            ],
            Estimators("""{ "kind": "alive", "arm": "early", "toMonth": 12, "factor": 2, "dividedBy": { "kind": "survivalShare", "toMonth": 24, "from": "diagnosis" } }"""));

    [Fact]
    public void A_correlation() =>
        Assert.Equal(
            [
                new CorrelationEstimator
                {
                    Arm = 0,
                    First = new ReadingEstimator { Arm = 0, Reading = PatientReading.AgeAtSymptomOnset },
                    Second = new ReadingEstimator { Arm = 1, Reading = PatientReading.Value, Measure = MeasureCatalogue.Lost, FromMonth = 6 },
                },
            ],
            Estimators(
                """{ "kind": "correlation", "first": { "kind": "ageAtSymptomOnset" }, "second": { "kind": "value", "arm": "early", "measure": "lost.bulbar", "atMonth": 6 } }"""));

    [Fact]
    public void A_filter()
    {
        var among = Assert.Single(Estimators("""
            { "kind": "lossAtDeath", "among": { "subgroup": "adult", "onsetRegions": ["lumbosacral", "bulbar"], "svcAtLeastPercent": 65, "monthsFromOnsetAtMost": 24,
            "progressionRateAtLeast": 0.5, "progressionRateBelow": 1.5, "alsfrsAtLeast": 30, "alsfrsAtMost": 40 } }
            """)).Among;

        Assert.Equal([Region.Lumbosacral, Region.Bulbar], among.OnsetRegions!);
        Assert.Equal(
            new CohortFilter
            {
                Subgroup = 1,
                SvcAtLeastPercent = 65,
                MonthsFromOnsetAtMost = 24,
                ProgressionRateAtLeast = 0.5,
                ProgressionRateBelow = 1.5,
                AlsfrsAtLeast = 30,
                AlsfrsAtMost = 40,
            },
            among with { OnsetRegions = null });
    }

    private static IEnumerable<Estimator> Estimators(params string[] estimators) =>
        Map([.. estimators.Select((estimator, number) => WrittenEvidence.Quantity($"q{number}", estimator))]).Quantities.Select(quantity => quantity.Estimator);

    private static EvidencePlan Map(params string[] quantities) => WrittenEvidence.Of(quantities).Accepted().Experiments.Evidence!;
}
