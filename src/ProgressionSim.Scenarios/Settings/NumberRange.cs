using System.Globalization;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>Allowed numbers.</summary>
/// <param name="Minimum">Lower bound.</param>
/// <param name="Maximum">Upper bound; infinite for none.</param>
/// <param name="MinimumIsOpen">True when the lower bound itself is not allowed.</param>
/// <param name="MaximumIsOpen">True when the upper bound itself is not allowed.</param>
internal sealed record NumberRange(double Minimum, double Maximum, bool MinimumIsOpen = false, bool MaximumIsOpen = false)
{
    /// <summary>Any finite number.</summary>
    public static NumberRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>0 to 1.</summary>
    public static NumberRange Fraction { get; } = new(0, 1);

    /// <summary>Both bounds allowed.</summary>
    public static NumberRange Between(double minimum, double maximum) => new(minimum, maximum);

    /// <summary>More than 0.</summary>
    public static NumberRange Positive(double maximum = double.PositiveInfinity) => new(0, maximum, MinimumIsOpen: true);

    /// <summary>0 or more.</summary>
    public static NumberRange NonNegative(double maximum = double.PositiveInfinity) => new(0, maximum);

    /// <summary>True for an allowed number.</summary>
    public bool Contains(double value) =>
        (MinimumIsOpen ? value > Minimum : value >= Minimum) && (MaximumIsOpen ? value < Maximum : value <= Maximum);

    /// <summary>Numbers that both this and another range allow.</summary>
    public NumberRange Within(NumberRange other) => new(
        Math.Max(Minimum, other.Minimum),
        Math.Min(Maximum, other.Maximum),
        (MinimumIsOpen && Minimum >= other.Minimum) || (other.MinimumIsOpen && other.Minimum >= Minimum),
        (MaximumIsOpen && Maximum <= other.Maximum) || (other.MaximumIsOpen && other.Maximum <= Maximum));

    /// <summary>Words that follow "a number".</summary>
    public string Describe()
    {
        if (Minimum == Maximum)
        {
            return $"equal to {Show(Minimum)}";
        }

        var hasMaximum = !double.IsPositiveInfinity(Maximum);
        if (double.IsNegativeInfinity(Minimum))
        {
            return hasMaximum ? $"{(MaximumIsOpen ? "less than" : "at most")} {Show(Maximum)}" : "";
        }

        if (!hasMaximum)
        {
            return $"{(MinimumIsOpen ? "more than" : "at least")} {Show(Minimum)}";
        }

        return MinimumIsOpen || MaximumIsOpen
            ? $"{(MinimumIsOpen ? "more than" : "at least")} {Show(Minimum)} and {(MaximumIsOpen ? "less than" : "at most")} {Show(Maximum)}"
            : $"from {Show(Minimum)} to {Show(Maximum)}";
    }

    private static string Show(double value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture);
}
