using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Every shipped scenario is listed and gives a plan. Invariant.</summary>
public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Paths => new(ScenarioCatalogue.List(ShippedFiles.Folder).Select(scenario => scenario.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void It_gives_a_plan(string path)
    {
        var result = ScenarioLoader.Load(Path.Combine(ShippedFiles.Folder, path), []);

        Assert.True(result.Succeeded, result.Succeeded ? "" : ProblemText.Render(result.File, result.Problems));
        Assert.NotEmpty(result.Plan.Arms);
        Assert.All(result.Plan.Assumptions, assumption => Assert.NotEmpty(assumption.Source));
    }

    [Fact]
    public void The_list_has_scenarios_and_neither_populations_nor_treatments()
    {
        var paths = ScenarioCatalogue.List(ShippedFiles.Folder).Select(scenario => scenario.Path).ToList();

        Assert.Contains("early-vs-late.json", paths, StringComparer.Ordinal);
        Assert.Contains("verification/switch-at-12.json", paths, StringComparer.Ordinal);
        Assert.DoesNotContain(paths, path => path.StartsWith("populations/", StringComparison.Ordinal) || path.StartsWith("treatments/", StringComparison.Ordinal));
        Assert.All(ScenarioCatalogue.List(ShippedFiles.Folder), scenario => Assert.NotEmpty(scenario.Description));
    }

    [Fact]
    public void A_folder_that_is_not_there_has_none() => Assert.Empty(ScenarioCatalogue.List(Path.Combine(ShippedFiles.Folder, "none")));
}
