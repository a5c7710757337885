using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Summaries.Tests.Evidence;

/// <summary>A comparison with published quantities made by hand: hits, two misses, one of them far off, context, four quantities of series.</summary>
internal static class TestEvidence
{
    private static readonly string Drawn = TestScenario.DeathRate;

    /// <summary>The whole of it.</summary>
    public static EvidenceResult Result => Of(
    [
        Judged("alsfrsSlopeMean", "Mean slope of the ALSFRS-R in trials", "points per month", EvidenceUse.Fit, -1.03, -1.24, -0.81, -0.97, -1.02, -0.91, EvidenceVerdict.Inside,
            Slope(CohortStatistic.Mean)),
        Judged("alsfrsSlopeSd", "Spread of patients' ALSFRS-R slopes in trials", "points per month", EvidenceUse.Fit, 0.65, 0.49, 1.13, 0.71, 0.66, 0.77, EvidenceVerdict.Inside,
            Slope(CohortStatistic.Sd)),
        Judged("medianSurvival", "Median survival from symptom onset", "months", EvidenceUse.Fit, 32, 27, 37, 33.4, 31.2, 35.9, EvidenceVerdict.Inside,
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.Median }),
        Judged("alive12", "Share alive 12 months after symptom onset", "", EvidenceUse.Fit, 0.93, 0.9, 0.95, 0.941, 0.93, 0.95, EvidenceVerdict.Inside,
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 12 }),
        Judged("survivalShape", "Weibull shape of survival from symptom onset", "", EvidenceUse.Fit, 2.04, 1.93, 2.15, 1.99, 1.9, 2.1, EvidenceVerdict.Inside,
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.WeibullShape, ToMonth = 60 }),
        Judged("secondRegion", "Months from symptom onset to a second region", "months", EvidenceUse.Fit, 12.8, 10.6, 15, 11.2, 10.1, 12.3, EvidenceVerdict.Inside,
            new ReadingEstimator { Arm = 0, Reading = PatientReading.Interval, To = CourseMoment.SecondRegion }),
        Judged("lossAtDeath", "Motor neurons lost at death", "share", EvidenceUse.Fit, 0.55, 0.45, 0.65, 0.91, 0.86, 0.95, EvidenceVerdict.Outside,
            new ReadingEstimator { Arm = 0, Reading = PatientReading.LossAtDeath }) is var loss
            ? loss with { Quantity = loss.Quantity with { Remark = "Counts at autopsy leave out cells that no longer worked." } } : loss,
        Judged("svcSlope", "Slope of vital capacity", "% of predicted per month", EvidenceUse.Check, -2.7, -3.1, -2.3, -2.44, -2.6, -2.3, EvidenceVerdict.Inside,
            Slope(CohortStatistic.Mean) with { Measure = MeasureCatalogue.Svc }),
        Judged("alive36", "Share alive 36 months after symptom onset", "", EvidenceUse.Check, 0.45, 0.4, 0.5, 0.43, 0.38, 0.49, EvidenceVerdict.Inside,
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 36 }),
        Judged("neurofilamentFold", "Neurofilament at month 12 against enrolment", "", EvidenceUse.Check, 1.02, 0.9, 1.15, 1.21, 1.1, 1.3, EvidenceVerdict.Overlaps,
            new ReadingEstimator
            {
                Arm = 0, Reading = PatientReading.FoldChange, Measure = MeasureCatalogue.Neurofilament, From = CourseMoment.Enrolment, ToMonth = 12, Statistic = CohortStatistic.Median,
            }),
        Judged("neurofilament24", "Neurofilament two years after symptom onset", "pg/mL", EvidenceUse.Check, 5200, 4000, 7000, 5900, 5400, 6500, EvidenceVerdict.Inside,
            new ReadingEstimator { Arm = 0, Reading = PatientReading.Value, Measure = MeasureCatalogue.Neurofilament, FromMonth = 24, Statistic = CohortStatistic.Median }),
        Judged("score24", "ALSFRS-R two years after symptom onset, of those alive", "points", EvidenceUse.Check, 31, 28, 34, 29.6, 28.5, 30.8, EvidenceVerdict.Inside,
            new ReadingEstimator { Arm = 0, Reading = PatientReading.Value, Measure = MeasureCatalogue.AlsfrsTotal, FromMonth = 24 }),
        Judged("bulbarSlope", "Slope of the bulbar domain", "points per month", EvidenceUse.Check, -0.2, -0.25, -0.15, -0.21, -0.24, -0.18, EvidenceVerdict.Inside,
            Slope(CohortStatistic.Mean) with { Measure = MeasureCatalogue.AlsfrsDomain }),
        Judged("slopeRatio", "Slope after the sixth month against that before it", "", EvidenceUse.Check, 1, 0.8, 1.2, 1.05, 0.95, 1.16, EvidenceVerdict.Inside,
            Slope(CohortStatistic.Mean) with { FromMonth = 6, DividedBy = Slope(CohortStatistic.Mean) with { ToMonth = 6 } }),
        Judged("motorUnits", "Motor units lost a month", "% per month", EvidenceUse.Context, 6.5, 4, 9, 4.8, 4.2, 5.4, EvidenceVerdict.NotJudged,
            new ReadingEstimator { Arm = 0, Reading = PatientReading.MonthlyDecline, Measure = MeasureCatalogue.MotorUnitNumber + 1, ToMonth = 12, Factor = 100 }),
        Judged("correlation", "Rank correlation of slope and survival", "", EvidenceUse.Context, null, null, null, -0.61, -0.64, -0.58, EvidenceVerdict.NotJudged,
            new CorrelationEstimator
            {
                Arm = 0,
                First = new() { Arm = 0, Reading = PatientReading.Slope, Measure = MeasureCatalogue.AlsfrsTotal, ToMonth = 12 },
                Second = new() { Arm = 0, Reading = PatientReading.SurvivalMonths, ToMonth = 60 },
            }),
        Series("recovered", "Patients of 12 who recovered", 1, EvidenceUse.Check, EvidenceVerdict.Inside, PatientReading.Recovered, CohortStatistic.Count, i => (i * i) % 7 / 2),
        Series("died", "Patients of 12 who died", 5, EvidenceUse.Context, EvidenceVerdict.NotJudged, PatientReading.Alive, CohortStatistic.Count, i => (i % 5) + (i * 7 % 4)),
        Series("largestFall", "Largest fall of neurofilament at six months", -0.83, EvidenceUse.Context, EvidenceVerdict.NotJudged, PatientReading.FoldChange, CohortStatistic.Minimum,
            i => -0.4 - (0.5 * Math.Sin(i * 0.017 % 1.5))),
        Series("stable", "Patients of 12 who stayed stable", null, EvidenceUse.Context, EvidenceVerdict.NotJudged, PatientReading.Stable, CohortStatistic.Count, i => i % 4),
    ],
    uncertain: true);

    /// <summary>A result of given quantities.</summary>
    public static EvidenceResult Of(IReadOnlyList<QuantityResult> quantities, bool uncertain) => new()
    {
        Plan = new()
        {
            Run = TestPlan.Create(60, 0, TestPlan.Untreated(), TestPlan.Treated("silenced")),
            Quantities = [.. quantities.Select(each => each.Quantity)],
            Patients = 4000,
            Draws = 100,
            PatientsOfDraw = 1000,
            Limits = ["Upper motor neurons, cognition and nutrition are not modelled.", "No patient's data were used."],
        },
        Uncertainty = uncertain
            ? new() { Parameters = [new UncertainParameter(Drawn, new UniformDistribution(0.05, 0.08))], OuterReplicates = 100, Patients = 1000 }
            : null,
        Quantities = quantities,
        Checks = [.. Enumerable.Range(0, 2).SelectMany(arm => Checks(arm, uncertain))],
        Analysed = 3970,
        ElapsedSeconds = 1.5,
    };

    public static QuantityResult Judged(
        string name, string title, string unit, EvidenceUse use, double? value, double? low, double? high, double predicted, double predictedLow, double predictedHigh,
        EvidenceVerdict verdict, Estimator estimator) =>
        new(Quantity(name, title, unit, use, value, low, high, estimator), predicted, 0.01, predictedLow, predictedHigh, verdict, []);

    public static SlopeEstimator Slope(CohortStatistic statistic) => new()
    {
        Arm = 0, Measure = MeasureCatalogue.AlsfrsTotal, ToMonth = 24, From = CourseMoment.Diagnosis, Statistic = statistic, Among = new() { SvcAtLeastPercent = 65 },
    };

    public static EvidenceQuantity Quantity(string name, string title, string unit, EvidenceUse use, double? value, double? low, double? high, Estimator estimator) => new()
    {
        Name = name, Title = title, Unit = unit, Population = "a cohort", Use = use, Value = value, Low = low, High = high, Patients = 100,
        Source = "A registry, doi 10.1000/1", Confidence = Confidence.Medium, Estimator = estimator,
    };

    private static QuantityResult Series(
        string name, string title, double? value, EvidenceUse use, EvidenceVerdict verdict, PatientReading reading, CohortStatistic statistic, Func<int, double> number)
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(number).Order()];
        return new(
            Quantity(name, title, statistic == CohortStatistic.Count ? "patients" : "fold", use, value, null, null, new ReadingEstimator
            {
                Arm = 1, Reading = reading, Statistic = statistic, SeriesOf = 12, ToMonth = 12, Points = 3, HeldMonths = 3, From = CourseMoment.TreatmentStart,
                Measure = reading == PatientReading.FoldChange ? MeasureCatalogue.Neurofilament : -1,
            }),
            values.Average(), double.NaN, values[25], values[974], verdict, values);
    }

    private static IEnumerable<PredictiveCheck> Checks(int arm, bool uncertain)
    {
        double[] months = [.. Enumerable.Range(0, 61).Select(month => (double)month)];
        var speed = arm == 0 ? 1 : 0.6;
        PredictiveCurve Curve(int percentile, Func<double, double> value, double spread)
        {
            double[] values = [.. months.Select(month => percentile > 0 && month > 54 ? double.NaN : value(month))];
            var half = uncertain ? spread : 0;
            return new(percentile, values, [.. values.Select(each => each * (1 - half))], [.. values.Select(each => each * (1 + half))]);
        }

        yield return new(arm, MeasureCatalogue.AlsfrsTotal, months,
        [
            Curve(5, month => 44 * Math.Exp(-speed * month / 18), 0.08), Curve(50, month => 47 * Math.Exp(-speed * month / 45), 0.05), Curve(95, month => 48 * Math.Exp(-speed * month / 150), 0.0),
        ]);
        yield return new(arm, -1, months, [Curve(0, month => Math.Exp(-speed * Math.Pow(month / 40, 2)), 0.04)]);
        yield return new(arm, MeasureCatalogue.Neurofilament, months,
            [Curve(5, _ => 1200 * speed, 0.1), Curve(50, month => (4000 + (40 * month)) * speed, 0.1), Curve(95, month => (14000 + (60 * month)) * speed, 0.1)]);
    }
}
