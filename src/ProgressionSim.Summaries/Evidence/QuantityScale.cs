using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Brings quantities of different units to one axis: the published value is 0, the ends of its interval are -1 and +1.</summary>
internal static class QuantityScale
{
    /// <summary>Ends of the axis; what lies beyond is drawn there as an arrow.</summary>
    public const double End = 3;

    /// <summary>True for a quantity with an interval to be scaled by.</summary>
    /// <param name="quantity">The quantity.</param>
    public static bool Holds(EvidenceQuantity quantity) => quantity is { Low: { } low, High: { } high } && low < high;

    /// <summary>Place of a number of a quantity that is held; the middle of the interval is 0 where no value inside it is published.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="number">The number, in its unit.</param>
    public static double Of(EvidenceQuantity quantity, double number)
    {
        var (low, high) = (quantity.Low!.Value, quantity.High!.Value);
        var centre = quantity.Value is { } value && value > low && value < high ? value : (low + high) / 2;
        return number < centre ? (number - centre) / (centre - low) : (number - centre) / (high - centre);
    }
}
