using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Population;

/// <summary>A share of the population with distributions of its own.</summary>
/// <param name="Name">Name, unique in the scenario.</param>
/// <param name="Share">Share of all patients, more than 0 and at most 1; what the subgroups leave over has the population's own distributions.</param>
/// <param name="Overrides">Distributions that replace the population's.</param>
public sealed record Subgroup(string Name, double Share, IReadOnlyDictionary<PatientQuantity, Distribution> Overrides)
{
    /// <summary>Share of all patients, more than 0 and at most 1.</summary>
    public double Share { get; } = Require.Positive(Require.Fraction(Share));
}
