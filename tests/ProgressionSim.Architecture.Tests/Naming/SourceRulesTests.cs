namespace ProgressionSim.Architecture.Tests.Naming;

/// <summary>Exact: made-up files that each rule must refuse, beside ones it must accept.</summary>
public sealed class SourceRulesTests
{
    private const string Good = "using System;\n\nnamespace P.A;\n\n/// <summary>A class Other in words.</summary>\npublic sealed record One<T>(int X);\n\ninternal enum Helper\n{\n}\n";

    [Fact]
    public void A_good_file_passes_every_rule()
    {
        var file = new TextFile("src/P/A/One.cs", Good);
        Assert.Empty(SourceRules.NamespaceIsFolder(file));
        Assert.Empty(SourceRules.OneTypeNamedAsFile(file));
        Assert.Empty(SourceRules.NotTooLong(file));
        Assert.Empty(SourceRules.Finished(file));
        Assert.Empty(SourceRules.NoMachinePath(file));
    }

    [Fact]
    public void A_wrong_or_missing_namespace_is_refused()
    {
        Assert.Equal("src/P/B/One.cs: namespace P.A, folder P.B.", Assert.Single(SourceRules.NamespaceIsFolder(new TextFile("src/P/B/One.cs", Good))));
        Assert.Single(SourceRules.NamespaceIsFolder(new TextFile("src/P/One.cs", "public class One { }\n")));
        Assert.Empty(SourceRules.NamespaceIsFolder(new TextFile("src/P/Program.cs", "return 0;\n")));
    }

    [Theory]
    [InlineData("Two.cs", "public sealed class One { }")]
    [InlineData("One.cs", "public sealed class One { }\npublic interface ITwo { }")]
    [InlineData("One.cs", "public sealed class One { }\npublic delegate List<int> Two(int x);")]
    [InlineData("One.Part.cs", "public sealed class One { }")]
    [InlineData("One.cs", "internal readonly record struct Two(int X);")]
    [InlineData("One.cs", "// class One\n")]
    public void Files_with_other_types_are_refused(string name, string declarations) =>
        Assert.Single(SourceRules.OneTypeNamedAsFile(new TextFile("src/P/" + name, "namespace P;\n\n" + declarations + "\n")));

    [Theory]
    [InlineData("One.cs", "public static unsafe class One\n{\n}")]
    [InlineData("One.Part.cs", "public sealed partial class One { }")]
    [InlineData("One.cs", "internal sealed class One { private const string S = \"\"\"\npublic class Two { }\n\"\"\"; }")]
    [InlineData("One.cs", "public delegate int One(int x);")]
    public void Files_with_their_type_pass(string name, string declarations) =>
        Assert.Empty(SourceRules.OneTypeNamedAsFile(new TextFile("src/P/" + name, "namespace P;\n\n" + declarations + "\n")));

    [Fact]
    public void A_long_file_is_refused()
    {
        Assert.Empty(SourceRules.NotTooLong(new TextFile("a", string.Concat(Enumerable.Repeat("x\n", 500)))));
        Assert.Equal("a: 501 lines.", Assert.Single(SourceRules.NotTooLong(new TextFile("a", string.Concat(Enumerable.Repeat("x\n", 501))))));
    }

    [Theory]
    [InlineData("// TODO later")]
    [InlineData("// FIXME")]
    [InlineData("/* HACK */")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("    #region Fields")]
    public void Unfinished_lines_are_refused(string line) => Assert.Single(SourceRules.Finished(new TextFile("a", "x\n" + line + "\n")));

    [Theory]
    [InlineData("see /", "home/me/x")]
    [InlineData("\"/", "work/data\"")]
    [InlineData("file:///", "root/x")]
    [InlineData("at C:", "\\Users")]
    public void Machine_paths_are_refused(string start, string end) => Assert.Single(SourceRules.NoMachinePath(new TextFile("a", start + end)));
}
