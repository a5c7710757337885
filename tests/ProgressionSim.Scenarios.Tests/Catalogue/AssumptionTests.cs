using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Tests.Catalogue;

/// <summary>Which source a value of a run is shown with. Exact.</summary>
public sealed class AssumptionTests
{
    private const string Path = "disease.death.ratePerMonth";
    private const string Meaning = "Death of a stressed neuron.";
    private const string Unit = "per neuron per month";
    private const string DefaultSource = "Starting value, set by hand so that general ALS loses about 0.9 ALSFRS-R points a month and half of the patients live about 31 months from symptoms";

    [Fact]
    public void A_default_has_the_source_of_the_catalogue() =>
        Assert.Equal(new Assumption(Path, "0.072", Unit, Meaning, DefaultSource, Confidence.Low), Of(WrittenScenario.Smallest()));

    [Fact]
    public void A_value_equal_to_the_default_keeps_its_source() =>
        Assert.Equal(new Assumption(Path, "7.2e-2", Unit, Meaning, DefaultSource, Confidence.Low), Of(WrittenScenario.Smallest("\"disease\": { \"death\": { \"ratePerMonth\": 7.2e-2 } }")));

    [Fact]
    public void A_value_of_a_file_is_the_users() =>
        Assert.Equal(new Assumption(Path, "0.07", Unit, Meaning, "set in scenario.json", Confidence.User), Of(WrittenScenario.Smallest("\"disease\": { \"death\": { \"ratePerMonth\": 0.07 } }")));

    [Fact]
    public void A_value_of_the_command_line_is_the_users() =>
        Assert.Equal(new Assumption(Path, "0.07", Unit, Meaning, "set on the command line", Confidence.User), Of(WrittenScenario.Smallest().Set($"{Path}=0.07")));

    [Fact]
    public void A_file_may_state_a_source() =>
        Assert.Equal(new Assumption(Path, "0.07", Unit, Meaning, "A paper", Confidence.Medium), Of(Extending("\"seed\": 1")));

    [Fact]
    public void A_source_does_not_cover_a_value_that_a_later_file_sets() =>
        Assert.Equal(
            new Assumption(Path, "0.08", Unit, Meaning, "set in scenario.json", Confidence.User),
            Of(Extending("\"disease\": { \"death\": { \"ratePerMonth\": 0.08 } }")));

    [Fact]
    public void A_source_of_a_group_covers_its_settings()
    {
        var assumptions = WrittenScenario.Smallest("""
            "population": { "subgroups": [ { "name": "young", "share": 0.5, "progressionRate": { "distribution": "logNormal", "median": 2, "cv": 0.5 } } ] },
            "sources": { "population.subgroups[young]": { "source": "A guess", "confidence": "assumption" } }
            """).Accepted().Plan!.Assumptions;

        var found = Assert.Single(assumptions, assumption => assumption.Path == "population.subgroups[young].progressionRate");
        Assert.Equal(("""{ "distribution": "logNormal", "median": 2, "cv": 0.5 }""", "A guess", Confidence.Assumption), (found.Value, found.Source, found.Confidence));
    }

    private static WrittenScenario Extending(string settings) =>
        WrittenScenario.Smallest($"\"extends\": \"a.json\", {settings}").With("a.json", $$"""
            { "disease": { "death": { "ratePerMonth": 0.07 } }, "sources": { "{{Path}}": { "source": "A paper", "confidence": "medium" } } }
            """);

    private static Assumption Of(WrittenScenario scenario) => Assert.Single(scenario.Accepted().Plan!.Assumptions, assumption => assumption.Path == Path);
}
