namespace ProgressionSim.Experiments.Outcomes;

/// <summary>What a patient's course is worth up to a month: one number for each patient in each arm.</summary>
/// <param name="Name">Name in scenarios, tables and summary.json, lowerCamelCase.</param>
/// <param name="Unit">Unit of the mean over patients; empty for a share of patients.</param>
/// <param name="HigherIsBetter">True when more of it is good for the patient.</param>
/// <param name="SmallestBenefit">Benefit, in its unit and with the sign of a gain, below which none is said to be left unless a scenario states another amount. An assumption.</param>
/// <param name="Meaning">What is counted, in a sentence without a full stop; M is the month of the outcome.</param>
public sealed record Outcome(string Name, string Unit, bool HigherIsBetter, double SmallestBenefit, string Meaning)
{
    /// <summary>True for the share of patients of whom something is true.</summary>
    public bool IsShare => Unit.Length == 0;
}
