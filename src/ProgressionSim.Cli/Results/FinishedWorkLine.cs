using System.Globalization;
using System.Text;

namespace ProgressionSim.Cli.Results;

/// <summary>A finished unit as a line of text: its number, its values as the hexadecimal digits of their 64 bits, and a checksum of what stands before.</summary>
internal static class FinishedWorkLine
{
    // FNV-1a with 64 bits (Fowler, Noll and Vo).
    private const ulong ChecksumStart = 14695981039346656037;
    private const ulong ChecksumFactor = 1099511628211;

    /// <summary>The line of a unit, without its line feed.</summary>
    /// <param name="unit">Number of the unit.</param>
    /// <param name="values">Its values.</param>
    public static string Format(int unit, ReadOnlySpan<double> values)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{unit} ");
        foreach (var value in values)
        {
            line.Append(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToUInt64Bits(value):x16} ");
        }

        var checksum = ChecksumStart;
        for (var i = 0; i < line.Length; i++)
        {
            checksum = (checksum ^ line[i]) * ChecksumFactor;
        }

        return line.Append(CultureInfo.InvariantCulture, $"{checksum:x16}").ToString();
    }

    /// <summary>Reads a line; null when it is not exactly what <see cref="Format"/> makes.</summary>
    /// <param name="line">The line, without its line feed.</param>
    public static (int Unit, double[] Values)? Parse(string line)
    {
        var words = line.Split(' ');
        if (words.Length < 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var unit))
        {
            return null;
        }

        var values = new double[words.Length - 2];
        for (var i = 0; i < values.Length; i++)
        {
            if (!ulong.TryParse(words[i + 1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            {
                return null;
            }

            values[i] = BitConverter.UInt64BitsToDouble(bits);
        }

        return Format(unit, values) == line ? (unit, values) : null;
    }
}
