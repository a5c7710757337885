using System.Globalization;
using System.Text;
using ProgressionSim.Scenarios.Paths;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Makes a label for figures from the path of a setting: <c>disease.death.ratePerMonth</c> becomes <c>Death rate (per neuron per month)</c>.</summary>
internal static class AxisLabel
{
    // Endings that say the unit, which stands in brackets.
    private static readonly string[] UnitEndings =
    [
        "PgPerMlMonths", "LitersPerHour", "PerNeuronPerMonth", "PerYearOfAge", "PerMonth", "PgPerMl", "MgPerL", "Milligrams", "Liters", "Months", "Days", "Years",
        "Percent",
    ];

    // Names below these are the scenario's own and stay as they are.
    private static readonly string[] Named = ["treatments"];

    /// <summary>Makes the label.</summary>
    /// <param name="path">A path that leads to a setting.</param>
    /// <param name="unit">Unit of the setting; empty for a pure number.</param>
    public static string Of(string path, string unit)
    {
        var segments = PathSegment.Parse(path) ?? [];
        var words = new List<string>();
        for (var i = 1; i < segments.Count; i++)
        {
            var isOwnName = segments[i].IsSelector || Named.Contains(segments[i - 1].Text, StringComparer.Ordinal);
            var text = i == segments.Count - 1 && unit.Length > 0 ? WithoutUnit(segments[i].Text) : segments[i].Text;
            words.Add(isOwnName ? text : Words(text));
        }

        if (segments.Count == 1)
        {
            words.Add(Words(unit.Length > 0 ? WithoutUnit(segments[0].Text) : segments[0].Text));
        }

        var label = string.Join(' ', words);
        var beginsWithOwnName = segments.Count > 1 && (segments[1].IsSelector || Named.Contains(segments[0].Text, StringComparer.Ordinal));
        label = beginsWithOwnName || label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
        return unit.Length > 0 ? $"{label} ({unit})" : label;
    }

    private static string WithoutUnit(string name) =>
        UnitEndings.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)) is { } found
            ? name[..^found.Length]
            : name;

    private static string Words(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter))
            {
                text.Append(' ');
            }

            text.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
