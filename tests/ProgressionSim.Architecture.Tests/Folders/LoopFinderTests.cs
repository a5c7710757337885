using ProgressionSim.Architecture.Tests.Metadata;

namespace ProgressionSim.Architecture.Tests.Folders;

/// <summary>Exact: made-up graphs and folders with loops that must be found, and one without.</summary>
public sealed class LoopFinderTests
{
    [Fact]
    public void A_graph_without_loops_passes() => Assert.Empty(LoopFinder.Loops(Graph("A>B", "A>C", "B>D", "C>D", "A>A")));

    [Fact]
    public void A_loop_of_two_is_a_chain() => Assert.Equal(["A -> B -> A (A>B; B>A)"], LoopFinder.Loops(Graph("B>A", "A>B", "C>A")));

    [Fact]
    public void A_long_loop_is_found_once() => Assert.Equal(["A -> B -> C -> D -> A (A>B; B>C; C>D; D>A)"], LoopFinder.Loops(Graph("C>D", "D>A", "A>B", "B>C", "B>E")));

    [Fact]
    public void Every_loop_is_listed()
    {
        var loops = LoopFinder.Loops(Graph("A>B", "B>A", "B>C", "C>A", "X>Y", "Y>X"));
        Assert.Equal(["A -> B -> A (A>B; B>A)", "A -> B -> C -> A (A>B; B>C; C>A)", "X -> Y -> X (X>Y; Y>X)"], loops.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void A_loop_through_method_bodies_is_found()
    {
        var types = AssemblyScan.Of(typeof(LoopFinderTests).Assembly.Location).Types;
        var loops = LoopFinder.Loops(FolderDependencies.InMetadata("ProgressionSim.Architecture.Tests.Controls", types));
        Assert.Equal(["Left -> Right -> Left (LeftType uses RightType; RightType uses LeftType)"], loops);
    }

    [Fact]
    public void A_loop_through_text_is_found_and_comments_are_not_read()
    {
        TextFile[] sources =
        [
            new("src/P/A/One.cs", "using P.B;\n\nnamespace P.A;\n\ninternal static class One { }\n"),
            new("src/P/B/Two.cs", "namespace P.B;\n\ninternal static class Two { private const int X = P.A.C.Three.X; }\n"),
            new("src/P/A/C/Three.cs", "namespace P.A.C;\n\n// P.B is not used here.\ninternal static class Three { public const int X = 3; public const string Y = \"P.A.One\"; }\n"),
        ];
        Assert.Equal([("A", "B"), ("B", "A.C")], FolderDependencies.InText("P", sources).Select(seen => (seen.From, seen.To)));
        TextFile closing = new("src/P/A/C/Four.cs", "using static P.A.One;\n\nnamespace P.A.C;\n\ninternal static class Four { }\n");
        Assert.Single(LoopFinder.Loops(FolderDependencies.InText("P", [.. sources, closing])));
    }

    private static IEnumerable<Dependency> Graph(params string[] steps) => steps.Select(step => new Dependency(step[..1], step[2..], step));
}
