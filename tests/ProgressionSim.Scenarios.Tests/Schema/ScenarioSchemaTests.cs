using System.Text.Json;
using System.Text.Json.Nodes;
using ProgressionSim.Scenarios.Schema;

namespace ProgressionSim.Scenarios.Tests.Schema;

/// <summary>The JSON schema is the shipped file and fits every shipped scenario. Regression and invariant.</summary>
public sealed class ScenarioSchemaTests
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TheoryData<string> Files => new(
        Directory.EnumerateFiles(ShippedFiles.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ShippedFiles.Folder, file))
            .Where(file => file != "scenario.schema.json" && Path.GetDirectoryName(file) != "expected")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_shipped_file_is_what_the_catalogue_says() =>
        Assert.Equal(ScenarioSchema.BuildText(), File.ReadAllText(Path.Combine(ShippedFiles.Folder, "scenario.schema.json")));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_file_uses_only_what_the_schema_knows(string file)
    {
        var schema = ScenarioSchema.Build();
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(ShippedFiles.Folder, file)), documentOptions: Options);

        Assert.Empty(SmallValidator.Violations(schema, schema, document, "$"));
    }

    [Theory]
    [InlineData("""{ "horizonMoths": 60 }""", "$.horizonMoths")]
    [InlineData("""{ "horizonMonths": "60" }""", "$.horizonMonths")]
    [InlineData("""{ "horizonMonths": 0 }""", "$.horizonMonths")]
    [InlineData("""{ "patients": 1.5 }""", "$.patients")]
    [InlineData("""{ "population": { "progressionRate": { "distribution": "normal", "mean": 1 } } }""", "$.population.progressionRate")]
    [InlineData("""{ "population": { "onsetRegion": "thoracic" } }""", "$.population.onsetRegion")]
    [InlineData("""{ "arms": [ { "start": { "at": "diagnosis" } } ] }""", "$.arms[0]")]
    [InlineData("""{ "disease": { "stress": { "contiguity": [[0]] } } }""", "$.disease.stress.contiguity")]
    public void Mistakes_are_seen_where_they_are(string json, string path)
    {
        var schema = ScenarioSchema.Build();

        Assert.Contains(SmallValidator.Violations(schema, schema, JsonNode.Parse(json), "$"), violation => violation.StartsWith(path, StringComparison.Ordinal));
    }
}
