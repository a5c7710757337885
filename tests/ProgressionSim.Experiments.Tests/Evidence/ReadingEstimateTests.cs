using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Readings of courses written by hand.</summary>
public sealed class ReadingEstimateTests
{
    private const int Svc = MeasureCatalogue.Svc;
    private const int Alsfrs = MeasureCatalogue.AlsfrsTotal;
    private static readonly double[] NotLookedAt = [double.NaN, double.NaN];

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(PatientReading.Value, 4)]
    [InlineData(PatientReading.Change, 12)]
    [InlineData(PatientReading.FoldChange, 4)]
    [InlineData(PatientReading.Slope, 3)]
    public void Values_changes_and_slopes_count_from_the_moment(PatientReading reading, double expected)
    {
        // Diagnosis at 3 months: months 1 and 5 after it are the visits of months 4 and 8, where the values are 4 and 16.
        var estimator = Reading(reading) with { Measure = Svc, From = CourseMoment.Diagnosis, FromMonth = 1, ToMonth = 5 };
        HandCourses Courses(float death) => new HandCourses(estimator)
            .Quantity(PatientQuantity.DiagnosticDelayMonths, 3)
            .Dates(death: death)
            .Measure(Svc, month => (3 * month) - 8);
        Assert.Equal([1, expected], Rounded(Courses(HandCourses.Never).Read()));

        // Without the visit of month 8 there is no change; the line goes on through the four visits before it.
        double[] dead = [1, reading is PatientReading.Value or PatientReading.Slope ? expected : double.NaN];
        Assert.Equal(dead, Rounded(Courses(7.5f).Read()));

        // Through two visits no line is drawn, and who dies at diagnosis or before is not looked at.
        Assert.Equal(reading == PatientReading.Value ? expected : double.NaN, Courses(5.5f).Read()[1]);
        Assert.Equal(NotLookedAt, Courses(3).Read());
        Assert.Equal(NotLookedAt, Courses(2.5f).Read());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_slope_is_that_of_the_least_squares_line()
    {
        // Months 0 to 3 with 1, 3, 2, 6: mean 3, sum of (t - 1.5)(y - 3) = 3 + 0 - 0.5 + 4.5 = 7, over 5.
        double[] values = [1, 3, 2, 6];
        var courses = new HandCourses(Reading(PatientReading.Slope) with { Measure = Svc, ToMonth = 3 }).Measure(Svc, month => month < 4 ? values[month] : 99);
        Assert.Equal(1.4, courses.Read()[1], 1e-12);

        // From a moment between visits the same distances are counted.
        var later = new HandCourses(Reading(PatientReading.Slope) with { Measure = Svc, From = CourseMoment.Diagnosis, ToMonth = 3 })
            .Quantity(PatientQuantity.DiagnosticDelayMonths, 4.3)
            .Measure(Svc, month => month is >= 4 and < 8 ? values[month - 4] : 99);
        Assert.Equal(1.4, later.Read()[1], 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_monthly_decline_is_the_share_lost_each_month()
    {
        var estimator = Reading(PatientReading.MonthlyDecline) with { Measure = MeasureCatalogue.MotorUnitNumber, ToMonth = 6 };
        var courses = new HandCourses(estimator).Measure(MeasureCatalogue.MotorUnitNumber, month => 200 * Math.Pow(0.9, month));
        Assert.Equal(0.1, courses.Read()[1], 1e-6);

        // Nothing is left: values below 1 count as 1, so nothing is lost any more.
        Assert.Equal(0, courses.Measure(MeasureCatalogue.MotorUnitNumber, month => month % 2 / 2.0).Read()[1], 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Intervals_lie_between_moments_that_both_come()
    {
        var estimator = Reading(PatientReading.Interval) with { From = CourseMoment.NeurofilamentRise, To = CourseMoment.Diagnosis };
        HandCourses Courses(float rise, double delay, float death = HandCourses.Never) =>
            new HandCourses(estimator).Dates(neurofilament: rise, death: death).Quantity(PatientQuantity.DiagnosticDelayMonths, delay);
        Assert.Equal([1, 9.75], Courses(-5.5f, 4.25).Read());
        Assert.Equal([1, -2], Courses(6, 4).Read());
        Assert.Equal(NotLookedAt, Courses(HandCourses.Never, 4).Read());
        Assert.Equal([1, double.NaN], Courses(-5.5f, 12.5).Read());
        Assert.Equal([1, double.NaN], Courses(-5.5f, 6, death: 5).Read());
        var survival = Reading(PatientReading.Interval) with { To = CourseMoment.Death };
        Assert.Equal([1, 5], new HandCourses(survival).Dates(death: 5).Read());
        Assert.Equal([1, double.NaN], new HandCourses(survival).Read());
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(PatientReading.SurvivalMonths, 4.5f, 2.5)]
    [InlineData(PatientReading.SurvivalMonths, 9f, 6)]
    [InlineData(PatientReading.SurvivalMonths, HandCourses.Never, 6)]
    [InlineData(PatientReading.Alive, 4.5f, 0)]
    [InlineData(PatientReading.Alive, 8f, 0)]
    [InlineData(PatientReading.Alive, 8.1f, 1)]
    [InlineData(PatientReading.Alive, HandCourses.Never, 1)]
    public void Life_is_counted_from_the_moment_to_month_B(PatientReading reading, float death, double expected)
    {
        var estimator = Reading(reading) with { From = CourseMoment.Enrolment, ToMonth = 6 };
        HandCourses Courses(double enrolment) => new HandCourses(estimator).Quantity(PatientQuantity.EnrolmentMonths, enrolment).Dates(death: death);
        Assert.Equal([1, expected], Courses(2).Read());

        // Followed for twelve months: from month 6 six can be seen, from month 6.1 no more.
        Assert.Equal(death > 6 ? 1 : double.NaN, Courses(6).Read()[0]);
        Assert.Equal(NotLookedAt, Courses(6.1).Read());
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(HandCourses.Never, HandCourses.Never, 1)]
    [InlineData(5.5f, HandCourses.Never, 1)]
    [InlineData(5f, HandCourses.Never, 0)]
    [InlineData(-2f, HandCourses.Never, 0)]
    [InlineData(HandCourses.Never, 4f, 0)]
    public void Free_of_symptoms_are_the_living_without_onset(float onset, float death, double expected)
    {
        // Treated from month -3, seen until month 5.
        var estimator = Reading(PatientReading.SymptomFree) with { From = CourseMoment.TreatmentStart, ToMonth = 8 };
        Assert.Equal([1, expected], new HandCourses(estimator).Dates(death: death, onset: onset, treatment: -3).Read());
        Assert.Equal(NotLookedAt, new HandCourses(estimator).Dates(death: death, onset: onset).Read());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_recovery_gains_its_points_since_the_moment_and_holds_them_until_month_B()
    {
        // All regions go from function 0.4 to 0.9 at month 5, and back at month 9 in the other one.
        var gain = 4 * (Expected(0.9) - Expected(0.4));
        var estimator = Reading(PatientReading.Recovered) with { From = CourseMoment.TreatmentStart, HeldMonths = 3, ToMonth = 6, Points = gain - 0.05 };
        double Read(ReadingEstimator asked, float treatment, Func<int, double> function, float death = HandCourses.Never) =>
            new HandCourses(asked).Dates(treatment: treatment, death: death).Regions(MeasureCatalogue.Function, function).Read()[1];
        double Up(int month) => month < 5 ? 0.4 : 0.9;
        Assert.Equal(1, Read(estimator, 3, Up));
        Assert.Equal(0, Read(estimator with { Points = gain + 0.05 }, 3, Up));

        // Held for months 5 to 8: a treatment that starts at 2 has its month 6 at 8, one that starts at 1 at 7.
        Assert.Equal(1, Read(estimator, 2, Up));
        Assert.Equal(0, Read(estimator, 1, Up));
        Assert.Equal(0, Read(estimator, 3, month => month is 5 or 6 or 7 ? 0.9 : 0.4));
        Assert.Equal(0, Read(estimator, 3, Up, death: 7.5f));

        // What was lost before the moment is no recovery of it.
        Assert.Equal(0, Read(estimator, 5, Up));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(38, 40, 1)]
    [InlineData(45, 40, 1)]
    [InlineData(37, 40, 0)]
    public void The_stable_lose_no_more_than_their_points(int later, int first, double expected)
    {
        var estimator = Reading(PatientReading.Stable) with { From = CourseMoment.TreatmentStart, FromMonth = 1, ToMonth = 6, Points = 2 };
        HandCourses Courses(float treatment, float death) =>
            new HandCourses(estimator).Dates(treatment: treatment, death: death).Measure(Alsfrs, month => month < 6 ? first : later);
        Assert.Equal([1, expected], Courses(2, HandCourses.Never).Read());
        Assert.Equal([1, 0], Courses(2, 7.5f).Read());
        Assert.Equal(NotLookedAt, Courses(7, HandCourses.Never).Read());
        Assert.Equal(NotLookedAt, Courses(-38, HandCourses.Never).Read());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Losses_at_death_and_ages_need_no_month()
    {
        var losses = new HandCourses(Reading(PatientReading.LossAtDeath)).Dates(death: 10).Regions(MeasureCatalogue.Lost, month => 60 * month);
        Assert.Equal(0.6, losses.Read()[1], 1e-6);
        Assert.Equal([1, double.NaN], new HandCourses(Reading(PatientReading.LossAtDeath)).Read());
        Assert.Equal([1, 57], new HandCourses(Reading(PatientReading.AgeAtSymptomOnset)).Quantity(PatientQuantity.AgeAtBiologicalOnsetYears, 55).Read());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Conditions_are_met_at_the_moment_in_the_estimator_s_arm()
    {
        var among = new CohortFilter { AlsfrsAtMost = 40 };
        var estimator = Reading(PatientReading.Alive) with { Arm = 1, From = CourseMoment.Diagnosis, ToMonth = 2, Among = among };
        var courses = new HandCourses(estimator, arms: 2)
            .Quantity(PatientQuantity.DiagnosticDelayMonths, 5)
            .Measure(Alsfrs, _ => 30, arm: 0)
            .Measure(Alsfrs, month => month < 5 ? 30 : 41, arm: 1);
        Assert.Equal(NotLookedAt, courses.Read());
        Assert.Equal([1, 1], courses.Measure(Alsfrs, month => month < 5 ? 48 : 40, arm: 1).Read());
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(CohortStatistic.Mean, 4.25)]
    [InlineData(CohortStatistic.Sd, 3.4034296427770228)]
    [InlineData(CohortStatistic.Median, 3.5)]
    [InlineData(CohortStatistic.Minimum, 1)]
    [InlineData(CohortStatistic.Maximum, 9)]
    [InlineData(CohortStatistic.Count, 17)]
    public void Statistics_are_of_the_values_there_are(CohortStatistic statistic, double expected)
    {
        // 1, 3, 4 and 9: mean 4.25, sum of squares 107 - 72.25 = 34.75, over 3.
        var estimate = CohortEstimate.Of(Reading(PatientReading.Value) with { Statistic = statistic });
        Assert.Equal(expected, estimate.Value(TestEvidence.Readings([9, double.NaN, 1, 4, 3])), 1e-12);
        Assert.Equal(double.NaN, estimate.Value(TestEvidence.Readings([double.NaN, double.PositiveInfinity])));
        Assert.Equal(statistic == CohortStatistic.Sd ? double.NaN : 7, estimate.Value(TestEvidence.Readings([7])));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Factor_and_divisor_scale_the_value()
    {
        var shareAt2 = Reading(PatientReading.Alive) with { ToMonth = 2 };
        var shareAt6 = Reading(PatientReading.Alive) with { ToMonth = 6, Factor = 100, DividedBy = shareAt2 };
        var courses = new HandCourses(shareAt6, 4).Dates(0, death: 1).Dates(1, death: 3);
        Assert.Equal(100 * 0.5 / 0.75, courses.Value(), 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Another_arm_is_read_at_the_same_time_of_the_same_patient()
    {
        // Nothing starts in the other arm: it is read two months after the treated one's start all the same.
        var estimator = Reading(PatientReading.Value) with { Measure = Svc, From = CourseMoment.TreatmentStart, FromMonth = 2, Arm = 1, ComparedWith = 0 };
        var courses = new HandCourses(estimator, arms: 2)
            .Dates(treatment: 4, arm: 1)
            .Measure(Svc, month => month == 6 ? 50 : 0)
            .Measure(Svc, month => month == 6 ? 57 : 0, arm: 1);
        Assert.Equal([1, 7], courses.Read());

        // In the other arm the patient dies first: there is no value, but months lived count.
        courses.Dates(death: 5).Measure(Svc, _ => 50);
        Assert.Equal([1, double.NaN], courses.Read());
        var months = new HandCourses(estimator with { Reading = PatientReading.SurvivalMonths, ToMonth = 6 }, arms: 2)
            .Dates(treatment: 4, arm: 1)
            .Dates(death: 5);
        Assert.Equal([1, 5], months.Read());
        Assert.Equal([1, 6], months.Dates(death: 3).Read());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_twin_with_chance_of_its_own_is_read_from_its_own_moment()
    {
        var estimator = Reading(PatientReading.Alive) with
        {
            From = CourseMoment.NeurofilamentRise, ToMonth = 4, ComparedWith = 0, ComparedWithOwnChance = true,
        };
        var courses = new HandCourses(estimator).Dates(neurofilament: 1, death: 4);
        HandCourses Twin(float rise, float death) => new HandCourses(estimator).Dates(neurofilament: rise, death: death);
        Assert.Equal([1, -1], courses.Read(twins: Twin(2, 6.5f)));
        Assert.Equal([1, 0], courses.Read(twins: Twin(3, 6.5f)));

        // There is no pair when the moment does not come to the twin, is not followed long enough, or the twin never has symptoms.
        Assert.Equal(NotLookedAt, courses.Read(twins: Twin(HandCourses.Never, HandCourses.Never)));
        Assert.Equal(NotLookedAt, courses.Read(twins: Twin(9, HandCourses.Never)));
        Assert.Equal(NotLookedAt, courses.Read(twins: Twin(2, HandCourses.Never).WithoutOrigin(0)));
    }

    // Mean score of three items: sum over thresholds of P(logistic noise > a (logit c - logit F)).
    private static double Expected(double function) => 3 * TestPlans.Measures().FunctionScores.AlsfrsThresholds.Sum(
        threshold => 1 / (1 + Math.Exp(1.04 * (Logit(threshold) - Logit(function)))));

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static ReadingEstimator Reading(PatientReading reading) => new() { Arm = 0, Reading = reading };

    private static double[] Rounded(double[] numbers) => [.. numbers.Select(number => Math.Round(number, 9))];
}
