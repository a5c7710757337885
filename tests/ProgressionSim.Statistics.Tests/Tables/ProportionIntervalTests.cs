using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Statistics.Tests.Tables;

/// <summary>Oracle: R's binom.test and prop.test; closed forms where R's file has no case.</summary>
public sealed class ProportionIntervalTests
{
    [Fact]
    public void Intervals_are_those_of_R()
    {
        foreach (var expected in ReferenceData.Json("basics_expected.json").GetProperty("binomial_intervals_95").EnumerateArray())
        {
            var successes = expected.GetProperty("successes").GetInt64();
            var trials = expected.GetProperty("n").GetInt64();
            var wilson = ProportionInterval.Wilson(successes, trials);
            Numbers.Close(expected.GetProperty("wilson")[0].GetDouble(), wilson.Low, 1e-14, "Wilson low");
            Numbers.Close(expected.GetProperty("wilson")[1].GetDouble(), wilson.High, 1e-14, "Wilson high");
            Numbers.Close(expected.GetProperty("p").GetDouble(), wilson.Share, 1e-15, "share");
            Numbers.Close(expected.GetProperty("mcse").GetDouble(), wilson.StandardError, 1e-15, "standard error");
            var exact = ProportionInterval.ClopperPearson(successes, trials);
            Numbers.Close(expected.GetProperty("clopper_pearson")[0].GetDouble(), exact.Low, 1e-13, "exact low");
            Numbers.Close(expected.GetProperty("clopper_pearson")[1].GetDouble(), exact.High, 1e-13, "exact high");
        }
    }

    [Theory]
    [InlineData(10, 1e-12)]
    [InlineData(1000, 2e-12)]
    [InlineData(1_000_000, 1e-10)]
    [InlineData(1_000_000_000, 2e-6)]
    public void One_success_has_a_closed_lower_limit(long trials, double tolerance)
    {
        // The tolerances grow with n because log gamma of n loses digits against its neighbour; they record what is reached.
        // P(at least one) = 1 - (1 - p)^n = 0.025.
        var root = Math.Log(1 - 0.025) / trials;
        var expected = -root * (1 + (root / 2) + (root * root / 6) + (root * root * root / 24));
        Numbers.RelativelyClose(expected, ProportionInterval.ClopperPearson(1, trials).Low, tolerance, "low");
        Numbers.Close(1 - expected, ProportionInterval.ClopperPearson(trials - 1, trials).High, 1e-12, "high");
    }

    [Fact]
    public void All_or_none_leave_one_side_open()
    {
        Func<long, long, ProportionInterval>[] intervals = [(k, n) => ProportionInterval.Wilson(k, n), (k, n) => ProportionInterval.ClopperPearson(k, n)];
        foreach (var make in intervals)
        {
            Assert.Equal(0, make(0, 7).Low);
            Assert.Equal(1, make(7, 7).High);
            Numbers.Close(1 - make(0, 7).High, make(7, 7).Low, 1e-15, "mirror");
        }

        // (1 - p)^7 = 0.025.
        Numbers.Close(1 - Math.Pow(0.025, 1 / 7.0), ProportionInterval.ClopperPearson(0, 7).High, 1e-14, "none of seven");
    }

    [Fact]
    public void Half_of_a_million_is_close_to_the_normal_interval()
    {
        // Half width 1.96 * 0.0005; the exact interval adds about half a trial on each side.
        var wilson = ProportionInterval.Wilson(500_000, 1_000_000);
        var exact = ProportionInterval.ClopperPearson(500_000, 1_000_000);
        Assert.Equal(0.5 - 0.00097998, wilson.Low, 7);
        Assert.InRange(wilson.Low - exact.Low, 4e-7, 6e-7);
        Assert.InRange(exact.High - wilson.High, 4e-7, 6e-7);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.ClopperPearson(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.ClopperPearson(1, 5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(1, 5, double.NaN));
    }
}
