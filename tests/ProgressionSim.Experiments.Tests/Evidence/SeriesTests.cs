using ProgressionSim.Experiments.Evidence;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Statistics of small series of patients.</summary>
public sealed class SeriesTests
{
    private static readonly ReadingEstimator Value = new() { Arm = 0, Reading = PatientReading.Value };

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(CohortStatistic.Mean, 2, 5)]
    [InlineData(CohortStatistic.Median, 1, 6)]
    [InlineData(CohortStatistic.Minimum, 1, 2)]
    [InlineData(CohortStatistic.Maximum, 4, 7)]
    [InlineData(CohortStatistic.Count, 6, 15)]
    public void Patients_who_follow_each_other_make_a_series(CohortStatistic statistic, double first, double second)
    {
        // Threes: 1, 4, 1 and 7, 2, 6; the last two make none.
        var estimate = CohortEstimate.Of(Value with { Statistic = statistic, SeriesOf = 3 });
        var patients = TestEvidence.Readings([1, 4, 1, 7, 2, 6, 100, 100]);
        Assert.Equal([first, second], estimate.Series(patients)!);
        Assert.Equal((first + second) / 2, estimate.Value(patients));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Patients_who_are_not_looked_at_do_not_use_up_places()
    {
        const double None = double.NaN;
        var estimate = CohortEstimate.Of(Value with { Statistic = CohortStatistic.Maximum, SeriesOf = 2 });
        var patients = new PatientNumbers([None, None, 1, 5, None, None, None, None, 1, 3, 1, 8, 1, 9, None, None, 1, 1], 2, 0);
        Assert.Equal([5, 9], estimate.Series(patients)!);

        // Who is looked at without a value takes a place: the dead of a series are of it.
        Assert.Equal([5, 9], estimate.Series(TestEvidence.Readings([5, None, None, None, 8, 9]))!);
        Assert.Equal(None, estimate.Value(TestEvidence.Readings([4])));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_whole_cohort_is_no_series_and_a_factor_keeps_series()
    {
        Assert.Null(CohortEstimate.Of(Value).Series(TestEvidence.Readings([1, 2])));
        var percent = CohortEstimate.Of(Value with { SeriesOf = 2, Factor = 100, DividedBy = Value });

        // Columns of the divisor follow: its mean is 5.
        double[] numbers = [1, 1, 1, 4, 1, 3, 1, 6, 1, 2, 1, 4, 1, 6, 1, 6];
        Assert.Equal([40.0, 80], percent.Series(new PatientNumbers(numbers, 4, 0))!);
        Assert.Equal(60, percent.Value(new PatientNumbers(numbers, 4, 0)), 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void A_minimum_grows_more_extreme_with_the_size_of_the_series()
    {
        // The smallest of n uniform draws has mean 1 / (n + 1) and variance n / ((n + 1)^2 (n + 2)).
        const int Patients = 12_000;
        var random = new SplitMix64(91);
        double[] values = [.. Enumerable.Range(0, Patients).Select(_ => random.NextUniform())];
        foreach (var size in (int[])[1, 5, 11, 25])
        {
            var series = CohortEstimate.Of(Value with { Statistic = CohortStatistic.Minimum, SeriesOf = size }).Series(TestEvidence.Readings(values))!;
            Assert.Equal(Patients / size, series.Count);
            var error = Math.Sqrt(size / (size + 2.0) / series.Count) / (size + 1);
            StatAssert.Mean($"smallest of {size}", series.Average(), 1.0 / (size + 1), error);

            // 480 series of 25 know their mean to 4.4 %: half as many patients again would be seen in all sizes.
            StatAssert.Rejects("series half as large again", () => StatAssert.Mean("smallest", series.Average(), 1 / ((1.5 * size) + 1), error));
        }
    }
}
