using ProgressionSim.Statistics;
using ProgressionSim.Trials.Conduct;

namespace ProgressionSim.Trials.Power;

/// <summary>What one simulated trial finds on its primary endpoint, the first active arm against control.</summary>
/// <param name="Effect">Estimate, in the endpoint's own unit, positive in favour of the active arm where the analysis says so; NaN when it could not be made.</param>
/// <param name="Low">Lower limit of its confidence interval.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Decision">What the trial concludes.</param>
/// <param name="Patients">Patients analysed.</param>
public sealed record TrialEstimate(double Effect, double Low, double High, TrialDecision Decision, int Patients)
{
    /// <summary>Runs trials one after another: the same trials as <see cref="OperatingCharacteristicsRun"/>'s with those numbers.</summary>
    /// <param name="simulation">The prepared design.</param>
    /// <param name="firstReplicate">Number of the first trial.</param>
    /// <param name="count">Number of trials, at least 1.</param>
    /// <param name="hypothesis">Whether the drug has its effect.</param>
    public static IReadOnlyList<TrialEstimate> Of(TrialSimulation simulation, uint firstReplicate, int count, Hypothesis hypothesis)
    {
        var outcomes = simulation.Run(simulation.Design.Patients, firstReplicate, count, [hypothesis], primaryOnly: true, "trials")[0];
        var primary = simulation.Design.Primary * (simulation.Design.Arms.Count - 1);
        return [.. Enumerable.Range(0, count).Select(row =>
        {
            var effect = outcomes.Statuses[primary][row] == FitStatus.Estimated ? outcomes.Effects[primary][row] : double.NaN;
            var halfWidth = outcomes.HalfWidths[primary][row];
            return new TrialEstimate(effect, effect - halfWidth, effect + halfWidth, outcomes.Decisions[row], (int)outcomes.Randomised[row]);
        })];
    }
}
