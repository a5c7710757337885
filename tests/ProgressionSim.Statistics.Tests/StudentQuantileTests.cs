namespace ProgressionSim.Statistics.Tests;

/// <summary>Exact: published values, closed forms, and the tail probability turned round.</summary>
public sealed class StudentQuantileTests
{
    [Theory]
    [InlineData(0.025, 1, 12.706204736432095)]
    [InlineData(0.025, 10, 2.2281388519649385)]
    [InlineData(0.005, 30, 2.7499956535670309)]
    [InlineData(0.025, double.PositiveInfinity, 1.959963984540054)]
    public void Published_values(double tail, double degrees, double value) => Assert.Equal(value, StudentQuantile.UpperTail(tail, degrees), 1e-9 * value);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.0005)]
    public void It_turns_the_tail_probability_round(double tail)
    {
        // The library finds the quantile to about nine digits.
        foreach (var degrees in (double[])[1, 2.5, 7, 41.3, 1000])
        {
            Assert.Equal(2 * tail, TailProbability.StudentTTwoSided(StudentQuantile.UpperTail(tail, degrees), degrees), 1e-8 * tail);
        }
    }

    [Fact]
    public void Tails_outside_their_range_are_refused_and_no_degrees_give_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentQuantile.UpperTail(0.5, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentQuantile.UpperTail(double.NaN, 3));
        Assert.Equal(double.NaN, StudentQuantile.UpperTail(0.1, double.NaN));
    }
}
