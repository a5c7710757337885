using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Evidence;

namespace ProgressionSim.Summaries.Tests.Evidence;

/// <summary>Exact: how a quantity is computed, in words.</summary>
public sealed class EstimatorWordsTests
{
    [Fact]
    public void A_slope_names_model_visits_moment_and_patients() => Says(
        "mean slope of the ALSFRS-R in a mixed model (REML), visits every 3 months, months 0 to 24 after diagnosis, patients with vital capacity of at least 65 %",
        TestEvidence.Slope(CohortStatistic.Mean));

    [Fact]
    public void Survival_names_the_question()
    {
        Says("median survival after enrolment (Kaplan-Meier)", new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.Median, From = CourseMoment.Enrolment });
        Says("share alive 12 months after symptom onset (Kaplan-Meier), times 100", new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 12, Factor = 100 });
        Says("Weibull shape of survival after symptom onset, followed for 60 months (maximum likelihood)",
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.WeibullShape, ToMonth = 60 });
    }

    [Fact]
    public void Readings_name_statistic_months_patients_and_divisor()
    {
        Says(
            "standard deviation of months from symptom onset to involvement of a second region, patients with bulbar or lumbosacral onset",
            new ReadingEstimator
            {
                Arm = 0, Reading = PatientReading.Interval, To = CourseMoment.SecondRegion, Statistic = CohortStatistic.Sd,
                Among = new() { OnsetRegions = [Region.Bulbar, Region.Lumbosacral] },
            });
        Says(
            "median neurofilament 6 months after treatment start as a multiple of that 0 months after treatment start; divided by: mean age at symptom onset",
            new ReadingEstimator
            {
                Arm = 0, Reading = PatientReading.FoldChange, Measure = MeasureCatalogue.Neurofilament, ToMonth = 6, From = CourseMoment.TreatmentStart, Statistic = CohortStatistic.Median,
                DividedBy = new ReadingEstimator { Arm = 0, Reading = PatientReading.AgeAtSymptomOnset },
            });
    }

    [Fact]
    public void Series_and_twins_are_named()
    {
        var run = TestPlan.Create(24, 0, TestPlan.Untreated(), TestPlan.Treated("silenced"));
        Assert.Equal(
            "number of patients who are or do this: regains 3 points or more of the ALSFRS-R within 12 months after treatment start and holds them for 6; in series of 12 patients, "
                + "arm silenced",
            Words(
                new ReadingEstimator
                {
                    Arm = 1, Reading = PatientReading.Recovered, Statistic = CohortStatistic.Count, Points = 3, HeldMonths = 6, ToMonth = 12, From = CourseMoment.TreatmentStart, SeriesOf = 12,
                },
                run));
        Assert.Equal(
            "mean months lived after symptom onset, at most 60, minus that of the twin with chance of its own in untreated, arm silenced",
            Words(
                new ReadingEstimator { Arm = 1, Reading = PatientReading.SurvivalMonths, ToMonth = 60, ComparedWith = 0, ComparedWithOwnChance = true }, run));
    }

    private static void Says(string words, Estimator estimator) => Assert.Equal(words, Words(estimator, TestPlan.Create(24, 0, TestPlan.Untreated())));

    /// <summary>The words in summary.json.</summary>
    private static string? Words(Estimator estimator, RunPlan run)
    {
        var result = TestEvidence.Of([TestEvidence.Judged("asked", "Asked", "", EvidenceUse.Context, null, null, null, 1, 1, 1, EvidenceVerdict.NotJudged, estimator)], uncertain: false);
        return Reports.Json(EvidenceReports.Of(result with { Plan = result.Plan with { Run = run }, Checks = [] }, "1")).GetProperty("quantities")[0].GetProperty("estimator").GetString();
    }
}
