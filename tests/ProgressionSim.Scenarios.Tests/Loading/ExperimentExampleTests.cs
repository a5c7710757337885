using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Examples shown to somebody whose scenario lacks a section. Exact.</summary>
public sealed class ExperimentExampleTests
{
    public static TheoryData<string> Sections => [.. ExperimentExamples.BySection.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void An_example_can_be_run_as_it_is(string section) => WrittenExperiment.Of($"\"{section}\": {ExperimentExamples.BySection[section]}").Accepted();

    [Fact]
    public void The_message_names_file_and_section() =>
        Assert.Equal(
            """
            early-vs-late.json has no timing section. For example:

              "timing": { "offsetsMonths": [-12, -6, 0, 6, 12, 24] }

            """,
            ExperimentExamples.Missing("early-vs-late.json", "timing"));
}
