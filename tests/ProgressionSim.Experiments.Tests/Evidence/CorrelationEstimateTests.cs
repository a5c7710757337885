using ProgressionSim.Engine.Population;
using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Rank correlation by hand.</summary>
public sealed class CorrelationEstimateTests
{
    private static readonly CorrelationEstimator AgeAndLife = new()
    {
        Arm = 0,
        First = new ReadingEstimator { Arm = 0, Reading = PatientReading.AgeAtSymptomOnset },
        Second = new ReadingEstimator { Arm = 0, Reading = PatientReading.Interval, To = CourseMoment.Death },
    };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Ties_share_their_mean_rank_and_patients_without_both_are_left_out()
    {
        // Ranks 1, 2.5, 2.5, 4 against 2, 1, 3.5, 3.5: deviations from 2.5 multiply to 2.25, both sums of squares are 4.5. The fifth does not die.
        var courses = Courses([(50, 7), (60, 2), (60, 9), (70, 9), (80, HandCourses.Never)]);
        Assert.Equal(0.5, courses.Value(), 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Only_the_order_matters()
    {
        Assert.Equal(-1, Courses([(50, 11), (51, 3), (90, 2.9f)]).Value(), 1e-12);
        Assert.Equal(double.NaN, Courses([(50, 11), (51, HandCourses.Never)]).Value());
    }

    private static HandCourses Courses((double Age, float Death)[] patients)
    {
        var courses = new HandCourses(AgeAndLife, patients.Length);
        foreach (var (patient, (age, death)) in patients.Index())
        {
            courses.Dates(patient, death).Quantity(PatientQuantity.AgeAtBiologicalOnsetYears, age, patient);
        }

        return courses;
    }
}
