namespace ProgressionSim.Summaries.Tests;

/// <summary>Assertions on lists of text, letter by letter.</summary>
internal static class Texts
{
    public static void Equal(string[] expected, IEnumerable<string> actual) => Assert.Equal(expected, actual, StringComparer.Ordinal);

    public static void Contains(string expected, IEnumerable<string> actual) => Assert.Contains(expected, actual, StringComparer.Ordinal);
}
