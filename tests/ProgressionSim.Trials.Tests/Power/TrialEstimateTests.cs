using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

/// <summary>Single trials are those that the operating characteristics are made of. Exact.</summary>
public sealed class TrialEstimateTests
{
    private const int Trials = 200;

    [Fact]
    public void Their_shares_and_means_are_the_operating_characteristics()
    {
        var design = TestDesigns.Statistical(20261127, 60, TestDesigns.Declining, 0.5, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)) with { Replicates = Trials };
        var simulation = new TrialSimulation(design, design.Patients, threads: 1);
        var found = OperatingCharacteristicsRun.Run(simulation);
        foreach (var characteristics in new[] { found.Alternative, found.Null })
        {
            IReadOnlyList<TrialEstimate> trials =
                [.. TrialEstimate.Of(simulation, 0, 50, characteristics.Hypothesis), .. TrialEstimate.Of(simulation, 50, Trials - 50, characteristics.Hypothesis)];
            Assert.Equal(characteristics.Success.Value, trials.Count(trial => trial.Decision == TrialDecision.Success) / (double)Trials, 1e-12);
            Assert.Equal(characteristics.Endpoints[0].Effect.Value, trials.Average(trial => trial.Effect), 1e-9);
            Assert.All(trials, trial => Assert.Equal(60, trial.Patients));

            // Two-sided 5 %: a trial shows a difference exactly when its 95 % interval leaves out 0.
            Assert.All(trials, trial => Assert.Equal(trial.Decision is TrialDecision.Success or TrialDecision.Harm, trial.Low > 0 || trial.High < 0));
        }

        Assert.True(found.Alternative.Success.Value > found.Null.Success.Value, "the drug has an effect");
    }
}
