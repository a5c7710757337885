namespace ProgressionSim.Trials.Power;

/// <summary>A design that cannot be run with the patients there are; the message tells its author what to change.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class TrialNotFeasibleException(string message) : Exception(message);
