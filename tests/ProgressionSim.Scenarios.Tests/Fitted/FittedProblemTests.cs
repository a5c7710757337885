namespace ProgressionSim.Scenarios.Tests.Fitted;

/// <summary>Mistakes in a file of fitted settings that somebody edited. Exact: whole messages.</summary>
public sealed class FittedProblemTests
{
    [Fact]
    public void Distributions_and_correlations_that_cannot_be() => WrittenExperiment.Of(
            """
            "fitted": { "als": {
              "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.072, "cv": -0.1 },
                { "path": "disease.focusFraction", "distribution": "logNormal", "median": 0.005 },
                { "path": "disease.death.proteinExponent", "distribution": "normal", "mean": 1, "sd": 0.1 }
              ],
              "correlations": [
                { "between": ["disease.death.ratePerMonth", "disease.focusFractoin"], "value": 0.5 },
                { "between": ["disease.death.ratePerMonth", "disease.death.proteinExponent"], "value": 0.9 },
                { "between": ["disease.death.ratePerMonth", "disease.focusFraction"], "value": 0.9 },
                { "between": ["disease.death.proteinExponent", "disease.focusFraction"], "value": -0.9 }
              ] } }
            """)
            .IsRefused(
            """
            scenario.json: 4 problems, nothing was run.

            1. fitted.als.parameters[0].cv is -0.1 (scenario.json, line 10).
               It is a coefficient of variation, so it must be a number from 0 to 1,000.
            2. fitted.als.parameters[1].cv is missing (scenario.json, line 11).
               A logNormal distribution needs median and cv.
            3. fitted.als.correlations[0].between[1] is "disease.focusFractoin" (scenario.json, line 15).
               There is no parameter with that path; it must be written as in parameters.
               Did you mean "disease.focusFraction"?
            4. fitted.als.correlations is not positive definite (scenario.json, line 18).
               No numbers can have all the correlations stated; a pair that is not stated counts as 0.
               Make some of them weaker.
            """);

    [Fact]
    public void A_setting_that_the_scenario_does_not_have_is_none() => WrittenExperiment.Of(
            """
            "fitted": { "fus": { "parameters": [{ "path": "population.subgroups[juvenile].progressionRate.median", "distribution": "logNormal", "median": 2, "cv": 0.1 }] } }
            """)
        .Accepted();
}
