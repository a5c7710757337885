namespace ProgressionSim.Scenarios.Tests.Validation;

/// <summary>All problems are shown at once. Exact: whole messages.</summary>
public sealed class SeveralProblemsTests
{
    [Fact]
    public void Several_problems() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "horizonMonths": -3,
              "patients": "250",
              "disease": { "death": { "ratePerMonth": -1 } },
              "arms": [
                { "name": "a" },
                { "name": "a", "lossRate": 1 }
              ]
            }
            """)
            .Set("seed=x")
            .IsRefused(
            """
            scenario.json: 6 problems, nothing was run.

            1. horizonMonths is -3 (scenario.json, line 3).
               It is a length in months, so it must be a whole number from 1 to 600.
               For five years, write 60.
            2. patients is "250" (scenario.json, line 4).
               It is a number of virtual patients, so it must be a whole number from 1 to 2,000,000,000.
               Write 250 without quotation marks.
            3. disease.death.ratePerMonth is -1 (scenario.json, line 5).
               It is a rate per neuron per month, so it must be a number from 0 to 100.
            4. arms[1].name is "a" (scenario.json, line 8).
               arms[0] has that name already, and each arm needs one of its own.
            5. arms[1].lossRate is not a known setting (scenario.json, line 8).
               Known here: name, treatments, start.
            6. seed is x (--set seed=x).
               It is a seed, so it must be a whole number from 0 to 4,294,967,295.
            """);
}
