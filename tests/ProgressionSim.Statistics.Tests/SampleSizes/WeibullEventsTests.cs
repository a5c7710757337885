using ProgressionSim.Statistics.SampleSizes;

namespace ProgressionSim.Statistics.Tests.SampleSizes;

/// <summary>Exact: closed forms where there are any, else a fine sum.</summary>
public sealed class WeibullEventsTests
{
    [Theory]
    [InlineData(0.03, 1)]
    [InlineData(0.002, 2.03)]
    [InlineData(0.2, 0.6)]
    public void Without_dropout_it_is_the_distribution_function(double scale, double shape) =>
        Assert.Equal(1 - Math.Exp(-scale * Math.Pow(12, shape)), WeibullEvents.Probability(scale, shape, 0, 12), 1e-12);

    [Fact]
    public void Constant_hazards_compete() =>
        Assert.Equal(0.03 / 0.05 * (1 - Math.Exp(-0.05 * 18)), WeibullEvents.Probability(0.03, 1, 0.02, 18), 1e-12);

    [Fact]
    public void A_rising_hazard_with_dropout_agrees_with_a_fine_sum()
    {
        const int Steps = 2_000_000;
        var sum = 0.0;
        for (var i = 0; i < Steps; i++)
        {
            var t = 24 * (i + 0.5) / Steps;
            sum += 0.001 * 2 * t * Math.Exp((-0.001 * t * t) - (0.015 * t)) * 24 / Steps;
        }

        Assert.Equal(sum, WeibullEvents.Probability(0.001, 2, 0.015, 24), 1e-9);
    }
}
