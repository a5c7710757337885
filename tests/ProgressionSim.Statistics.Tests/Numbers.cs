namespace ProgressionSim.Statistics.Tests;

/// <summary>Comparisons of doubles with the reference.</summary>
internal static class Numbers
{
    /// <summary>Fails unless the numbers agree to a relative tolerance (absolute below 1); NaN agrees only with NaN.</summary>
    public static void Close(double expected, double actual, double tolerance, string what)
    {
        var same = double.IsNaN(expected)
            ? double.IsNaN(actual)
            : Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));
        Assert.True(same, FormattableString.Invariant($"{what}: expected {expected:R}, found {actual:R}."));
    }

    /// <summary>Fails unless the numbers agree to a tolerance relative to the expected one, however small it is.</summary>
    public static void RelativelyClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            FormattableString.Invariant($"{what}: expected {expected:R}, found {actual:R}."));
}
