namespace ProgressionSim.Model.Parameters;

/// <summary>Passive exchange between two compartments: the flow is the same both ways.</summary>
/// <param name="First">Index of one compartment.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="LitersPerHour">Exchange flow, L/h; more than 0.</param>
public sealed record DrugExchange(int First, int Second, double LitersPerHour)
{
    /// <summary>Exchange flow, L/h; more than 0.</summary>
    public double LitersPerHour { get; } = Require.Positive(LitersPerHour);
}
