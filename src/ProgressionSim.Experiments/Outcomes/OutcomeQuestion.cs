namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Which number of a run an experiment follows.</summary>
/// <param name="Arm">Index of the arm; every benefit is this arm's outcome minus that of arm 0 in the same patients. May be 0 when the plan has one arm; then there is no benefit.</param>
/// <param name="Outcome">Number of the outcome that answers are about; the others are reported beside it.</param>
/// <param name="Rules">How outcomes are counted.</param>
public sealed record OutcomeQuestion(int Arm, int Outcome, OutcomeRules Rules);
