namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>What raw answers begin with.</summary>
internal static class StatusLine
{
    /// <summary>The status code; empty if there was no answer.</summary>
    public static string Code(string answer) => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? answer[9..12] : "";
}
