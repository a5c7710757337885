namespace ProgressionSim.Scenarios.Tests.Arms;

/// <summary>Arms and starts. Exact: whole messages.</summary>
public sealed class ArmProblemTests
{
    [Fact]
    public void Arms_are_missing() => WrittenScenario.Of(
            """
            { "name": "x" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms is missing (scenario.json, line 1).
               It has no default. Arms; each holds the same virtual patients, and the first is the reference of every contrast.
               For the natural course alone, write [ { "name": "untreated" } ].
            """);

    [Fact]
    public void Empty_arms() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": []
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms is an empty list (scenario.json, line 4).
               At least one arm is needed.
               For the natural course alone, write [ { "name": "untreated" } ].
            """);

    [Fact]
    public void Arms_of_one_name() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a" }, { "name": "a" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[1].name is "a" (scenario.json, line 4).
               arms[0] has that name already, and each arm needs one of its own.
            """);

    [Fact]
    public void An_unknown_treatment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal08"], "start": { "at": "diagnosis" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].treatments[0] is "ideal08" (scenario.json, line 4).
               There is no treatment of that name; there are "ideal80", "slower".
               Did you mean "ideal80"?
            """);

    [Fact]
    public void A_treatment_without_any_treatments() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "arms": [ { "name": "a", "treatments": ["drug"], "start": { "at": "diagnosis" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].treatments[0] is "drug" (scenario.json, line 3).
               The scenario has no treatments.
               Add it to treatments, or name a file in extends that has it.
            """);

    [Fact]
    public void A_treatment_twice() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80", "ideal80"], "start": { "at": "diagnosis" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].treatments[1] is "ideal80" (scenario.json, line 4).
               The arm has this treatment already, and can have each only once.
               For a second course, define the treatment again under another name.
            """);

    [Fact]
    public void A_start_is_missing() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80", { "use": "slower", "start": { "at": "diagnosis" } }] } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].start is missing (scenario.json, line 4).
               The arm has a treatment without a start of its own, so the arm must say when treatment starts.
               For symptom onset, write "start": { "at": "symptomOnset" }.
            """);

    [Fact]
    public void An_unknown_start() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80"], "start": { "at": "diagnose" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].start.at is "diagnose" (scenario.json, line 4).
               It must be one of "biologicalOnset", "electromyographicChange", "neurofilamentAbove", "symptomOnset", "diagnosis", "age", "enrolment".
               Did you mean "diagnosis"?
            """);

    [Fact]
    public void A_level_is_missing() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80"], "start": { "at": "neurofilamentAbove" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].start.pgPerMl is missing (scenario.json, line 4).
               A start at "neurofilamentAbove" needs it.
            """);

    [Fact]
    public void An_age_is_missing() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80"], "start": { "at": "age" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].start.ageYears is missing (scenario.json, line 4).
               A start at "age" needs it.
            """);

    [Fact]
    public void An_age_where_none_counts() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80"], "start": { "at": "diagnosis", "ageYears": 30 } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].start.ageYears is 30 (scenario.json, line 4).
               It counts only with "at": "age", but at is "diagnosis".
            """);

    [Fact]
    public void A_start_at_an_unknown_enrolment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a", "treatments": ["ideal80"], "start": { "at": "enrolment" } } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[0].start.at is "enrolment" (scenario.json, line 4).
               It counts from enrolment, so population.enrolmentMonths must say how many months after symptom onset that is.
               For one year, write "enrolmentMonths": 12 in population.
            """);

    [Fact]
    public void An_unknown_key_in_an_arm() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
              "arms": [ { "name": "a" }, { "name": "b", "lossRatePerMonht": 40 } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[1].lossRatePerMonht is not a known setting (scenario.json, line 4).
               Known here: name, treatments, start.
            """);
}
