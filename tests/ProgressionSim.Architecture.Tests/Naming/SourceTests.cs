namespace ProgressionSim.Architecture.Tests.Naming;

/// <summary>Invariant: where types live, how files are named and what they must not hold.</summary>
public sealed class SourceTests(ITestOutputHelper output)
{
    private static readonly string[] SourceExtensions = [".cs", ".js", ".css", ".html"];

    [Fact]
    public void Namespaces_are_folders() => Offences.None(
        "A namespace is its folder.",
        Repository.Sources("src").Concat(Repository.Sources("tests")).SelectMany(SourceRules.NamespaceIsFolder));

    [Fact]
    public void Files_hold_one_public_type_and_bear_its_name() => Offences.None(
        "One public top-level type per file, named as the file.",
        Repository.Sources("src").SelectMany(SourceRules.OneTypeNamedAsFile));

    [Fact]
    public void Files_are_short()
    {
        var files = SourceFiles();
        foreach (var file in files.Where(file => file.Lines.Count > SourceRules.ManyLines).OrderByDescending(file => file.Lines.Count))
        {
            output.WriteLine($"For information, over {SourceRules.ManyLines} lines: {file.Path}, {file.Lines.Count}.");
        }

        Offences.None($"No source file has more than {SourceRules.MostLines} lines.", files.SelectMany(SourceRules.NotTooLong));
    }

    [Fact]
    public void Source_is_finished() => Offences.None("Source holds no reminders, no unwritten methods and no regions.", SourceFiles().SelectMany(SourceRules.Finished));

    [Fact]
    public void No_path_of_a_machine_is_named() => Offences.None(
        "Files name no path of the machine they were written on.",
        new[] { "src", "tests", "scenarios" }.SelectMany(Repository.TextFiles)
            .Concat(File.Exists(Path.Combine(Repository.Root, "README.md")) ? [Repository.File("README.md")] : [])
            .SelectMany(SourceRules.NoMachinePath));

    // What others wrote stands as they wrote it.
    private static TextFile[] SourceFiles() =>
        [.. Repository.TextFiles("src").Where(file => SourceExtensions.Contains(Path.GetExtension(file.Path), StringComparer.Ordinal) && !file.Path.Contains("/wwwroot/vendor/", StringComparison.Ordinal))];
}
