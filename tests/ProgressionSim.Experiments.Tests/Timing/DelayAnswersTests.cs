using ProgressionSim.Experiments.Timing;

namespace ProgressionSim.Experiments.Tests.Timing;

/// <summary>Answers read off curves drawn by hand.</summary>
public sealed class DelayAnswersTests
{
    private static readonly double[] Starts = [-6, 0, 6, 12];

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(new[] { 10.0, 9, 6, 2 }, 0.8, 2)]
    [InlineData(new[] { 10.0, 8, 6, 2 }, 0.8, 0)]
    [InlineData(new[] { 10.0, 5, 9, 9 }, 0.8, -3.6)]
    [InlineData(new[] { 10.0, 10, 10, 10 }, 0.8, double.PositiveInfinity)]
    [InlineData(new[] { 0.0, 5, 6, 7 }, 0.8, double.NegativeInfinity)]
    [InlineData(new[] { -1.0, -2, -3, -4 }, 0.8, double.NegativeInfinity)]
    public void The_window_ends_where_a_start_first_keeps_too_little(double[] benefits, double share, double expected) =>
        Assert.Equal(expected, DelayAnswers.Window(Starts, benefits, share), 1e-12);

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(new[] { 10.0, 9, 6, 2 }, 3, 10.5)]
    [InlineData(new[] { 10.0, 1, 6, 2 }, 3, 10.5)]
    [InlineData(new[] { 10.0, 9, 6, 3 }, 3, double.PositiveInfinity)]
    [InlineData(new[] { 2.0, 1, 1, 1 }, 3, double.NegativeInfinity)]
    public void The_point_of_no_return_lies_after_the_last_start_with_enough_benefit(double[] benefits, double smallest, double expected) =>
        Assert.Equal(expected, DelayAnswers.PointOfNoReturn(Starts, benefits, smallest), 1e-12);
}
