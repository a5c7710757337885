using System.Text.RegularExpressions;

namespace ProgressionSim.Architecture.Tests.Naming;

/// <summary>The few facts about a C# file that can be read without a compiler.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Code">Text without comments and literals.</param>
/// <param name="Namespace">File-scoped namespace; null if there is none.</param>
/// <param name="Types">Top-level types, which stand at the start of a line because namespaces are file-scoped.</param>
internal sealed record CSharpFile(string FileName, string Code, string? Namespace, IReadOnlyList<DeclaredType> Types)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Comments, then raw, verbatim and plain strings, then characters; what comes first wins, so a quote in a comment opens nothing.</summary>
    private static readonly Regex Noise = new(
        """"
        //[^\n]*|/\*[\s\S]*?\*/|(?<quotes>"{3,})[\s\S]*?\k<quotes>(?!")|(?:@\$?|\$@)"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.[^'\n]*|[^'\\\n])'
        """",
        RegexOptions.ExplicitCapture,
        Patience);

    private static readonly Regex NamespaceLine = new(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex TypeLine = new(
        @"^(?<words>((public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)\s+)*)(record\s+class|record\s+struct|class|struct|record|interface|enum|delegate\s+[\w<>\[\]?,. ]+?)\s+(?<name>\w+)(?=\s*[<({:;]|\s*$)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Patience);

    public static CSharpFile Parse(TextFile file)
    {
        var code = Noise.Replace(file.Text.Replace("\r", "", StringComparison.Ordinal), match => match.Value.StartsWith('/') ? "" : "\"\"");
        var line = NamespaceLine.Match(code);
        return new CSharpFile(
            file.Path.Split('/')[^1],
            code,
            line.Success ? line.Groups["name"].Value : null,
            [.. TypeLine.Matches(code).Select(match => new DeclaredType(match.Groups["name"].Value, match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))]);
    }
}
