using System.Text;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>A scenario written as one file is the scenario. Exact.</summary>
public sealed class StandAloneScenarioTests
{
    public static TheoryData<string> Shipped => ["early-vs-late.json", "teaching/when-to-start.json", "timing/fus-juvenile.json", "trials/fus-phase3.json", "evidence/sod1-fast.json"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void It_is_the_same_scenario_in_a_folder_of_its_own(string path)
    {
        var shipped = Path.Combine(ShippedFiles.Folder, path);
        var text = StandAloneScenario.Text(shipped, []);

        // Text that is no file can extend none.
        var alone = ScenarioLoader.LoadText(Encoding.UTF8.GetBytes(text), "alone.json", []);

        Assert.Empty(alone.Problems);
        Assert.Equal(ScenarioLoader.Load(shipped, []).Scenario!.CanonicalJson, alone.Scenario!.CanonicalJson);
    }

    [Fact]
    public void Values_that_win_are_in_it_and_what_it_says_is_in_the_order_of_the_documentation()
    {
        var shipped = Path.Combine(ShippedFiles.Folder, "teaching", "when-to-start.json");
        var text = StandAloneScenario.Text(shipped, [new("arms[later].start.offsetMonths", "9.5", "x"), new("seed", "77", "y")]);

        Assert.StartsWith("{\n  \"formatVersion\": 1,\n  \"name\": \"when-to-start\",\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  \"seed\": 77,\n", text, StringComparison.Ordinal);
        Assert.Contains("\"offsetMonths\": 9.5", text, StringComparison.Ordinal);
        string[] order = ["\"patients\"", "\"population\"", "\"disease\"", "\"treatments\"", "\"arms\"", "\"sources\""];
        Assert.Equal(order.Select(name => text.IndexOf($"\n  {name}: ", StringComparison.Ordinal)).Order(), order.Select(name => text.IndexOf($"\n  {name}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_value_without_a_place_are_refused()
    {
        var missing = Assert.Throws<ArgumentException>("path", () => StandAloneScenario.Text("none.json", []));
        Assert.Contains("none.json does not exist", missing.Message, StringComparison.Ordinal);
        var shipped = Path.Combine(ShippedFiles.Folder, "untreated.json");
        var lost = Assert.Throws<ArgumentException>("path", () => StandAloneScenario.Text(shipped, [new("arms[nobody].start.offsetMonths", "3", "--set x")]));
        Assert.Contains("nobody", lost.Message, StringComparison.Ordinal);
    }
}
