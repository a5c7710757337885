namespace ProgressionSim.Model.Parameters;

/// <summary>An idealised silencing drug: a given knock-down from its start, for teaching and quick designs.</summary>
/// <param name="Name">Name in the scenario, unique.</param>
public sealed record KnockdownTreatment(string Name) : Treatment(Name)
{
    /// <summary>E: fraction by which production of the toxic protein is lowered, 0-1.</summary>
    public required double Knockdown { get; init => field = Require.Fraction(value); }

    /// <summary>Months over which the knock-down grows linearly from none to full; at least 0.</summary>
    public required double RampMonths { get; init => field = Require.NonNegative(value); }
}
