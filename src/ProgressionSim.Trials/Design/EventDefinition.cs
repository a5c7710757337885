namespace ProgressionSim.Trials.Design;

/// <summary>What counts as the event of an endpoint: the first of the parts named.</summary>
/// <param name="Name">Name in scenarios and tables, for example <c>deathOrVentilation</c>.</param>
/// <param name="Death">Death or permanent ventilation. When it is no part, it ends follow-up.</param>
/// <param name="Rescue">Start of rescue.</param>
/// <param name="SymptomOnset">Symptom onset; someone with symptoms already at randomisation has the event at month 0.</param>
/// <param name="When">Conditions that a visit after baseline meets, all at once; empty for none.</param>
public sealed record EventDefinition(string Name, bool Death, bool Rescue, bool SymptomOnset, IReadOnlyList<MeasureCondition> When);
