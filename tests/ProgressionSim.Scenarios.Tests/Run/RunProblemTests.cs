namespace ProgressionSim.Scenarios.Tests.Run;

/// <summary>Size, time and seed of a run; sources; sections of other commands. Exact: whole messages.</summary>
public sealed class RunProblemTests
{
    [Fact]
    public void A_negative_length() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "horizonMonths": -3,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. horizonMonths is -3 (scenario.json, line 3).
               It is a length in months, so it must be a whole number from 1 to 600.
               For five years, write 60.
            """);

    [Fact]
    public void Horizon_0() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "horizonMonths": 0,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. horizonMonths is 0 (scenario.json, line 3).
               It is a length in months, so it must be a whole number from 1 to 600.
               For five years, write 60.
            """);

    [Fact]
    public void Half_a_patient() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "patients": 2.5,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. patients is 2.5 (scenario.json, line 3).
               It is a number of virtual patients, so it must be a whole number from 1 to 2,000,000,000.
               For a first look, write 1000.
            """);

    [Fact]
    public void A_seed_too_large() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 4294967296,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. seed is 4294967296 (scenario.json, line 3).
               It is a seed, so it must be a whole number from 0 to 4,294,967,295.
            """);

    [Fact]
    public void A_negative_seed() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": -1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. seed is -1 (scenario.json, line 3).
               It is a seed, so it must be a whole number from 0 to 4,294,967,295.
            """);

    [Fact]
    public void Step_0() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "stepDays": 0,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. stepDays is 0 (scenario.json, line 3).
               It is a length in days, so it must be a number from 0.25 to 31.
               For weekly steps, write 7.
            """);

    [Fact]
    public void Too_many_patients() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "patients": 1000000000000,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. patients is 1000000000000 (scenario.json, line 3).
               It is a number of virtual patients, so it must be a whole number from 1 to 2,000,000,000.
               On two cores and with one arm it would take about 386 days; memory would stay at a few hundred MB, since no patient is kept. 20,000 patients answer most questions.
            """);

    [Fact]
    public void A_format_version_to_come() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "formatVersion": 2,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. formatVersion is 2 (scenario.json, line 3).
               It is a version, so it must be a whole number equal to 1.
            """);

    [Fact]
    public void An_unknown_origin() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "reportFrom": "symptomonset",
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. reportFrom is "symptomonset" (scenario.json, line 3).
               It must be one of "biologicalOnset", "symptomOnset", "enrolment".
               Did you mean "symptomOnset"?
            """);

    [Fact]
    public void Months_before_biological_onset() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "reportFrom": "biologicalOnset", "monthsBeforeOrigin": 12,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. monthsBeforeOrigin is 12 (scenario.json, line 3).
               Nothing happens before biological onset, so it must be 0 when reportFrom is "biologicalOnset".
            """);

    [Fact]
    public void Reporting_from_an_unknown_enrolment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "reportFrom": "enrolment",
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. reportFrom is "enrolment" (scenario.json, line 3).
               It counts from enrolment, so population.enrolmentMonths must say how many months after symptom onset that is.
               For one year, write "enrolmentMonths": 12 in population.
            """);

    [Fact]
    public void A_source_of_an_unknown_setting() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "sources": { "disease.deth.ratePerMonth": { "source": "a paper", "confidence": "medium" } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sources has an entry for disease.deth.ratePerMonth, which is not a known setting (scenario.json, line 3).
               Keys of sources are paths of settings.
               Did you mean "death"?
            """);

    [Fact]
    public void A_source_of_unknown_confidence() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "sources": { "disease.death.ratePerMonth": { "source": "a paper", "confidence": "certain" } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sources.disease.death.ratePerMonth.confidence is "certain" (scenario.json, line 3).
               It must be one of "high", "medium", "low", "assumption".
            """);

    [Fact]
    public void A_section_that_is_no_group() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "timing": [1, 2],
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing is a list (scenario.json, line 3).
               It is a group of settings, so it must be an object in braces.
            """);
}
