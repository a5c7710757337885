using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Input that nobody types by mistake. Exact.</summary>
public sealed class HostileInputTests
{
    [Fact]
    public void A_scenario_file_that_is_not_there()
    {
        var result = ScenarioLoader.Load(Path.Combine(ShippedFiles.Folder, "early-vs-lat.json"), []);

        Assert.Equal(
            "early-vs-lat.json: 1 problem, nothing was run.\n\n1. early-vs-lat.json does not exist (early-vs-lat.json).\n   There must be a scenario file of that name; \"progsim scenarios\" lists those that ship.\n   Did you mean \"early-vs-late.json\"?\n",
            ProblemText.Render(result.File, result.Problems));
    }

    [Fact]
    public void A_key_cannot_forge_lines() =>
        WrittenScenario.Smallest("\"a\\n2. forged\": 1").IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. a�2. forged is not a known setting (scenario.json, line 1).
               Known here: formatVersion, name, title, description, seed, patients, horizonMonths, monthsBeforeOrigin, maximumMonthsToOrigin, stepDays, reportFrom, population, disease, measures, treatments, arms, timing, sweep, sensitivity, uncertainty, evidence, calibration, fitted, trial, sources.
            """);

    [Fact]
    public void A_file_nested_too_deeply() => Assert.Single(WrittenScenario.Smallest($"\"calibration\": {new string('[', 2000)}{new string(']', 2000)}").Load().Problems);

    [Fact]
    public void A_path_nested_too_deeply() => Assert.Single(WrittenScenario.Smallest().Set($"calibration{string.Concat(Enumerable.Repeat(".a", 2000))}=1").Load().Problems);

    [Fact]
    public void A_deep_value_at_a_deep_path_is_refused_and_does_no_harm() =>
        Assert.Equal(
            "calibration.a is not a known setting",
            WrittenScenario.Smallest().Set($"calibration{string.Concat(Enumerable.Repeat(".a", 30))}={new string('[', 60)}{new string(']', 60)}").Load().Problems[0].Statement);

    [Fact]
    public void Files_that_multiply_by_extending_each_other_twice_are_cut_off()
    {
        var scenario = WrittenScenario.Smallest("\"extends\": [\"f0.json\", \"f0.json\"]");
        for (var i = 0; i < 12; i++)
        {
            scenario.With($"f{i}.json", $$"""{ "extends": ["f{{i + 1}}.json", "f{{i + 1}}.json"] }""");
        }

        Assert.All(scenario.With("f12.json", "{}").Load().Problems, problem => Assert.Equal("A scenario may be made of at most 200 files.", problem.Rule));
    }
}
