using System.Globalization;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Evenly spaced values.</summary>
internal static class AxisValues
{
    /// <summary>Spaces values evenly, themselves or their logarithms, rounded to twelve digits so that they read as one would write them.</summary>
    /// <param name="from">First value; more than 0 for logarithms.</param>
    /// <param name="to">Last value.</param>
    /// <param name="count">Number of values; at least 2.</param>
    /// <param name="logarithmic">True to space logarithms.</param>
    public static double[] Space(double from, double to, int count, bool logarithmic) =>
        [from, .. Enumerable.Range(1, count - 2).Select(index => Round(Between(from, to, (double)index / (count - 1), logarithmic))), to];

    private static double Between(double from, double to, double share, bool logarithmic) =>
        logarithmic ? from * Math.Pow(to / from, share) : from + ((to - from) * share);

    private static double Round(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
