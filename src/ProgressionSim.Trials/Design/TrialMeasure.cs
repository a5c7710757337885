namespace ProgressionSim.Trials.Design;

/// <summary>A quantity that trial rules and endpoints look at.</summary>
/// <param name="Name">Name in scenarios and tables, for example <c>alsfrsTotal</c>, <c>alsfrsChange</c>, <c>ageYears</c>.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Number">Number in that source.</param>
/// <param name="HigherIsBetter">True when a higher value is better for the patient.</param>
public sealed record TrialMeasure(string Name, string Unit, MeasureSource Source, int Number, bool HigherIsBetter);
