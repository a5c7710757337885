using System.Text.RegularExpressions;

namespace ProgressionSim.Cli.Tests.Documentation;

/// <summary>A Markdown file of the repository, as far as its promises can be tested.</summary>
/// <param name="path">Path from the root.</param>
internal sealed class MarkdownFile(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Regex Command = new(@"dotnet run [^`\n#]*? -- (?<arguments>[^`\n#]+)", RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Change = new("--set (?<change>[^ `]+)", RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Code = new("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, Patience);

    private readonly string text = File.ReadAllText(Checkout.At(path)).ReplaceLineEndings("\n");

    /// <summary>Gets the arguments of every command line that runs the program; lines ending in a backslash are joined.</summary>
    public IReadOnlyList<string[]> Commands =>
        [.. Command.Matches(text.Replace("\\\n", " ", StringComparison.Ordinal)).Select(match => Words(match.Groups["arguments"].Value))];

    /// <summary>Gets every change of a setting that is suggested.</summary>
    public IReadOnlyList<string> Changes => [.. Change.Matches(text).Select(match => match.Groups["change"].Value).Where(change => change.Contains('=') && change != "path=value")];

    /// <summary>Gets the files that links and pictures lead to, from the root.</summary>
    public IReadOnlyList<string> LocalLinks =>
    [
        .. Link.Matches(text).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]).Replace('\\', '/')),
    ];

    /// <summary>Cells between backticks in one column of a table.</summary>
    /// <param name="heading">Heading row of the table.</param>
    /// <param name="column">Number of the column, from 0.</param>
    public IReadOnlyList<string> Cells(string heading, int column) =>
    [
        .. text.Split('\n').SkipWhile(line => line != heading).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => Code.Matches(line.Split('|')[column + 1])).Select(match => match.Groups["text"].Value),
    ];

    /// <summary>Gets paths between backticks that start at a top-level folder.</summary>
    public IReadOnlyList<string> NamedPaths =>
    [
        .. Code.Matches(text).Select(match => match.Groups["text"].Value)
            .Where(code => Regex.IsMatch(code, "^(src|tests|scenarios|benchmarks)/[A-Za-z0-9./-]+$", RegexOptions.ExplicitCapture, Patience)),
    ];

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
