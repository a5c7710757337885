namespace ProgressionSim.Architecture.Tests.Layers;

/// <summary>The layers of the source projects. A new project needs a row here before anything may reference it.</summary>
internal static class LayerTable
{
    public static IReadOnlyDictionary<string, LayerRule> Rules { get; } = new Dictionary<string, LayerRule>(StringComparer.Ordinal)
    {
        ["Model"] = new(0, [], [], []),
        ["Statistics"] = new(0, [], ["MathNet.Numerics"], ["MathNet.Numerics"]),
        ["Engine"] = new(1, ["Model"], [], []),
        ["Trials"] = new(2, ["Model", "Statistics", "Engine"], [], []),
        ["Experiments"] = new(3, ["Model", "Statistics", "Engine", "Trials"], [], []),
        ["Scenarios"] = new(
            4,
            ["Model", "Statistics", "Engine", "Trials", "Experiments"],
            ["Microsoft.Extensions.Configuration.Json"],
            [
                "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.Configuration.FileExtensions", "Microsoft.Extensions.Configuration.Json",

                // IConfiguration has a member of a type from there.
                "Microsoft.Extensions.Primitives",
            ]),
        ["Summaries"] = new(4, ["Model", "Statistics", "Engine", "Trials", "Experiments"], [], []),
        ["Reporting"] = new(
            5,
            ["Model", "Statistics", "Engine", "Trials", "Experiments", "Summaries"],
            ["ScottPlot", "SkiaSharp.NativeAssets.Linux.NoDependencies"],
            ["ScottPlot", "SkiaSharp", "SkiaSharp.HarfBuzz", "HarfBuzzSharp"]),
        ["Cli"] = new(
            6,
            ["Model", "Statistics", "Engine", "Trials", "Experiments", "Scenarios", "Summaries", "Reporting"],
            ["System.CommandLine", "Spectre.Console"],
            ["System.CommandLine", "Spectre.Console"])
        {
            // Its server.
            Frameworks = ["Microsoft.AspNetCore.App"],
        },
        ["Web"] = new(6, ["Model", "Statistics", "Engine", "Trials", "Experiments", "Scenarios", "Summaries"], [], []),
    };

    /// <summary>Gets the packages that projects outside src may name; other test projects may name none.</summary>
    public static IReadOnlyDictionary<string, string[]> PackagesOutsideSource { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["TestKit"] = ["MathNet.Numerics", "CsCheck"],
        ["Benchmarks"] = ["BenchmarkDotNet", "MathNet.Numerics"],
        ["Model.Tests"] = ["CsCheck"],
        ["Engine.Tests"] = ["CsCheck"],
        ["Statistics.Tests"] = ["CsCheck"],
    };

    /// <summary>Gets the packages that Directory.Build.props gives to every project.</summary>
    public static IReadOnlyList<string> PackagesOfEveryProject { get; } =
        ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "xunit.v3.mtp-v2"];
}
