using System.Globalization;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>Writes the paths of settings as users see them: <c>arms[1].start.offsetMonths</c>.</summary>
internal static class SettingPath
{
    /// <summary>Path of a member.</summary>
    public static string Member(string parent, string name)
    {
        var shown = name.Length == 0 ? "\"\"" : name;
        return parent.Length == 0 ? shown : $"{parent}.{shown}";
    }

    /// <summary>Path of a list item by its number.</summary>
    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>Path of a list item by its name.</summary>
    public static string Item(string parent, string name) => $"{parent}[{name}]";
}
