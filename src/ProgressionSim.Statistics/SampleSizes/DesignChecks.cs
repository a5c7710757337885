namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Checks on the numbers of a design.</summary>
internal static class DesignChecks
{
    public static double Alpha(double oneSidedAlpha) => oneSidedAlpha is > 0 and < 0.5
        ? oneSidedAlpha
        : throw new ArgumentOutOfRangeException(nameof(oneSidedAlpha), oneSidedAlpha, "A one-sided level lies between 0 and 0.5, both excluded.");

    public static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value is finite and above 0.");

    public static double NotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value is finite and at least 0.");

    public static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value is finite.");

    public static double Effect(double value, string name) => double.IsFinite(value) && value != 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "An effect to plan for is finite and not 0.");

    public static double Share(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A share lies between 0 and 1, both excluded.");

    public static void Sizes(GroupSizes sizes)
    {
        Positive(sizes.Group0, nameof(sizes));
        Positive(sizes.Group1, nameof(sizes));
    }

    public static void Target(double power, double allocation, double oneSidedAlpha)
    {
        if (!(power > oneSidedAlpha && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between the one-sided level and 1, both excluded.");
        }

        Positive(allocation, nameof(allocation));
    }
}
