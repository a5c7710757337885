using MathNet.Numerics.Distributions;
using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>The interval of a number of patients found by search holds the true one as often as it says.</summary>
public sealed class SampleSizeCoverageTests
{
    private const int Repeats = 100;
    private const double Difference = 3;
    private const double Target = 0.80;

    // Chance that fewer than this many of 100 intervals of 95 % hold the truth: below 1e-4.
    private const int Least = 86;

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(null)]
    [InlineData(8_000)]
    public void Intervals_hold_the_true_number_of_patients(int? bank)
    {
        var patients = TestDesigns.Declining with { SlopeSd = 0.4 };
        var sd = Math.Sqrt((patients.SlopeSd * patients.SlopeSd * Months * Months) + (2 * patients.ResidualSd * patients.ResidualSd));
        var truth = new TwoMeans(Difference, sd).SampleSize(Target).Total;
        var found = new SampleSizeResult[Repeats];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var design = TestDesigns.Statistical(
                75_0000 + (uint)repeat, 60, patients, Difference / Months, 1, TestDesigns.Endpoint(AnalysisMethod.TTest, 1)) with
            {
                Visits = new VisitSchedule { Weeks = [0, 52] },
                PatientBank = bank,
            };
            found[repeat] = SampleSizeSearch.Run(design, new SampleSizeSettings { Power = Target, RelativeHalfWidth = 0.08, CheckTrials = 20 });
        }

        Assert.All(found, each => Assert.Equal(SampleSizeStatus.Found, each.Status));
        var held = found.Count(each => each.Estimate.Low <= truth && truth <= each.Estimate.High);
        var mean = found.Average(each => each.Estimate.Value);
        var scatter = Math.Sqrt(found.Average(each => Math.Pow(each.Estimate.Value - truth, 2)));
        var stated = Math.Sqrt(found.Average(each => Math.Pow(each.Estimate.StandardError, 2)));
        ValidationTable.Line($"bank {bank}: truth {truth:F2}, mean {mean:F2}, scatter {scatter:F2}, stated {stated:F2}, held by {held} of {Repeats}, trials {found.Average(each => each.Path.Sum(step => step.Trials)):F0}");
        Assert.InRange(held, Least, Repeats);
        Assert.True(Binomial.CDF(0.95, Repeats, Least - 1) < 1e-3);

        // Intervals half as wide would be caught.
        var half = found.Count(each => Math.Abs(each.Estimate.Value - truth) <= (each.Estimate.High - each.Estimate.Low) / 4);
        Assert.True(half < Least, $"{half} of {Repeats} half-width intervals hold the truth.");
    }

    private static double Months => TrialTime.MonthsOfWeeks(52);
}
