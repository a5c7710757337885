using System.Globalization;

namespace ProgressionSim.Engine.Tests.Sampling;

/// <summary>Expected values from outside the project.</summary>
internal static class ReferenceValues
{
    /// <summary>
    /// Rows of the file computed with 60 digits (mpmath 1.3): the exact value at the stored arguments is High + Low.
    /// The first argument holds two values where a function has three.
    /// </summary>
    public static IReadOnlyList<(double[] First, double Second, double High, double Low)> HighPrecision(string function)
    {
        var rows = new List<(double[] First, double Second, double High, double Low)>();
        foreach (string line in File.ReadLines(PathOf("sampling_high_precision.csv")))
        {
            string[] parts = line.Split(',');
            if (string.Equals(parts[0], function, StringComparison.Ordinal))
            {
                rows.Add(([.. parts[1].Split(':').Select(Number)], Number(parts[2]), Number(parts[3]), Number(parts[4])));
            }
        }

        Assert.NotEmpty(rows);
        return rows;
    }

    /// <summary>Calls of R's distribution functions: name, arguments in order, and the value R gave.</summary>
    public static IReadOnlyList<(string Function, double[] Arguments, string Option, double Value)> R()
    {
        var rows = new List<(string Function, double[] Arguments, string Option, double Value)>();
        foreach (string line in File.ReadLines(PathOf("distributions_expected.csv")).Skip(1))
        {
            string[] parts = line.Split(',');
            string[] call = parts[0].TrimEnd(')').Split('(');
            string[] arguments = call[1].Split(';', StringSplitOptions.TrimEntries);
            rows.Add((
                call[0],
                [.. arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).Select(Number)],
                arguments.FirstOrDefault(argument => argument.Contains('=', StringComparison.Ordinal)) ?? "",
                Number(parts[1])));
        }

        return rows;
    }

    /// <summary>Distance of a result from an exact value, in units of the last place of that value.</summary>
    public static double Ulps(double actual, double high, double low = 0.0) =>
        actual.Equals(high) && low == 0.0 ? 0.0 : Math.Abs(actual - high - low) / (Math.BitIncrement(Math.Abs(high)) - Math.Abs(high));

    /// <summary>Fails unless the relative error is at most the tolerance; a true 0 must be met within the tolerance itself.</summary>
    public static void Close(double expected, double actual, double tolerance, string what)
    {
        double error = Math.Abs(actual - expected) / (expected == 0.0 ? 1.0 : Math.Abs(expected));
        Assert.True(error <= tolerance, FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}, error {error:E2} above {tolerance:E1}"));
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
