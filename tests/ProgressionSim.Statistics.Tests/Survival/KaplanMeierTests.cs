using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Exact: cases small enough to work out by hand, and the edges of the input.</summary>
public sealed class KaplanMeierTests
{
    [Fact]
    public void Censoring_at_the_time_of_an_event_counts_after_it()
    {
        // Times 1, 2, 2+, 3+: S(1) = 3/4; at 2 three are at risk, so S(2) = 3/4 * 2/3 = 1/2.
        var curve = KaplanMeier.Estimate([3, 2, 1, 2], [false, false, true, true]);
        Assert.Equal([1.0, 2, 3], curve.Times);
        Assert.Equal([4L, 3, 1], curve.AtRisk);
        Assert.Equal([1L, 1, 0], curve.Events);
        Assert.Equal([0L, 1, 1], curve.Censored);
        Numbers.Close(0.75, curve.Survival[0], 1e-15, "S(1)");
        Numbers.Close(0.5, curve.Survival[1], 1e-15, "S(2)");

        // Greenwood: 1/(4*3) + 1/(3*2) = 1/4, so the standard error of log S is 1/2 and that of S is 1/4.
        Numbers.Close(0.25, curve.StandardError[1], 1e-15, "Greenwood");
        Assert.Equal(4, curve.Patients);
    }

