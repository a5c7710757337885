namespace ProgressionSim.Architecture.Tests;

/// <summary>Fails with every offence at once, so that one run shows the whole work.</summary>
internal static class Offences
{
    public static void None(string rule, IEnumerable<string> offences)
    {
        var all = offences.Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(all.Length == 0, $"{rule}\n{all.Length} offence(s):\n  {string.Join("\n  ", all)}");
    }
}
