using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Engine.Population;

/// <summary>How patients differ in their response to one antisense treatment.</summary>
/// <param name="Ec50MgPerL">Effect-compartment concentration of half-maximal knock-down, mg/L.</param>
/// <param name="ClearanceFactor">Factor on every clearance of the drug.</param>
public sealed record DrugResponseVariation(Distribution Ec50MgPerL, Distribution ClearanceFactor);
