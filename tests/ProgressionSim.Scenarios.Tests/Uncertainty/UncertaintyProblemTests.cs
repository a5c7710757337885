namespace ProgressionSim.Scenarios.Tests.Uncertainty;

/// <summary>Mistakes in what is not known. Exact: whole messages.</summary>
public sealed class UncertaintyProblemTests
{
    [Fact]
    public void Correlations_that_cannot_hold() => WrittenExperiment.Of(
            """
            "uncertainty": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "treatments.ideal80.knockdown", "distribution": "beta", "alpha": 2, "beta": 2 },
                { "path": "disease.focusFraction", "distribution": "uniform", "min": 0.004, "max": 0.006 }
              ],
              "correlations": [
                { "between": ["disease.death.ratePerMonth", "treatments.ideal80.knockdown"], "value": 0.9 },
                { "between": ["treatments.ideal80.knockdown", "disease.focusFraction"], "value": 0.9 },
                { "between": ["disease.death.ratePerMonth", "disease.focusFraction"], "value": -0.9 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. uncertainty.correlations is not positive definite (scenario.json, line 17).
               No numbers can have all the correlations stated; a pair that is not stated counts as 0.
               Make some of them weaker.
            """);

    [Fact]
    public void Correlations_of_something_else() => WrittenExperiment.Of(
            """
            "uncertainty": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "treatments.ideal80.knockdown", "distribution": "beta", "alpha": 2, "beta": 2 },
                { "path": "disease.focusFraction", "distribution": "uniform", "min": 0.004, "max": 0.006 }
              ],
              "correlations": [
                { "between": ["disease.death.ratePerMonth", "disease.focusFractoin"], "value": 0.9 },
                { "between": ["disease.death.ratePerMonth", "disease.death.ratePerMonth"], "value": 0.9 },
                { "between": 1, "value": 2 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 4 problems, nothing was run.

            1. uncertainty.correlations[0].between[1] is "disease.focusFractoin" (scenario.json, line 15).
               There is no parameter with that path; it must be written as in parameters.
               Did you mean "disease.focusFraction"?
            2. uncertainty.correlations[1].between[1] is "disease.death.ratePerMonth" (scenario.json, line 16).
               The two paths must differ.
            3. uncertainty.correlations[2].between is 1 (scenario.json, line 17).
               It must be the paths of two settings in square brackets.
            4. uncertainty.correlations[2].value is 2 (scenario.json, line 17).
               It is a correlation, so it must be a number more than -1 and less than 1.
            """);

    [Fact]
    public void A_pair_twice() => WrittenExperiment.Of(
            """
            "uncertainty": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "treatments.ideal80.knockdown", "distribution": "beta", "alpha": 2, "beta": 2 },
                { "path": "disease.focusFraction", "distribution": "uniform", "min": 0.004, "max": 0.006 }
              ],
              "correlations": [
                { "between": ["disease.death.ratePerMonth", "disease.focusFraction"], "value": 0.5 },
                { "between": ["disease.focusFraction", "disease.death.ratePerMonth"], "value": 0.5 }
              ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. uncertainty.correlations[1] repeats the pair disease.death.ratePerMonth and disease.focusFraction (scenario.json, line 16).
               Two parameters have one correlation.
               Keep one of the two.
            """);

    [Fact]
    public void Numbers_out_of_range() => WrittenExperiment.Of(
            """
            "uncertainty": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "treatments.ideal80.knockdown", "distribution": "beta", "alpha": 2, "beta": 2 },
                { "path": "disease.focusFraction", "distribution": "uniform", "min": 0.004, "max": 0.006 }
              ],
              "outerReplicates": 5,
              "patients": 2.5
            }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. uncertainty.outerReplicates is 5 (scenario.json, line 14).
               It is a number of draws of the parameters, so it must be a whole number from 10 to 10,000.
               For a first look, write 50.
            2. uncertainty.patients is 2.5 (scenario.json, line 15).
               It is a number of virtual patients, so it must be a whole number from 10 to 1,000,000.
               For a first look, write 200.
            """);

    [Fact]
    public void More_than_a_weeks_work() => WrittenExperiment.Of(
            """
            "uncertainty": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "treatments.ideal80.knockdown", "distribution": "beta", "alpha": 2, "beta": 2 },
                { "path": "disease.focusFraction", "distribution": "uniform", "min": 0.004, "max": 0.006 }
              ],
              "outerReplicates": 10000,
              "patients": 1000000
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. uncertainty asks for 10,000 draws (scenario.json, line 8).
               With 1,000,000 patients in 2 arms each they would take about 8 days on two cores. At most 7 days are begun.
               Write at most 907200 for uncertainty.patients, or ask for fewer draws.
            """);
}
