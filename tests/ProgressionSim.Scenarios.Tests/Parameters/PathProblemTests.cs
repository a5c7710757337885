namespace ProgressionSim.Scenarios.Tests.Parameters;

/// <summary>Paths that lead nowhere, or to nothing that an experiment can change. Exact: whole messages.</summary>
public sealed class PathProblemTests
{
    [Fact]
    public void A_path_that_does_not_exist() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.knokdown", "values": [0.2, 0.8] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "treatments.ideal80.knokdown" (scenario.json, line 8).
               treatments.ideal80.knokdown is not a known setting.
               Did you mean "knockdown"?
            """);

    [Fact]
    public void A_treatment_that_does_not_exist() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal8.knockdown", "values": [0.2, 0.8] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "treatments.ideal8.knockdown" (scenario.json, line 8).
               treatments.ideal8 is not a known setting.
               Did you mean "ideal80"?
            """);

    [Fact]
    public void An_arm_that_does_not_exist() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "arms[erly].start.offsetMonths", "values": [0, 6] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "arms[erly].start.offsetMonths" (scenario.json, line 8).
               arms[erly] does not exist. arms has 2 items, numbered from 0. Their names are "untreated", "early".
               Did you mean "early"?
            """);

    [Fact]
    public void A_region_that_does_not_exist() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "disease.death.ratePerMonth.bulber", "values": [0.05, 0.1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "disease.death.ratePerMonth.bulber" (scenario.json, line 8).
               disease.death.ratePerMonth.bulber is not a known setting.
               Did you mean "bulbar"?
            """);

    [Fact]
    public void A_part_of_a_distribution_that_does_not_exist() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "population.progressionRate.medain", "values": [0.5, 1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "population.progressionRate.medain" (scenario.json, line 8).
               population.progressionRate.medain is not a known setting.
               Did you mean "median"?
            """);

    [Fact]
    public void Text() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "treatments.ideal80.kind", "values": [0, 1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "treatments.ideal80.kind" (scenario.json, line 8).
               It must be the path of a number, and treatments.ideal80.kind is "knockdown".
            """);

    [Fact]
    public void A_group() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "disease.death", "values": [0, 1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "disease.death" (scenario.json, line 8).
               It must be the path of a number, and disease.death is an object.
               Known there: ratePerMonth, proteinIndependentShare, proteinExponent.
            """);

    [Fact]
    public void A_list() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "disease.stress.contiguity", "values": [0, 1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "disease.stress.contiguity" (scenario.json, line 8).
               It must be the path of a number, and disease.stress.contiguity is a list.
            """);

    [Fact]
    public void A_name_of_a_distribution() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "population.progressionRate.distribution", "values": [0, 1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sweep.axes[0].path is "population.progressionRate.distribution" (scenario.json, line 8).
               It must be the path of a number, and population.progressionRate.distribution is "logNormal".
            """);

    [Fact]
    public void No_path_at_all() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "a..b", "values": [0, 1] }, { "path": 3, "values": [0, 1] }] }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. sweep.axes[0].path is "a..b" (scenario.json, line 8).
               "a..b" is not a path. A path is names with dots, and numbers or names of list items in square brackets.
               For example arms[0].start.offsetMonths.
            2. sweep.axes[1].path is 3 (scenario.json, line 8).
               It must be text in quotation marks.
            """);

    [Fact]
    public void The_seed_and_the_patients() => WrittenExperiment.Of(
            """
            "sweep": { "axes": [{ "path": "seed", "values": [0, 1] }, { "path": "patients", "values": [10, 20] }] }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. sweep.axes[0].path is "seed" (scenario.json, line 8).
               It is about the run as a whole, so an experiment does not change it: all its runs are of the same patients, counted in the same way.
            2. sweep.axes[1].path is "patients" (scenario.json, line 8).
               It is about the run as a whole, so an experiment does not change it: all its runs are of the same patients, counted in the same way.
            """);

    [Fact]
    public void The_version_of_the_format() => WrittenExperiment.Of(
            """
            "sensitivity": { "parameters": [{ "path": "formatVersion", "distribution": "constant", "value": 1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.parameters[0].path is "formatVersion" (scenario.json, line 8).
               It is about the run as a whole, so an experiment does not change it: all its runs are of the same patients, counted in the same way.
            """);

    [Fact]
    public void An_experiment() => WrittenExperiment.Of(
            """
            "sweep": {
              "axes": [
                { "path": "sweep.outcomeAtMonths", "values": [10, 20] },
                { "path": "trial.alpha", "values": [0.01, 0.05] }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. sweep.axes[0].path is "sweep.outcomeAtMonths" (scenario.json, line 10).
               It is no part of the disease, its patients or their treatments, so an experiment does not change it.
            2. sweep.axes[1].path is "trial.alpha" (scenario.json, line 11).
               It is no part of the disease, its patients or their treatments, so an experiment does not change it.
            """);
}
