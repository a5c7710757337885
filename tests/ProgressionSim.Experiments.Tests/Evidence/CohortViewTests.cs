using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Moments, values and conditions in courses written by hand.</summary>
public sealed class CohortViewTests
{
    // Needs visits from three years before symptoms, function and losses of all regions, and vital capacity.
    private static readonly ReadingEstimator Everything = new()
    {
        Arm = 0,
        Reading = PatientReading.Interval,
        From = CourseMoment.TreatmentStart,
        To = CourseMoment.SecondRegion,
        Among = new CohortFilter { SvcAtLeastPercent = 50 },
        DividedBy = new ReadingEstimator { Arm = 0, Reading = PatientReading.LossAtDeath },
    };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Moments_are_those_of_the_table()
    {
        var courses = new HandCourses(Everything)
            .Dates(death: 11.5f, treatment: 3, electromyographic: -7, neurofilament: -5.5f)
            .Quantity(PatientQuantity.DiagnosticDelayMonths, 9.25)
            .Quantity(PatientQuantity.EnrolmentMonths, 10.5);
        Assert.Equal(0, courses.View.Moment(CourseMoment.SymptomOnset, 0, 0));
        Assert.Equal(9.25, courses.View.Moment(CourseMoment.Diagnosis, 0, 0));
        Assert.Equal(10.5, courses.View.Moment(CourseMoment.Enrolment, 0, 0));
        Assert.Equal(3, courses.View.Moment(CourseMoment.TreatmentStart, 0, 0));
        Assert.Equal(-24, courses.View.Moment(CourseMoment.BiologicalOnset, 0, 0));
        Assert.Equal(-7, courses.View.Moment(CourseMoment.ElectromyographicChange, 0, 0));
        Assert.Equal(-5.5, courses.View.Moment(CourseMoment.NeurofilamentRise, 0, 0));
        Assert.Equal(11.5, courses.View.Moment(CourseMoment.Death, 0, 0));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(5, HandCourses.Never)]
    [InlineData(13, HandCourses.Never)]
    [InlineData(13, 12f)]
    public void The_dead_are_not_diagnosed_and_nothing_comes_after_the_follow_up(double delay, float death)
    {
        var courses = new HandCourses(Everything)
            .Dates(death: delay < HandCourses.Months ? (float)delay - 0.5f : death)
            .Quantity(PatientQuantity.DiagnosticDelayMonths, delay)
            .Quantity(PatientQuantity.EnrolmentMonths, delay);
        courses.Regions(MeasureCatalogue.Function, _ => 1);
        foreach (var moment in (CourseMoment[])
            [
                CourseMoment.Diagnosis, CourseMoment.Enrolment, CourseMoment.TreatmentStart, CourseMoment.ElectromyographicChange,
                CourseMoment.NeurofilamentRise, CourseMoment.SecondRegion,
            ])
        {
            Assert.Equal(double.PositiveInfinity, courses.View.Moment(moment, 0, 0));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_second_region_is_the_second_to_fall_below_the_threshold_of_symptom_onset()
    {
        // Threshold 0.85. The first region falls at 0, the third at 8, the fourth never; the second goes from 0.9 to 0.8 between months 4 and 5.
        var courses = new HandCourses(Everything)
            .Measure(MeasureCatalogue.Function, month => month < 8 ? 1 : 0.2)
            .Measure(MeasureCatalogue.Function + 1, month => month < 0 ? 1 : 0.5)
            .Measure(MeasureCatalogue.Function + 2, month => month < 5 ? 0.9 : 0.8)
            .Measure(MeasureCatalogue.Function + 3, _ => 0.86);
        Assert.Equal(4.5, courses.View.Moment(CourseMoment.SecondRegion, 0, 0), 1e-5);

        // Who dies before has no second region, although three fell later in the same life without death.
        courses.Dates(death: 4.5f).Measure(MeasureCatalogue.Function + 2, month => month < 5 ? 0.9 : 0.8).Measure(MeasureCatalogue.Function, _ => 1);
        Assert.Equal(double.PositiveInfinity, courses.View.Moment(CourseMoment.SecondRegion, 0, 0));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(-36.4, -36)]
    [InlineData(-0.4, 0)]
    [InlineData(2.4, 2)]
    [InlineData(2.5, 3)]
    [InlineData(5.49, 5)]
    [InlineData(6, double.NaN)]
    [InlineData(-36.6, double.NaN)]
    [InlineData(12.6, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    public void Values_are_those_of_the_nearest_visit_in_life(double month, double value)
    {
        var courses = new HandCourses(Everything).Dates(death: 5.6f).Measure(MeasureCatalogue.Svc, visit => visit);
        Assert.Equal(value, courses.View.ValueAt(MeasureCatalogue.Svc, 0, 0, month));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Age_at_symptom_onset_adds_the_months_since_biological_onset()
    {
        var courses = new HandCourses(Everything).Quantity(PatientQuantity.AgeAtBiologicalOnsetYears, 53.25);
        Assert.Equal(55.25, courses.View.AgeAtSymptomOnsetYears(0), 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_condition_leaves_out_those_who_do_not_meet_it()
    {
        // At month 0: ALSFRS-R 45. At month 6: 39, so 1.5 points a month were lost; vital capacity 70 %.
        var courses = new HandCourses(Everything)
            .Subgroup(1)
            .Quantity(PatientQuantity.OnsetRegion, (double)Region.Respiratory)
            .Measure(MeasureCatalogue.AlsfrsTotal, month => month > 0 ? 48 - (1.5 * month) : 45)
            .Measure(MeasureCatalogue.Svc, month => 100 - (5 * month));
        bool Meets(CohortFilter filter) => courses.View.IsAmong(filter, 0, 0, 6);
        Assert.True(Meets(CohortFilter.Everybody));
        Assert.True(Meets(new CohortFilter { Subgroup = 1 }));
        Assert.False(Meets(new CohortFilter { Subgroup = 0 }));
        Assert.True(Meets(new CohortFilter { OnsetRegions = [Region.Bulbar, Region.Respiratory] }));
        Assert.False(Meets(new CohortFilter { OnsetRegions = [Region.Bulbar, Region.Lumbosacral] }));
        Assert.True(Meets(new CohortFilter { SvcAtLeastPercent = 70 }));
        Assert.False(Meets(new CohortFilter { SvcAtLeastPercent = 70.1 }));
        Assert.True(Meets(new CohortFilter { MonthsFromOnsetAtMost = 6 }));
        Assert.False(Meets(new CohortFilter { MonthsFromOnsetAtMost = 5.9 }));
        Assert.True(Meets(new CohortFilter { ProgressionRateAtLeast = 1.5 }));
        Assert.False(Meets(new CohortFilter { ProgressionRateAtLeast = 1.6 }));
        Assert.True(Meets(new CohortFilter { ProgressionRateBelow = 1.6 }));
        Assert.False(Meets(new CohortFilter { ProgressionRateBelow = 1.5 }));
        Assert.True(Meets(new CohortFilter { AlsfrsAtLeast = 39, AlsfrsAtMost = 39 }));
        Assert.False(Meets(new CohortFilter { AlsfrsAtLeast = 40 }));
        Assert.False(Meets(new CohortFilter { AlsfrsAtMost = 38 }));

        // All conditions must be met, and there is no rate before a month has gone by.
        Assert.False(Meets(new CohortFilter { Subgroup = 1, AlsfrsAtMost = 38 }));
        Assert.False(courses.View.IsAmong(new CohortFilter { ProgressionRateAtLeast = 0 }, 0, 0, 0));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_dead_meet_no_condition_on_what_a_visit_shows()
    {
        var courses = new HandCourses(Everything).Dates(death: 3).Measure(MeasureCatalogue.AlsfrsTotal, _ => 40).Measure(MeasureCatalogue.Svc, _ => 100);
        Assert.False(courses.View.IsAmong(new CohortFilter { SvcAtLeastPercent = 0 }, 0, 0, 6));
        Assert.False(courses.View.IsAmong(new CohortFilter { AlsfrsAtLeast = 0 }, 0, 0, 6));
        Assert.False(courses.View.IsAmong(new CohortFilter { AlsfrsAtMost = 48 }, 0, 0, 6));
        Assert.False(courses.View.IsAmong(new CohortFilter { ProgressionRateBelow = 9 }, 0, 0, 6));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(7.5f, 7.5)]
    [InlineData(7f, 7)]
    [InlineData(0.5f, 0.5)]
    [InlineData(12f, 12)]
    public void Losses_go_on_until_death_as_fast_as_between_the_last_visits(float death, double months)
    {
        // 4,000 neurons, 200 lost before symptoms, then 40 a month in every region: 0.05 + 0.04 a month.
        var courses = new HandCourses(Everything).Dates(death: death).Regions(MeasureCatalogue.Lost, month => 50 + (40 * month));
        Assert.Equal(0.05 + (0.04 * months), courses.View.LossAtDeath(0, 0), 1e-6);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_death_dated_just_after_a_visit_that_shows_nothing_still_has_losses()
    {
        var courses = new HandCourses(Everything).Dates(death: 7).Regions(MeasureCatalogue.Lost, month => 50 + (40 * month)).Dates(death: 7.000001f);
        Assert.Equal(0.33, courses.View.LossAtDeath(0, 0), 1e-6);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Nobody_loses_more_than_all_and_the_living_have_no_losses_at_death()
    {
        var courses = new HandCourses(Everything, 3).Dates(0, death: 6.9f).Dates(2, death: -36.5f);
        courses.Regions(MeasureCatalogue.Lost, month => month < 6 ? 100 : 990);
        courses.Regions(MeasureCatalogue.Lost, _ => 100, 1).Regions(MeasureCatalogue.Lost, _ => 100, 2);
        Assert.Equal(1, courses.View.LossAtDeath(0, 0));
        Assert.Equal(double.NaN, courses.View.LossAtDeath(0, 1));
        Assert.Equal(double.NaN, courses.View.LossAtDeath(0, 2));
    }
}
