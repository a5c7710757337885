namespace ProgressionSim.Scenarios.Tests.Sensitivity;

/// <summary>Mistakes in which parameters matter. Exact: whole messages.</summary>
public sealed class SensitivityProblemTests
{
    [Fact]
    public void No_parameters() => WrittenExperiment.Of(
            """
            "sensitivity": { "parameters": [] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.parameters is an empty list (scenario.json, line 8).
               At least one parameter is needed.
               For example [ { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 } ].
            """);

    [Fact]
    public void A_parameter_without_path_or_distribution() => WrittenExperiment.Of(
            """
            "sensitivity": { "parameters": [{}, 3, { "path": 3 }, { "path": "disease.death.ratePerMonth" }] }
            """)
            .IsRefused(
            """
            scenario.json: 4 problems, nothing was run.

            1. sensitivity.parameters[0].path is missing (scenario.json, line 8).
               It is the path of the setting that is not known.
               For example { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 }.
            2. sensitivity.parameters[1] is 3 (scenario.json, line 8).
               It is a setting's path with a distribution, for example { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 }.
            3. sensitivity.parameters[2].path is 3 (scenario.json, line 8).
               It must be text in quotation marks.
            4. sensitivity.parameters[3].distribution is missing (scenario.json, line 8).
               It must be one of "constant", "normal", "logNormal", "gamma", "beta", "uniform", "weibull", "triangular", "empirical".
            """);

    [Fact]
    public void Base_points_that_are_no_power_of_two() => WrittenExperiment.Of(
            """
            "sensitivity": { "basePoints": 1000, "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.basePoints is 1000 (scenario.json, line 8).
               The points fill space evenly only when there are 16, 32, 64 and so on, a power of two.
               Write 1024.
            """);

    [Fact]
    public void Base_points_nearer_to_the_power_below() => WrittenExperiment.Of(
            """
            "sensitivity": { "basePoints": 1100, "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.basePoints is 1100 (scenario.json, line 8).
               The points fill space evenly only when there are 16, 32, 64 and so on, a power of two.
               Write 1024.
            """);

    [Fact]
    public void Base_points_of_the_other_method() => WrittenExperiment.Of(
            """
            "sensitivity": { "method": "morris", "basePoints": 64, "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.basePoints is 64 (scenario.json, line 8).
               It counts only with "method": "sobol".
               Leave it out.
            """);

    [Fact]
    public void Trajectories_of_the_other_method() => WrittenExperiment.Of(
            """
            "sensitivity": { "trajectories": 64, "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.trajectories is 64 (scenario.json, line 8).
               It counts only with "method": "morris".
               Leave it out.
            """);

    [Fact]
    public void An_unknown_method() => WrittenExperiment.Of(
            """
            "sensitivity": { "method": "saltelli", "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.method is "saltelli" (scenario.json, line 8).
               It must be one of "sobol", "morris".
            """);

    [Fact]
    public void A_distribution_that_leaves_the_settings_range() => WrittenExperiment.Of(
            """
            "sensitivity": {
              "parameters": [
                { "path": "treatments.ideal80.knockdown", "distribution": "uniform", "min": 0.5, "max": 1.5 },
                { "path": "disease.motorNeuronsPerRegion", "distribution": "uniform", "min": 500, "max": 2000 },
                { "path": "disease.death.ratePerMonth", "distribution": "normal", "mean": -5, "sd": 0.1 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 3 problems, nothing was run.

            1. sensitivity.parameters[0].max is 1.5 (scenario.json, line 10).
               It is a fraction, so it must be a number from 0 to 1.
            2. sensitivity.parameters[1] can be 500.0015 (scenario.json, line 11).
               It is a value of disease.motorNeuronsPerRegion. It is a number of motor neurons, so it must be a whole number from 100 to 20,000.
            3. sensitivity.parameters[2].mean is -5 (scenario.json, line 12).
               It is a rate per neuron per month, so it must be a number from 0 to 100.
            """);

    [Fact]
    public void Observed_values_that_are_not_whole() => WrittenExperiment.Of(
            """
            "sensitivity": { "parameters": [{ "path": "disease.motorNeuronsPerRegion", "distribution": "empirical", "values": [500, 500.5, 600] }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.parameters[0] can be 500.5 (scenario.json, line 8).
               It is a value of disease.motorNeuronsPerRegion. It is a number of motor neurons, so it must be a whole number from 100 to 20,000.
            """);

    [Fact]
    public void A_distribution_with_an_unknown_key() => WrittenExperiment.Of(
            """
            "sensitivity": { "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1, "mean": 1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.parameters[0].mean is not a known setting (scenario.json, line 8).
               Known here: distribution, min, max.
            """);

    [Fact]
    public void A_setting_twice() => WrittenExperiment.Of(
            """
            "sensitivity": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "disease.death.ratePerMonth.bulbar", "distribution": "uniform", "min": 0.04, "max": 0.1 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.parameters[1].path is "disease.death.ratePerMonth.bulbar" (scenario.json, line 11).
               sensitivity.parameters[0].path changes that already, and a number can only have one value.
               Keep one of the two.
            """);

    [Fact]
    public void A_parameter_whose_end_breaks_another_rule() => WrittenExperiment.Of(
            """
            "sensitivity": { "parameters": [{ "path": "population.ageAtBiologicalOnsetYears.max", "distribution": "uniform", "min": 10, "max": 90 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity.parameters[0] can be 10.00008 (scenario.json, line 8).
               With it as population.ageAtBiologicalOnsetYears.max, population.ageAtBiologicalOnsetYears.min is 18. It must be less than max, which is 10.00008.
            """);

    [Fact]
    public void More_than_a_weeks_work() => WrittenExperiment.Of(
            """
            "sensitivity": { "patients": 1000000, "basePoints": 65536, "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 }] }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. sensitivity asks for 196,608 points (scenario.json, line 8).
               With 1,000,000 patients in 2 arms each they would take about 152 days on two cores. At most 7 days are begun.
               Write at most 46142 for sensitivity.patients, or ask for fewer points.
            """);
}
