using System.Text.RegularExpressions;

namespace ProgressionSim.Architecture.Tests.Naming;

/// <summary>Rules about single files; each gives its offences, one line each.</summary>
internal static class SourceRules
{
    public const int MostLines = 500;

    public const int ManyLines = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Regex Unfinished = new(@"\b(TODO|FIXME|HACK)\b|NotImplementedException|^\s*#region\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience);

    // Written in pieces, since the rule also reads this file.
    private static readonly Regex MachinePath = new("/(home|work|root)" + "/" + @"|\b[A-Z]" + @":\\", RegexOptions.ExplicitCapture, Patience);

    /// <summary>The namespace is the path below the top-level folder, with dots.</summary>
    public static IEnumerable<string> NamespaceIsFolder(TextFile file)
    {
        var parsed = CSharpFile.Parse(file);
        var expected = string.Join('.', file.Path.Split('/')[1..^1]);
        var isTopLevelProgram = parsed.FileName == "Program.cs" && parsed.Types.Count == 0;
        if (parsed.Namespace != expected && !(parsed.Namespace is null && (isTopLevelProgram || IsAssemblyWide(parsed))))
        {
            yield return $"{file.Path}: namespace {parsed.Namespace ?? "(none)"}, folder {expected}.";
        }
    }

    /// <summary>One public type, or else one type, named as the file up to its first dot; Type.Aspect.cs holds a partial type.</summary>
    public static IEnumerable<string> OneTypeNamedAsFile(TextFile file)
    {
        var parsed = CSharpFile.Parse(file);
        var all = parsed.Types;
        var shown = all.Where(type => type.Modifiers.Contains("public", StringComparer.Ordinal)).ToArray();
        var counted = shown.Length > 0 ? shown : [.. all];
        var parts = parsed.FileName.Split('.');
        if (shown.DistinctBy(type => type.Name, StringComparer.Ordinal).Count() > 1)
        {
            yield return $"{file.Path}: {string.Join(", ", shown.Select(type => type.Name))} are public; one public type per file.";
        }
        else if (counted.Length > 0 && counted[0].Name != parts[0])
        {
            yield return $"{file.Path}: declares {counted[0].Name}, so it is named {counted[0].Name}.cs or {counted[0].Name}.Aspect.cs.";
        }
        else if (counted.Length > 0 && parts.Length > 2 && !counted[0].Modifiers.Contains("partial", StringComparer.Ordinal))
        {
            yield return $"{file.Path}: Type.Aspect.cs is for partial types, and {counted[0].Name} is not one.";
        }
        else if (counted.Length == 0 && parsed.Namespace is not null)
        {
            yield return $"{file.Path}: no type was found in it.";
        }
    }

    public static IEnumerable<string> NotTooLong(TextFile file) => file.Lines.Count > MostLines ? [$"{file.Path}: {file.Lines.Count} lines."] : [];

    public static IEnumerable<string> Finished(TextFile file) => Matches(file, Unfinished);

    public static IEnumerable<string> NoMachinePath(TextFile file) => Matches(file, MachinePath);

    private static bool IsAssemblyWide(CSharpFile file) => file.Types.Count == 0 && file.FileName is "AssemblyInfo.cs" or "GlobalUsings.cs";

    private static IEnumerable<string> Matches(TextFile file, Regex pattern) =>
        file.Lines.SelectMany((line, i) => pattern.Matches(line).Select(match => $"{file.Path}:{i + 1}: {match.Value.Trim()}"));
}
