using System.Text.Json;

namespace ProgressionSim.Statistics.Tests;

/// <summary>R's file of changes from baseline to month 12, with the results of the basic tests on it.</summary>
internal static class ChangeData
{
    public static JsonElement Expected { get; } = ReferenceData.Json("basics_expected.json");

    public static double[] Changes { get; } = Column("chg");

    public static double[] Baselines { get; } = Column("base");

    public static int[] Arms { get; } = [.. Column("arm").Select(value => (int)value)];

    public static int[] Bulbar { get; } = [.. Column("bulbar").Select(value => (int)value)];

    private static double[] Column(string name) => [.. ReferenceData.Csv("change12.csv").Select(row => row[name])];
}
