namespace ProgressionSim.Scenarios.Tests.Settings;

/// <summary>Unknown names and values of the wrong sort. Exact: whole messages.</summary>
public sealed class KeyAndTypeProblemTests
{
    [Fact]
    public void An_unknown_key() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "horizonMoths": 60,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. horizonMoths is not a known setting (scenario.json, line 3).
               Did you mean "horizonMonths"?
            """);

    [Fact]
    public void An_unknown_key_far_from_any() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "colour": "red" },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.colour is not a known setting (scenario.json, line 3).
               Known here: motorNeuronsPerRegion, focusFraction, motorUnitTypes, stress, regionVulnerability, death, recovery, toxicProtein, compensation.
            """);

    [Fact]
    public void An_unknown_key_with_null() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "patientss": null,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. patientss is not a known setting (scenario.json, line 3).
               Did you mean "patients"?
            """);

    [Fact]
    public void Text_for_a_number() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "patients": "250",
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. patients is "250" (scenario.json, line 3).
               It is a number of virtual patients, so it must be a whole number from 1 to 2,000,000,000.
               Write 250 without quotation marks.
            """);

    [Fact]
    public void A_list_for_a_number() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "stepDays": [7],
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. stepDays is a list (scenario.json, line 3).
               It is a length in days, so it must be a number from 0.25 to 31.
               For weekly steps, write 7.
            """);

    [Fact]
    public void A_number_for_a_group() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": 5,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease is 5 (scenario.json, line 3).
               It is a group of settings, so it must be an object in braces.
            """);

    [Fact]
    public void A_number_for_text() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "title": 5,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. title is 5 (scenario.json, line 3).
               It must be text in quotation marks.
            """);

    [Fact]
    public void A_word_for_a_flag() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "measures": { "stages": { "mitosCommunicationNeedsBoth": "yes" } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. measures.stages.mitosCommunicationNeedsBoth is "yes" (scenario.json, line 3).
               It must be true or false.
            """);

    [Fact]
    public void A_number_too_large() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "focusFraction": 1e400 },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.focusFraction is 1e400 (scenario.json, line 3).
               It is a fraction, so it must be a number from 0 to 1.
               1e400 is larger than any number that can be computed with.
            """);

    [Fact]
    public void A_name_is_missing() => WrittenScenario.Of(
            """
            { "arms": [ { "name": "untreated" } ] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. name is missing (scenario.json, line 1).
               It has no default. Short name, shown in tables.
            """);

    [Fact]
    public void A_distribution_where_all_patients_are_alike() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "focusFraction": { "distribution": "uniform", "min": 0, "max": 1 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.focusFraction is an object (scenario.json, line 3).
               It is a fraction, so it must be a number from 0 to 1.
               It is the same for all patients, so a distribution is not possible here.
            """);
}
