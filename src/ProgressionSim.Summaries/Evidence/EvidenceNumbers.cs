using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Published and predicted numbers as text, with as many decimals as the published interval needs.</summary>
internal static class EvidenceNumbers
{
    // A number is written to the first digit of about this share of the width of the published interval.
    private const double ShareOfWidth = 0.12;

    /// <summary>A published value with its interval: <c>-1.03 (-1.24 to -0.81)</c>; what is not published is left out.</summary>
    /// <param name="quantity">The quantity.</param>
    public static string Published(EvidenceQuantity quantity)
    {
        // As the source gives it, unless it was derived and has more digits than it needs.
        double?[] numbers = [quantity.Value, quantity.Low, quantity.High];
        var decimals = Math.Min(numbers.OfType<double>().Select(Decimals).DefaultIfEmpty(0).Max(), DecimalsOf(quantity, 0) ?? int.MaxValue);
        return WithInterval(quantity.Value, quantity.Low, quantity.High, number => Fixed(number, decimals)) ?? "not published";
    }

    /// <summary>A predicted value with its interval.</summary>
    /// <param name="result">The result.</param>
    public static string Predicted(QuantityResult result) =>
        WithInterval(result.Predicted, result.Low, result.High, number => Number(result.Quantity, number, result.High - result.Low)) ?? "no prediction";

    /// <summary>A number of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="number">The number, in its unit.</param>
    /// <param name="width">Width of an interval around it, for quantities without a published one.</param>
    public static string Number(EvidenceQuantity quantity, double number, double width) =>
        DecimalsOf(quantity, width) is { } decimals ? Fixed(number, decimals) : NumberText.Setting(number);

    /// <summary>A text with the quantity's unit, where it has one.</summary>
    /// <param name="text">Numbers as text.</param>
    /// <param name="quantity">The quantity.</param>
    public static string WithUnit(string text, EvidenceQuantity quantity) => quantity.Unit.Length == 0 ? text : $"{text} {quantity.Unit}";

    /// <summary>How far a prediction lies outside the published interval, in widths of that interval; 0 inside, null without an interval or a prediction.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="predicted">The prediction.</param>
    public static double? WidthsOutside(EvidenceQuantity quantity, double predicted) =>
        quantity is { Low: { } low, High: { } high } && high > low && double.IsFinite(predicted) ? Math.Max(0, Math.Max(low - predicted, predicted - high)) / (high - low) : null;

    /// <summary>Decimals that the published interval, or else another width, asks for; null without either.</summary>
    private static int? DecimalsOf(EvidenceQuantity quantity, double width)
    {
        var range = quantity is { Low: { } low, High: { } high } ? high - low : width;
        return range > 0 ? NumberText.DecimalsFor(ShareOfWidth * range) : null;
    }

    private static string Fixed(double number, int decimals) => decimals == 0 && Math.Abs(number) >= 1000 ? NumberText.Setting(number) : NumberText.Fixed(number, decimals);

    private static int Decimals(double number) => NumberText.Setting(number) is var text && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;

    private static string? WithInterval(double? value, double? low, double? high, Func<double, string> text)
    {
        var number = value is { } known && double.IsFinite(known) ? text(known) : "";
        var interval = low is { } least && high is { } most && double.IsFinite(least) && double.IsFinite(most) ? $"{text(least)} to {text(most)}" : "";
        return number.Length == 0 ? interval.Length == 0 ? null : interval : interval.Length == 0 ? number : $"{number} ({interval})";
    }
}
