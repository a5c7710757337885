namespace ProgressionSim.Experiments.Timing;

/// <summary>What a rule that starts treatment achieves.</summary>
/// <param name="Trigger">The rule.</param>
/// <param name="Arm">Its arm in the record.</param>
/// <param name="ProbabilityOfBest">Share of the resamples in which it has the greatest benefit of all triggers in the plan's outcome.</param>
public sealed record TriggerResult(TimingTrigger Trigger, int Arm, double ProbabilityOfBest);
