namespace ProgressionSim.Model.Parameters;

/// <summary>A drug that acts directly on the rates of stress and death, as riluzole might.</summary>
/// <param name="Name">Name in the scenario, unique.</param>
public sealed record RateRatioTreatment(string Name) : Treatment(Name)
{
    /// <summary>rs: treated over untreated rate of stress; at least 0, 1 is no effect.</summary>
    public required double StressRatio { get; init => field = Require.NonNegative(value); }

    /// <summary>rd: treated over untreated rate of death; at least 0, 1 is no effect.</summary>
    public required double DeathRatio { get; init => field = Require.NonNegative(value); }

    /// <summary>Months over which the effect grows linearly from none to full; at least 0.</summary>
    public required double RampMonths { get; init => field = Require.NonNegative(value); }
}
