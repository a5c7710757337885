namespace ProgressionSim.Model.Parameters;

/// <summary>A well-mixed compartment of an intrathecal drug.</summary>
/// <param name="Name">Its name, unique in the treatment.</param>
/// <param name="VolumeLiters">Volume of distribution, L; more than 0.</param>
/// <param name="ClearanceLitersPerHour">Clearance out of the modelled system, L/h; at least 0.</param>
public sealed record DrugCompartment(string Name, double VolumeLiters, double ClearanceLitersPerHour)
{
    /// <summary>Volume of distribution, L; more than 0.</summary>
    public double VolumeLiters { get; } = Require.Positive(VolumeLiters);

    /// <summary>Clearance out of the modelled system, L/h; at least 0.</summary>
    public double ClearanceLitersPerHour { get; } = Require.NonNegative(ClearanceLitersPerHour);
}