    [Fact]
    public void Readings_follow_the_steps()
    {
        var curve = KaplanMeier.Estimate([1, 2, 2, 3], [true, true, false, false]);
        Assert.Equal(1, curve.SurvivalAt(0.999));
        Assert.Equal(0.75, curve.SurvivalAt(1), 15);
        Assert.Equal(0.75, curve.SurvivalAt(1.5), 15);
        Assert.Equal(0.5, curve.SurvivalAt(99), 15);
        Assert.Equal(4, curve.AtRiskAt(0));
        Assert.Equal(4, curve.AtRiskAt(1));
        Assert.Equal(3, curve.AtRiskAt(1.5));
        Assert.Equal(1, curve.AtRiskAt(3));
        Assert.Equal(0, curve.AtRiskAt(3.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.SurvivalAt(double.NaN));
        var start = curve.At(0.5);
        Assert.Equal((4, 1, 0), (start.AtRisk, start.Survival, start.StandardError));
        Assert.True(double.IsNaN(start.Low));
    }

    [Fact]
    public void Without_events_the_curve_stays_at_one()
    {
        double[] times = [5, 2];
        bool[] events = [false, false];
        var curve = KaplanMeier.Estimate(times, events);
        Assert.Equal([1.0, 1], curve.Survival);
        Assert.Equal([0.0, 0], curve.StandardError);
        Assert.All(curve.Low, low => Assert.True(double.IsNaN(low)));
        Assert.Equal(new SurvivalQuantile(null, null, null), curve.Quantile(0.5));
        Assert.Equal(new RestrictedMean(4, 4, 0), curve.RestrictedMean(4));
        foreach (var type in new[] { SurvivalIntervalType.Log, SurvivalIntervalType.Plain })
        {
            curve = KaplanMeier.Estimate(times, events, intervalType: type);
            Assert.Equal([1.0, 1], curve.Low);
            Assert.Equal([1.0, 1], curve.High);
        }
    }

    [Theory]
    [InlineData(SurvivalIntervalType.LogLog)]
    [InlineData(SurvivalIntervalType.Log)]
    [InlineData(SurvivalIntervalType.Plain)]
    public void All_events_at_one_time_bring_the_curve_to_zero(SurvivalIntervalType type)
    {
        var curve = KaplanMeier.EstimateGrouped([7], [3], [0], intervalType: type);
        Assert.Equal([0.0], curve.Survival);
        Assert.True(double.IsNaN(curve.StandardError[0]));
        Assert.True(double.IsNaN(curve.Low[0]) && double.IsNaN(curve.High[0]));
        Assert.Equal(double.PositiveInfinity, curve.LogStandardError[0]);
        Assert.Equal([1.0], curve.CumulativeHazard);
        Assert.Equal(new SurvivalQuantile(7, null, null), curve.Quantile(0.5));
        Assert.Equal(new SurvivalQuantile(7, null, null), curve.Quantile(1));
        Assert.Equal(new RestrictedMean(10, 7, 0), curve.RestrictedMean(10));
    }

    [Fact]
    public void A_flat_piece_at_the_level_gives_its_middle()
    {
        // Two of four gone at 2, the next at 6: the median is 4. Shares next to it give the steps.
        var curve = KaplanMeier.Estimate([1, 2, 6, 9], [true, true, true, true]);
        Assert.Equal(4, curve.Quantile(0.5).Value);
        Assert.Equal(2, curve.Quantile(0.49).Value);
        Assert.Equal(6, curve.Quantile(0.51).Value);

        // A last flat piece at the level ends at the last censored patient; one above the level gives no quantile.
        curve = KaplanMeier.Estimate([1, 2, 6, 10], [true, true, false, false]);
        Assert.Equal(6, curve.Quantile(0.5).Value);
        Assert.Null(curve.Quantile(0.51).Value);
    }

    [Fact]
    public void The_restricted_mean_is_the_area_of_the_steps()
    {
        // 1*1 + 3/4*1 + 1/2*2 = 2.75; areas after the events 1.75 and 1, so variance 1.75^2/12 + 1/6.
        var mean = KaplanMeier.Estimate([1, 2, 2, 3], [true, true, false, false]).RestrictedMean(4);
        Numbers.Close(2.75, mean.Value, 1e-15, "area");
        Numbers.Close(Math.Sqrt((1.75 * 1.75 / 12) + (1.0 / 6)), mean.StandardError, 1e-15, "standard error");
        var early = KaplanMeier.Estimate([1, 2], [true, true]).RestrictedMean(0.5);
        Assert.Equal(new RestrictedMean(0.5, 0.5, 0), early);
    }

    [Fact]
    public void Limits_by_hand_at_one_half()
    {
        // S = 1/2, standard error of log S = 1/2 (see the first test), z = 1.959963984540054 for 95 %.
        const double z = 1.959963984540054;
        var plain = KaplanMeier.Estimate([1, 2, 2, 3], [true, true, false, false], 0.95, SurvivalIntervalType.Plain);
        Numbers.Close(0.5 - (z / 4), plain.Low[1], 1e-15, "plain low");
        Numbers.Close(0.5 + (z / 4), plain.High[1], 1e-15, "plain high");
        var log = KaplanMeier.Estimate([1, 2, 2, 3], [true, true, false, false], 0.95, SurvivalIntervalType.Log);
        Numbers.Close(0.5 * Math.Exp(-z / 2), log.Low[1], 1e-15, "log low");
        Assert.Equal(1, log.High[1]);
    }

    [Fact]
    public void Counts_and_patients_give_the_same_bits()
    {
        foreach (var file in new[] { "surv_small.csv", "surv_medium.csv" })
        {
            var rows = ReferenceData.Csv(file);
            var times = rows.Select(row => row["time"]).Distinct().Append(1000).Order().ToArray();
            long CountAt(double time, int wanted) => rows.Count(row => row["time"] == time && row["event"] == wanted);
            var grouped = KaplanMeier.EstimateGrouped(times, [.. times.Select(t => CountAt(t, 1))], [.. times.Select(t => CountAt(t, 0))]);
            var single = KaplanMeier.Estimate([.. rows.Select(row => row["time"])], [.. rows.Select(row => row["event"] == 1)]);

            // The time 1000 has no patient, so it leaves no row.
            Assert.Equal(single.Times, grouped.Times);
            Assert.Equal(single.AtRisk, grouped.AtRisk);
            Assert.Equal(single.Survival, grouped.Survival);
            Assert.Equal(single.StandardError, grouped.StandardError);
            Assert.Equal(single.Low, grouped.Low);
            Assert.Equal(single.High, grouped.High);
            Assert.Equal(single.Quantile(0.3), grouped.Quantile(0.3));
            Assert.Equal(single.RestrictedMean(15), grouped.RestrictedMean(15));
        }
    }

    [Fact]
    public void A_million_million_uncensored_patients_follow_the_binomial()
    {
        // Without censoring Greenwood's variance is S (1 - S)/n.
        const long n = 1_000_000_000_000;
        var curve = KaplanMeier.EstimateGrouped([1, 2, 3], [n / 4, n / 2, n / 4], [0, 0, 0]);
        Numbers.RelativelyClose(0.25, curve.Survival[1], 1e-15, "survival");
        Numbers.RelativelyClose(Math.Sqrt(0.25 * 0.75 / n), curve.StandardError[1], 1e-14, "standard error");
        Assert.Equal(0, curve.Survival[2]);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([1], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.EstimateGrouped([], [], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.EstimateGrouped([1], [0], [0]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.EstimateGrouped([1], [1, 2], [0]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.EstimateGrouped([1, 1], [1, 2], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([-1], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([double.NaN], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.EstimateGrouped([1], [-1], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([1], [true], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([1, 2], [true, true], 0.95, (SurvivalIntervalType)9));
        Assert.Throws<OverflowException>(() => KaplanMeier.EstimateGrouped([1, 2], [long.MaxValue, 1], [0, 0]));
        var curve = KaplanMeier.Estimate([1], [true]);
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.RestrictedMean(-1));
    }
}
