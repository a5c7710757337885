namespace ProgressionSim.Summaries.Findings;

/// <summary>Intervals as text.</summary>
internal static class Interval
{
    /// <summary>Limits as <c>8.1 to 8.5</c>; says so when one is missing.</summary>
    public static string Text(double? low, double? high, int decimals)
    {
        var (lower, upper) = (low ?? double.NaN, high ?? double.NaN);
        return (double.IsFinite(lower), double.IsFinite(upper)) switch
        {
            (true, true) => $"{NumberText.Fixed(lower, decimals)} to {NumberText.Fixed(upper, decimals)}",
            (true, false) => $"from {NumberText.Fixed(lower, decimals)}, no upper limit within the follow-up",
            (false, true) => $"up to {NumberText.Fixed(upper, decimals)}",
            _ => "not known",
        };
    }
}
