namespace ProgressionSim.Scenarios.Tests.Timing;

/// <summary>Mistakes in what is asked about starts. Exact: whole messages.</summary>
public sealed class TimingProblemTests
{
    [Fact]
    public void Starts_out_of_order() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, -6, 6, 6] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.offsetsMonths does not rise (scenario.json, line 8).
               Starts stand in the order of time, each once.
               Write [-6, 0, 6].
            """);

    [Fact]
    public void One_start() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [3] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.offsetsMonths has 1 start (scenario.json, line 8).
               Starts are compared with each other, so there must be 2 to 200.
               For example [-12, -6, 0, 6, 12].
            """);

    [Fact]
    public void No_starts() => WrittenExperiment.Of(
            """
            "timing": { "arm": "early" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.offsetsMonths is missing (scenario.json, line 8).
               It has no default. Starts examined, months after (negative: before) the moment they are counted from; rising, 2 to 200.
            """);

    [Fact]
    public void A_start_outside_the_horizon() => WrittenExperiment.Of(
            """
            "timing": {
              "offsetsMonths": [
                0,
                60
              ],
              "triggers": [
                { "name": "late", "start": { "at": "diagnosis", "offsetMonths": 61 } }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. timing.offsetsMonths[1] is 60 (scenario.json, line 11).
               Outcomes are counted up to month 60 of the report, timing.outcomeAtMonths, and a start 60 months after symptomOnset could change nothing of them.
               Write less than 60, or a later outcomeAtMonths.
            2. timing.triggers[0].start.offsetMonths is 61 (scenario.json, line 14).
               Outcomes are counted up to month 60 of the report, timing.outcomeAtMonths, and a start 61 months after diagnosis could change nothing of them.
               Write less than 60, or a later outcomeAtMonths.
            """);

    [Fact]
    public void An_outcome_never_measured() => WrittenExperiment.Of(
            """
            "timing": {
              "offsetsMonths": [0, 6],
              "outcomeAtMonths": 72
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.outcomeAtMonths is 72 (scenario.json, line 10).
               Patients are followed for 60 months, horizonMonths, so nothing is measured later.
               Write 60, or a larger horizonMonths.
            """);

    [Fact]
    public void An_outcome_that_does_not_exist() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "outcome": "survivalMoths" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.outcome is "survivalMoths" (scenario.json, line 8).
               It must be one of "survivalMonths", "alive", "symptomFree", "alsfrsTotal", "alsfrsArea", "motorNeurons", "walkingMonths", "speakingMonths", "breathingMonths", "recovery", "recoveryPoints", "neurofilamentPgPerMl".
               Did you mean "survivalMonths"?
            """);

    [Fact]
    public void An_unknown_arm() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "arm": "earl" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.arm is "earl" (scenario.json, line 8).
               There is no arm of that name; there are "untreated", "early".
               Did you mean "early"?
            """);

    [Fact]
    public void The_first_arm() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "arm": "untreated" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.arm is "untreated" (scenario.json, line 8).
               It is the first arm, with which every other is compared.
               Name another: "early".
            """);

    [Fact]
    public void An_arm_without_treatments() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "arm": "control" }
            """, """{ "name": "control" }""")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.arm is "control" (scenario.json, line 9).
               It has no treatments, so there is no start to move.
               Name an arm with treatments: "early".
            """);

    [Fact]
    public void Several_arms_with_treatments() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6] }
            """, """{ "name": "late", "treatments": [{ "use": "slower", "start": { "at": "diagnosis" } }, { "use": "ideal80", "start": { "at": "symptomOnset" } }] }""")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.arm is missing (scenario.json, line 9).
               It names the arm that is asked about, and several have treatments: "early", "late".
               Write "arm": "early".
            """);

    [Fact]
    public void Treatments_none_of_which_can_be_moved() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "arm": "late" }
            """, """{ "name": "late", "treatments": [{ "use": "slower", "start": { "at": "diagnosis" } }, { "use": "ideal80", "start": { "at": "symptomOnset" } }] }""")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.arm is "late" (scenario.json, line 9).
               Each of its treatments has a start of its own, and they differ, so none can be moved: a treatment that is moved takes the arm's start.
               In that arm, leave out the start of the treatment to be moved, and write "start" for the arm.
            """);

    [Fact]
    public void A_trigger_name_twice() => WrittenExperiment.Of(
            """
            "timing": {
              "offsetsMonths": [0, 6],
              "triggers": [
                { "name": "emg", "start": { "at": "electromyographicChange" } },
                { "name": "emg", "start": { "at": "symptomOnset" } }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.triggers[1].name is "emg" (scenario.json, line 12).
               timing.triggers[0] has that name already, and each trigger needs one of its own.
            """);

    [Fact]
    public void A_trigger_without_its_level() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "triggers": [{ "name": "nfl", "start": { "at": "neurofilamentAbove", "screeningIntervalMonths": 6 } }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.triggers[0].start.pgPerMl is missing (scenario.json, line 8).
               A start at "neurofilamentAbove" needs it.
            """);

    [Fact]
    public void A_start_at_an_age() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "at": "age" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.at is "age" (scenario.json, line 8).
               It must be one of "biologicalOnset", "electromyographicChange", "neurofilamentAbove", "symptomOnset", "diagnosis", "enrolment".
            """);

    [Fact]
    public void An_arm_that_starts_at_an_age() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "arm": "old" }
            """, """{ "name": "old", "treatments": ["slower"], "start": { "at": "age", "ageYears": 40 } }""")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.at is missing (scenario.json, line 9).
               The arm itself starts at an age, and starts that are compared are counted from a moment of the disease.
               For symptom onset, write "at": "symptomOnset".
            """);

    [Fact]
    public void Numbers_out_of_range() => WrittenExperiment.Of(
            """
            "timing": {
              "offsetsMonths": [0, 6],
              "windowKeeps": 80,
              "smallestBenefit": 0,
              "recovery": { "points": -1, "heldMonths": 1.5 },
              "fastAboveProgressionRate": 0
            }
            """)
            .IsRefused(
            """
            scenario.json: 5 problems, nothing was run.

            1. timing.windowKeeps is 80 (scenario.json, line 10).
               It is a share, so it must be a number more than 0 and at most 1.
               For four fifths, write 0.8.
            2. timing.smallestBenefit is 0 (scenario.json, line 11).
               It is a benefit in the unit of the outcome, so it must be a number more than 0 and at most 1,000,000,000.
            3. timing.recovery.points is -1 (scenario.json, line 12).
               It is a number of points, so it must be a number more than 0 and at most 48.
            4. timing.recovery.heldMonths is 1.5 (scenario.json, line 12).
               It is a length in months, so it must be a whole number from 1 to 24.
            5. timing.fastAboveProgressionRate is 0 (scenario.json, line 13).
               It is a factor, so it must be a number more than 0 and at most 100.
            """);

    [Fact]
    public void Enrolment_that_is_not_known() => WrittenExperiment.Of(
            """
            "timing": { "offsetsMonths": [0, 6], "at": "enrolment" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing.at is "enrolment" (scenario.json, line 8).
               It counts from enrolment, so population.enrolmentMonths must say how many months after symptom onset that is.
               For one year, write "enrolmentMonths": 12 in population.
            """);

    [Fact]
    public void More_than_a_weeks_work() => WrittenExperiment.Of(
            """
            "patients": 2000000000,
            "timing": { "offsetsMonths": [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 6, 12] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. timing asks for 12 starts (scenario.json, line 9).
               With 2,000,000,000 patients in one arm each they would take about 9 days on two cores. At most 7 days are begun.
               Write at most 1512000000 for patients, or ask for fewer starts.
            """);
}
