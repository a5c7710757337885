namespace ProgressionSim.Scenarios.Tests.Population;

/// <summary>Distributions. Exact: whole messages.</summary>
public sealed class DistributionProblemTests
{
    [Fact]
    public void An_unknown_distribution() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "lognormal2", "median": 1, "cv": 0.5 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.distribution is "lognormal2" (scenario.json, line 3).
               It must be one of "constant", "normal", "logNormal", "gamma", "beta", "uniform", "weibull", "triangular", "empirical".
               Did you mean "logNormal"?
            """);

    [Fact]
    public void A_distribution_without_a_parameter() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "normal", "mean": 1 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.sd is missing (scenario.json, line 3).
               A normal distribution needs mean and sd.
            """);

    [Fact]
    public void A_distribution_with_a_wrong_parameter() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "logNormal", "median": 1, "cv": 0.5, "medain": 2 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.medain is not a known setting (scenario.json, line 3).
               Did you mean "median"?
            """);

    [Fact]
    public void A_negative_sd() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "normal", "mean": 1, "sd": -0.5 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.sd is -0.5 (scenario.json, line 3).
               It is a standard deviation, so it must be a number from 0 to 1,000,000,000.
            """);

    [Fact]
    public void Min_above_max() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "uniform", "min": 2, "max": 1 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.min is 2 (scenario.json, line 3).
               It must be less than max, which is 1.
            """);

    [Fact]
    public void A_mode_outside() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "triangular", "min": 1, "mode": 3, "max": 2 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.mode is 3 (scenario.json, line 3).
               It must lie between min and max, 1 and 2.
            """);

    [Fact]
    public void A_median_out_of_range() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": { "distribution": "logNormal", "median": -1, "cv": 0.5 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate.median is -1 (scenario.json, line 3).
               It is a factor, so it must be a number more than 0 and at most 100.
            """);

    [Fact]
    public void Limits_that_leave_nothing() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "ageAtBiologicalOnsetYears": { "distribution": "normal", "mean": 40, "sd": 1, "min": 60, "max": 80 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.ageAtBiologicalOnsetYears leaves almost no values to draw from (scenario.json, line 3).
               Less than one in a million draws would be allowed by min, max and the rule of the setting: it is an age in years, so it must be a number from 0 to 120.
               Move the distribution or widen its limits.
            """);

    [Fact]
    public void Weights_with_an_unknown_region() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "onsetRegion": { "distribution": "categorical", "weights": { "bulbur": 1 } } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.onsetRegion.weights.bulbur is not a known region (scenario.json, line 3).
               Regions are bulbar, cervical, respiratory, lumbosacral.
               Did you mean "bulbar"?
            """);

    [Fact]
    public void Weights_of_0() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "onsetRegion": { "distribution": "categorical", "weights": { "bulbar": 0, "cervical": 0 } } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.onsetRegion.weights has no weight above 0 (scenario.json, line 3).
               At least one region must be possible as the region of onset.
            """);

    [Fact]
    public void A_region_of_onset_that_is_none() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "onsetRegion": "cervicl" },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.onsetRegion is "cervicl" (scenario.json, line 3).
               It must be a region (bulbar, cervical, respiratory, lumbosacral) or a categorical distribution with a weight for each.
               Did you mean "cervical"?
            """);

    [Fact]
    public void Text_for_a_varying_number() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "progressionRate": "fast" },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.progressionRate is "fast" (scenario.json, line 3).
               It is a factor, so it must be a number from 0 to 100. It may also be a distribution, for example { "distribution": "logNormal", "median": 1, "cv": 0.5 }.
            """);
}
