using System.Globalization;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Writes what a validation test holds against each other to the output of the test.</summary>
internal static class ValidationTable
{
    /// <summary>A line of text.</summary>
    public static void Line(FormattableString text) =>
        TestContext.Current.TestOutputHelper!.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A row: what it is, the value to be met, ours and its standard error.</summary>
    public static void Row(string what, double expected, double ours, double standardError) =>
        Line($"{what,-44} expected {expected,10:F5} ours {ours,10:F5} error {ours - expected,10:F5} SE {standardError,9:F5}");
}
