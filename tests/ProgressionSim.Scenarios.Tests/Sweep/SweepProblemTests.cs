namespace ProgressionSim.Scenarios.Tests.Sweep;

/// <summary>Mistakes in a grid and what it shows. Exact: whole messages.</summary>
public sealed class SweepProblemTests
{
    [Fact]
    public void No_axes() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes is an empty list (scenario.json, line 8).
               At least one axis is needed.
               For example [ { "path": "disease.death.ratePerMonth", "from": 0.05, "to": 0.1, "count": 6 } ].
            """);

    [Fact]
    public void Three_axes() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{}, {}, {}] }
            """)
            .IsRefused(
            """
            scenario.json: 3 problems, nothing was run.

            1. sweep.axes has 3 items (scenario.json, line 8).
               At most 2 are possible.
            2. sweep.axes[0].values is missing (scenario.json, line 8).
               An axis needs a list of values, or from, to and count.
               For example "values": [0.2, 0.4, 0.6], or "from": 0.2, "to": 0.6, "count": 3.
            3. sweep.axes[1].values is missing (scenario.json, line 8).
               An axis needs a list of values, or from, to and count.
               For example "values": [0.2, 0.4, 0.6], or "from": 0.2, "to": 0.6, "count": 3.
            """);

    [Fact]
    public void An_axis_without_values() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "values": [] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].values is an empty list (scenario.json, line 8).
               It is a list of one or more numbers in square brackets.
               For example [0.2, 0.4, 0.6, 0.8].
            """);

    [Fact]
    public void An_axis_that_says_no_values() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown" }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].values is missing (scenario.json, line 8).
               An axis needs a list of values, or from, to and count.
               For example "values": [0.2, 0.4, 0.6], or "from": 0.2, "to": 0.6, "count": 3.
            """);

    [Fact]
    public void Two_ways_to_say_values() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "values": [0.2, 0.8], "from": 0, "to": 1, "count": 3 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].from is 0 (scenario.json, line 8).
               An axis has a list of values or from, to and count, not both.
               Keep one of the two.
            """);

    [Fact]
    public void Half_a_range() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "from": 0.5 }] }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. sweep.axes[0].to is missing (scenario.json, line 8).
               Evenly spaced values need from, to and count.
            2. sweep.axes[0].count is missing (scenario.json, line 8).
               Evenly spaced values need from, to and count.
            """);

    [Fact]
    public void A_range_that_falls() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "from": 0.5, "to": 0.5, "count": 3 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].to is 0.5 (scenario.json, line 8).
               It must be more than from, which is 0.5.
            """);

    [Fact]
    public void Logarithms_from_0() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "from": 0, "to": 1, "count": 3, "logarithmic": true }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].from is 0 (scenario.json, line 8).
               Logarithms are spaced evenly, so it must be more than 0.
            """);

    [Fact]
    public void A_count_of_0() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "from": 0, "to": 1, "count": 0 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].count is 0 (scenario.json, line 8).
               It is a number of values, so it must be a whole number from 2 to 10,000.
               For ten, write 10.
            """);

    [Fact]
    public void Values_out_of_order() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "values": [0.8, 0.2, 0.2] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].values does not rise (scenario.json, line 8).
               Values of an axis stand in rising order, each once.
               Write [0.2, 0.8].
            """);

    [Fact]
    public void A_billion_cells() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "from": 0, "to": 1, "count": 1000000000 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes makes a grid of 1,000,000,000 cells (scenario.json, line 8).
               With 10,000 patients in 2 arms each they would take about 21 years on two cores. At most 10,000 cells are possible.
               A curve of 50 values shows all there is to see.
            """);

    [Fact]
    public void A_billion_cells_on_two_axes() => WrittenExperiment.Of(
            """
            "patients": 2000,
            "sweep": {
              "axes": [
                { "path": "treatments.ideal80.knockdown", "from": 0, "to": 1, "count": 1000 },
                { "path": "arms[early].start.offsetMonths", "from": -12, "to": 12, "count": 1000000 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes makes a grid of 1,000,000,000 cells (scenario.json, line 10).
               With 2,000 patients in 2 arms each they would take about 4 years on two cores. At most 10,000 cells are possible.
               A figure of 20 values on each axis has 400 cells.
            """);

    [Fact]
    public void More_than_a_weeks_work() => WrittenExperiment.Of(
            """
            "patients": 100000000,
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "from": 0, "to": 1, "count": 400 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes asks for 400 cells (scenario.json, line 9).
               With 100,000,000 patients in 2 arms each they would take about 31 days on two cores. At most 7 days are begun.
               Write at most 22680000 for patients, or ask for fewer cells.
            """);

    [Fact]
    public void The_same_setting_on_both_axes() => WrittenExperiment.Of(
            """
            "sweep": {
              "axes": [
                { "path": "arms[early].start.offsetMonths", "values": [0, 6] },
                { "path": "arms[1].start.offsetMonths", "values": [0, 6] }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[1].path is "arms[1].start.offsetMonths" (scenario.json, line 11).
               sweep.axes[0].path changes that already, and a number can only have one value.
               Keep one of the two.
            """);

    [Fact]
    public void Values_outside_the_settings_own_range() => WrittenExperiment.Of(
            """
            "sweep": {
              "axes": [
                { "path": "treatments.ideal80.knockdown", "values": [0.4,
                  1.2] },
                { "path": "disease.motorNeuronsPerRegion", "from": 100, "to": 1001, "count": 3 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. sweep.axes[0].values[1] is 1.2 (scenario.json, line 11).
               It is a value of treatments.ideal80.knockdown. It is a fraction, so it must be a number from 0 to 1.
            2. sweep.axes[1] has the value 550.5 (scenario.json, line 12).
               It is a value of disease.motorNeuronsPerRegion. It is a number of motor neurons, so it must be a whole number from 100 to 20,000.
            """);

    [Fact]
    public void A_value_that_another_setting_forbids() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "population.ageAtBiologicalOnsetYears.max", "values": [10, 50] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].values[0] is 10 (scenario.json, line 8).
               With it as population.ageAtBiologicalOnsetYears.max, population.ageAtBiologicalOnsetYears.min is 18. It must be less than max, which is 10.
            """);

    [Fact]
    public void Values_that_do_not_go_together() => WrittenExperiment.Of(
            """
            "population": { "subgroups": [{ "name": "a", "share": 0.5 }, { "name": "b", "share": 0.2 }] },
            "sweep": {
              "axes": [
                { "path": "population.subgroups[a].share", "values": [0.1, 0.7] },
                { "path": "population.subgroups[b].share", "values": [0.1, 0.4] }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes has a cell with population.subgroups[a].share 0.7 and population.subgroups[b].share 0.4 (scenario.json, line 10).
               There, population.subgroups has shares that add to 1.1. They are shares of all patients, so together they must be at most 1.
            """);

    [Fact]
    public void The_benefit_of_the_first_arm() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "values": [0.2, 0.8] }], "arm": "untreated", "shows": "benefit" }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.shows is "benefit" (scenario.json, line 8).
               A benefit is what an arm gains over the first, and "untreated" is the first.
               Write "outcome", or name another arm.
            """);

    [Fact]
    public void Outcomes_said_twice() => WrittenExperiment.Of(
            """
            "sweep": {
              "axes": [{ "path": "treatments.ideal80.knockdown", "values": [0.2, 0.8] }],
              "outcome": "alive",
              "outcomes": ["alive", "alive",
                "recovry"]
            }
            """)
            .IsRefused(
            """
            scenario.json: 3 problems, nothing was run.

            1. sweep.outcome is "alive" (scenario.json, line 10).
               Outcomes are listed in outcomes too, and only one of the two can count.
               Keep one of the two.
            2. sweep.outcomes[1] is "alive" (scenario.json, line 11).
               It is in the list already.
            3. sweep.outcomes[2] is "recovry" (scenario.json, line 12).
               It must be one of "survivalMonths", "alive", "symptomFree", "alsfrsTotal", "alsfrsArea", "motorNeurons", "walkingMonths", "speakingMonths", "breathingMonths", "recovery", "recoveryPoints", "neurofilamentPgPerMl".
               Did you mean "recovery"?
            """);

    [Fact]
    public void An_outcome_never_measured() => WrittenExperiment.Of(
            """
            "horizonMonths": 36,
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "values": [0.2, 0.8] }], "outcomeAtMonths": 37 }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.outcomeAtMonths is 37 (scenario.json, line 9).
               Patients are followed for 36 months, horizonMonths, so nothing is measured later.
               Write 36, or a larger horizonMonths.
            """);

    [Fact]
    public void Several_arms_with_treatments() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knockdown", "values": [0.2, 0.8] }] }
            """, """{ "name": "late", "treatments": [{ "use": "slower", "start": { "at": "diagnosis" } }, { "use": "ideal80", "start": { "at": "symptomOnset" } }] }""")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.arm is missing (scenario.json, line 9).
               It names the arm that is asked about, and several have treatments: "early", "late".
               Write "arm": "early".
            """);
}
