using System.Text.Json.Nodes;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Schema;
using ProgressionSim.Scenarios.Tests.Schema;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Examples shown to somebody whose scenario lacks a section. Exact.</summary>
public sealed class ExperimentExampleTests
{
    public static TheoryData<string> Sections => [.. ExperimentExamples.BySection.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void An_example_can_be_run_as_it_is(string section) =>
        WrittenExperiment.Of($"\"{section}\": {ExperimentExamples.BySection[section]}")
            .With("evidence/general-als.json", $"{{ \"evidence\": {ExperimentExamples.BySection["evidence"].Replace("check", "fit", StringComparison.Ordinal)} }}")
            .Accepted();

    [Theory]
    [MemberData(nameof(Sections))]
    public void An_example_uses_only_what_the_schema_knows(string section)
    {
        var schema = ScenarioSchema.Build();
        Assert.Empty(SmallValidator.Violations(schema, schema, JsonNode.Parse($"{{ \"{section}\": {ExperimentExamples.BySection[section]} }}"), "$"));
    }

    [Fact]
    public void The_message_names_file_and_section() =>
        Assert.Equal(
            """
            early-vs-late.json has no timing section; nothing was run. For example:

              "timing": { "offsetsMonths": [-12, -6, 0, 6, 12, 24] }

            """,
            ExperimentExamples.Missing("early-vs-late.json", "timing"));
}
