using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>What an analysis estimates and what it does with what goes wrong, for reports.</summary>
/// <param name="Method">The analysis.</param>
/// <param name="Name">Name in the field's terms.</param>
/// <param name="EffectName">What the effect is, for axes and tables, for example <c>difference in slope, points per month</c>.</param>
/// <param name="Estimand">What is estimated, in a sentence.</param>
/// <param name="Deaths">What it does with deaths.</param>
/// <param name="Missing">What it does with missed visits and dropout.</param>
/// <param name="Rescue">What it does with rescue and open label.</param>
/// <param name="Warning">When it is not valid, in a sentence; empty when nothing is known to break it here.</param>
public sealed record AnalysisDescription(
    AnalysisMethod Method, string Name, string EffectName, string Estimand, string Deaths, string Missing, string Rescue, string Warning);
