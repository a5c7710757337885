using ProgressionSim.Engine.Population;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Survival curves by hand and of an exponential distribution.</summary>
public sealed class SurvivalEstimateTests
{
    [Fact]
    [Trait("Evidence", "Exact")]
    public void Medians_and_shares_are_those_of_Kaplan_and_Meier()
    {
        // One of 6 dies at 1, one is lost at 2, two of 4 die at 3, one is lost at 5, the last dies at 6: 5/6, 5/12 and 0.
        var times = TestEvidence.Times([(6, true), (1, true), (2, false), (3, true), (5, false), (3, true)]);
        Assert.Equal(3, CohortEstimate.Of(Survival(SurvivalAsked.Median)).Value(times));
        Assert.Equal(5.0 / 6, CohortEstimate.Of(Survival(SurvivalAsked.ShareAlive, 2.9)).Value(times), 1e-12);
        Assert.Equal(5.0 / 12, CohortEstimate.Of(Survival(SurvivalAsked.ShareAlive, 3)).Value(times), 1e-12);
        Assert.Equal(0, CohortEstimate.Of(Survival(SurvivalAsked.ShareAlive, 6)).Value(times), 1e-12);

        // Fewer than half die; nobody is there.
        Assert.Equal(double.NaN, CohortEstimate.Of(Survival(SurvivalAsked.Median)).Value(TestEvidence.Times([(6, true), (7, false), (8, false)])));
        Assert.Equal(double.NaN, CohortEstimate.Of(Survival(SurvivalAsked.ShareAlive, 3)).Value(TestEvidence.Times([(double.NaN, false)])));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(SurvivalAsked.Median, 4.0, 7f, 3, 1)]
    [InlineData(SurvivalAsked.Median, 4.0, HandCourses.Never, 8, 0)]
    [InlineData(SurvivalAsked.ShareAlive, 4.0, 12f, 8, 1)]
    [InlineData(SurvivalAsked.WeibullShape, 4.0, 9f, 5, 1)]
    [InlineData(SurvivalAsked.WeibullShape, 4.0, 9.1f, 5, 0)]
    [InlineData(SurvivalAsked.WeibullShape, 9.0, HandCourses.Never, 3, 0)]
    [InlineData(SurvivalAsked.Median, 4.0, 4f, double.NaN, double.NaN)]
    [InlineData(SurvivalAsked.Median, 4.0, 2f, double.NaN, double.NaN)]
    [InlineData(SurvivalAsked.Median, 12.0, HandCourses.Never, double.NaN, double.NaN)]
    [InlineData(SurvivalAsked.Median, 30.0, HandCourses.Never, double.NaN, double.NaN)]
    public void Those_alive_at_the_moment_are_followed_to_death_or_the_end(SurvivalAsked asked, double diagnosis, float death, double months, double isDeath)
    {
        // The follow-up ends at month 12, that of the shape five months after the moment.
        var courses = new HandCourses(Survival(asked, 5) with { From = CourseMoment.Diagnosis })
            .Quantity(PatientQuantity.DiagnosticDelayMonths, diagnosis)
            .Dates(death: death);
        double[] expected = [months, isDeath];
        Assert.Equal(expected, courses.Read().Select(number => Math.Round(number, 5)));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Censored_exponential_times_have_their_median_and_share()
    {
        // Greenwood: var S(t) is S^2 times the integral of 0.05 e^(0.07 u) / n up to t; that of the median is it over (0.05 S)^2.
        const int Patients = 20_000;
        const double Rate = 0.05, LossRate = 0.02;
        var random = new SplitMix64(81);
        var drawn = new (double, bool)[Patients];
        foreach (ref var time in drawn.AsSpan())
        {
            var (death, lost) = (random.NextExponential() / Rate, random.NextExponential() / LossRate);
            time = (Math.Min(death, lost), death <= lost);
        }

        double RelativeError(double month) => Math.Sqrt(Rate / (Rate + LossRate) * (Math.Exp((Rate + LossRate) * month) - 1) / Patients);
        var times = TestEvidence.Times(drawn);
        var median = Math.Log(2) / Rate;
        StatAssert.Mean("median", CohortEstimate.Of(Survival(SurvivalAsked.Median)).Value(times), median, RelativeError(median) / Rate);
        var share = Math.Exp(-Rate * 24);
        StatAssert.Mean("share at 24 months", CohortEstimate.Of(Survival(SurvivalAsked.ShareAlive, 24)).Value(times), share, share * RelativeError(24));

        // Who is lost does not count as dead or as living on.
        var naive = drawn.Count(time => time.Item1 > 24) / (double)Patients;
        StatAssert.Rejects("the lost counted as dead", () => StatAssert.Mean("share", naive, share, share * RelativeError(24)));
    }

    private static SurvivalEstimator Survival(SurvivalAsked asked, double toMonth = 0) => new() { Arm = 0, Asked = asked, ToMonth = toMonth };
}
