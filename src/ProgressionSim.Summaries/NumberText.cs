using System.Globalization;

namespace ProgressionSim.Summaries;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>Up to 10 significant digits, for files; null for a number that is not finite.</summary>
    public static string? ForFile(double value) => double.IsFinite(value) ? (value == 0 ? 0 : value).ToString("G10", CultureInfo.InvariantCulture) : null;

    /// <summary>Fixed decimals, for sentences; a number that is not finite reads "none". No minus sign in front of zero.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return "none";
        }

        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Three significant digits, without an exponent; for standard errors and the like, at least 0.</summary>
    public static string Significant(double value) =>
        value > 0 ? Fixed(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 15)) : Fixed(value, 0);

    /// <summary>A setting in a sentence: up to 4 significant digits, whole from 1,000 on.</summary>
    public static string Setting(double value) =>
        Math.Abs(value) >= 1000 ? Count((long)Math.Round(value)) : (value == 0 ? 0 : value).ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A count with thousands separated by commas.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share of 0 to 1 as a percentage.</summary>
    public static string Percent(double share, int decimals = 1) => double.IsFinite(share) ? Fixed(100 * share, decimals) + " %" : "none";

    /// <summary>A time relative to the origin with its sign: whole months, below 3 months one decimal.</summary>
    public static string SignedMonths(double months)
    {
        var text = Fixed(months, Math.Abs(months) < 3 && !double.IsInteger(Math.Round(months, 1)) ? 1 : 0);
        return months > 0 && text != "0" ? "+" + text : text;
    }

    /// <summary>Decimals that show the first digit of the standard error, 0 to 3; 1 when it is unknown or 0.</summary>
    public static int DecimalsFor(double standardError) =>
        standardError > 0 ? Math.Clamp(-(int)Math.Floor(Math.Log10(standardError)), 0, 3) : 1;
}
