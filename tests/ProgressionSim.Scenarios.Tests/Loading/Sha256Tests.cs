namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>The hash of a resolved scenario. Exact.</summary>
public sealed class Sha256Tests
{
    private const string Plain = """{ "name": "x", "seed": 250, "disease": { "focusFraction": 0.01, "death": { "ratePerMonth": 0.1 } }, "arms": [ { "name": "u" } ] }""";

    [Fact]
    public void It_does_not_depend_on_notation_order_comments_folders_or_layers()
    {
        var other = WrittenScenario.Of("""
            {
              // the same
              "arms": [ { "treatments": [], "name": "\u0075", }, ],
              "extends": "below/a.json",
              "seed": 2.5e2,
              "name": "x", "title": null,
            }
            """).With("below/a.json", """{ "disease": { "death": { "ratePerMonth": 1e-1 }, "focusFraction": 0.010 } }""");

        Assert.Equal(HashOf(WrittenScenario.Of(Plain)), HashOf(other));
    }

    [Fact]
    public void It_does_not_change_when_a_default_is_written_out() =>
        Assert.Equal(HashOf(WrittenScenario.Of(Plain)), HashOf(WrittenScenario.Of(Plain).Set("horizonMonths=60")));

    [Theory]
    [InlineData("seed=251")]
    [InlineData("patients=10001")]
    [InlineData("disease.focusFraction=0.0100001")]
    [InlineData("arms[0].name=v")]
    [InlineData("title=Y")]
    [InlineData("uncertainty={\"arm\":\"u\",\"parameters\":[{\"path\":\"disease.focusFraction\",\"distribution\":\"uniform\",\"min\":0.01,\"max\":0.02}]}")]
    [InlineData("population.onsetRegion=bulbar")]
    public void It_changes_with_any_value(string set) => Assert.NotEqual(HashOf(WrittenScenario.Of(Plain)), HashOf(WrittenScenario.Of(Plain).Set(set)), StringComparer.Ordinal);

    [Fact]
    public void It_is_hexadecimal_and_taken_of_one_notation()
    {
        var scenario = WrittenScenario.Of(Plain).Accepted().Scenario!;
        Assert.Matches("^[0-9a-f]{64}$", scenario.Sha256);
        Assert.StartsWith("""{"arms":[{"name":"u","treatments":[]}],"description":"","disease":{"compensation":""", scenario.CanonicalJson, StringComparison.Ordinal);
    }

    private static string HashOf(WrittenScenario scenario) => scenario.Accepted().Scenario!.Sha256;
}
