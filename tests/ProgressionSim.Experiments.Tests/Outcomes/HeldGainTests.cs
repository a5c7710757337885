using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Tests.Outcomes;

/// <summary>Rises that are held, in scores written by hand.</summary>
public sealed class HeldGainTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0, 2, new float[0])]
    [InlineData(0, 0, new[] { 30f })]
    [InlineData(0, 1, new[] { 40f, 38, 36, 34 })]
    [InlineData(6, 0, new[] { 40f, 30, 36, 30 })]
    [InlineData(0, 1, new[] { 40f, 30, 36, 30 })]
    [InlineData(4, 1, new[] { 40f, 30, 36, 34, 30 })]
    [InlineData(5, 2, new[] { 40f, 30, 36, 35, 38 })]
    [InlineData(0, 3, new[] { 40f, 30, 36, 35, 38 })]
    [InlineData(7, 1, new[] { 35f, 30, 33, 33, 26, 33, 33 })]
    [InlineData(10, 0, new[] { 30f, 40, 20, 25 })]
    public void The_largest_is_found(float gain, int heldMonths, float[] scores) => Assert.Equal(gain, HeldGain.Largest(scores, heldMonths));
}
