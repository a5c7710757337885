using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>The files a run leaves.</summary>
public sealed class RunFilesTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    private static readonly string[] Figures =
        ["alsfrs", "contrast", "drug", "motor-neurons", "motor-neurons-by-region", "motor-neurons-spread", "neurofilament", "overview", "survival"];

    private static readonly string[] Tables = ["arms", "contrasts", "examples", "milestones", "series", "survival"];

    public static TheoryData<string> FigureNames => new(Figures);

    public static TheoryData<string> TableNames => new(Tables);

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_set_of_files_is_the_documented_one()
    {
        IEnumerable<string> expected =
        [
            "figures/", .. Figures.SelectMany(name => new[] { $"figures/{name}.png", $"figures/{name}.svg" }),
            "report.html", "summary.json",
            "tables/", .. Tables.Select(name => $"tables/{name}.csv"),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), run.EntriesBelow("out"), StringComparer.Ordinal);
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(run.FullPath).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_summary_has_the_names_of_the_contract()
    {
        var root = run.Summary.RootElement;
        string[] names = ["scenario", "scenarioSha256", "version", "seed", "patients", "elapsedSeconds", "patientsPerSecond", "arms", "contrasts"];
        Assert.Superset(names.ToHashSet(StringComparer.Ordinal), NamesOf(root));
        Assert.Equal(("early-vs-late", FinishedRun.Patients), (root.GetProperty("scenario").GetString(), root.GetProperty("patients").GetInt32()));
        Assert.Matches("^[0-9a-f]{64}$", root.GetProperty("scenarioSha256").GetString());
        Assert.Equal(["untreated", "early", "atSymptoms", "late"], root.GetProperty("arms").EnumerateArray().Select(arm => arm.GetProperty("name").GetString()), StringComparer.Ordinal);
        Assert.All(root.GetProperty("arms").EnumerateArray(), arm =>
        {
            Assert.Superset(Set("name", "neverTreated", "startedAtBiologicalOnset", "neverSymptomatic", "medianSurvivalMonths", "series"), NamesOf(arm));
            Assert.Equal(Set("value", "low", "high"), NamesOf(arm.GetProperty("medianSurvivalMonths")));
            Assert.Superset(Measures(), NamesOf(arm.GetProperty("series")));
            Assert.Superset(Set("mean", "sd", "p05", "p50", "p95"), NamesOf(arm.GetProperty("series").GetProperty("alsfrsTotal")));
        });
        Assert.Superset(Set("measure", "month", "difference", "standardError", "low", "high"), NamesOf(root.GetProperty("contrasts")[0]));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void The_report_stands_alone()
    {
        var page = Report(run.At("out/report.html"));
        var outside = page.Descendants().Attributes()
            .Where(attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "data" or "action" or "poster")
            .Where(attribute => !attribute.Value.StartsWith("data:", StringComparison.Ordinal) && !attribute.Value.StartsWith('#'));
        Assert.Empty(outside);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object" or "embed");
        Assert.All(page.Descendants().Where(element => element.Name.LocalName == "style"), style => Assert.DoesNotContain("@import", style.Value, StringComparison.Ordinal));
        Assert.All(page.Descendants().Where(element => element.Name.LocalName == "style"), style => Assert.DoesNotContain("url(", style.Value, StringComparison.Ordinal));
        Assert.Equal(Figures.Length, page.Descendants().Count(element => element.Name.LocalName == "img"));
    }

    [Theory]
    [MemberData(nameof(FigureNames))]
    [Trait("Evidence", "Invariant")]
    public void A_figure_is_a_picture_twice(string name)
    {
        var png = File.ReadAllBytes(run.At($"out/figures/{name}.png"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.True(png.Length > 10_000, $"{png.Length} bytes are no figure.");
        var svg = XDocument.Load(run.At($"out/figures/{name}.svg")).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "path");
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName == "href" && !attribute.Value.StartsWith('#') && !attribute.Value.StartsWith("data:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    [Trait("Evidence", "Invariant")]
    public void A_table_has_a_heading_and_as_many_fields_in_every_row(string name)
    {
        var rows = File.ReadAllLines(run.At($"out/tables/{name}.csv"));
        Assert.True(rows.Length > 1, "The table has no rows.");
        Assert.All(rows, row => Assert.Equal(rows[0].Split(',').Length, row.Split(',').Length));
    }

    internal static XDocument Report(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    private static HashSet<string> Measures() =>
    [
        "months", "alsfrsTotal", "alsfrsTotalDeathZero", "svcPercent", "neurofilamentPgPerMl", "toxicProtein", "alive",
        .. new[] { "healthy", "stressed", "lost", "function", "healthyDeathZero", "functionDeathZero" }
            .SelectMany(_ => new[] { "bulbar", "cervical", "respiratory", "lumbosacral" }, (measure, region) => $"{measure}.{region}"),
    ];

    private static HashSet<string> Set(params string[] names) => names.ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
}
