using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Model.Pools;

/// <summary>
/// Where each quantity stands in one row of a path. A path is a table: row k is the state at the end of step k (row 0: biological onset), each
/// entry one lane value. A step reads row k and writes row k + 1, so the path is its own history and needs no copying.
/// </summary>
/// <remarks>Pools are ordered by motor-unit type, then region: the four regions of a type are drawn together.</remarks>
public sealed class PathLayout
{
    /// <summary>Creates the layout.</summary>
    /// <param name="motorUnitTypes">Number of motor-unit types, at least 1.</param>
    public PathLayout(int motorUnitTypes)
    {
        MotorUnitTypes = Require.Between(motorUnitTypes, 1, 64);
        Pools = RegionValues.Count * motorUnitTypes;
        Stressed = Pools;
        Enlargement = 2 * Pools;
        Function = Enlargement + RegionValues.Count;
        Neurofilament = Function + RegionValues.Count;
        ToxicProtein = Neurofilament + 1;
        DeathHazard = ToxicProtein + 1;
        CumulativeDeathHazard = DeathHazard + 1;
        DrugConcentration = CumulativeDeathHazard + 1;
        Knockdown = DrugConcentration + 1;
        Length = Knockdown + 1;
    }

    /// <summary>Number of motor-unit types.</summary>
    public int MotorUnitTypes { get; }

    /// <summary>Number of pools: regions times types.</summary>
    public int Pools { get; }

    /// <summary>First of <see cref="Pools"/> healthy counts.</summary>
    public int Healthy { get; }

    /// <summary>First of <see cref="Pools"/> stressed counts.</summary>
    public int Stressed { get; }

    /// <summary>First of four enlargements sigma, by region.</summary>
    public int Enlargement { get; }

    /// <summary>First of four functions F, 0-1, by region.</summary>
    public int Function { get; }

    /// <summary>Neurofilament in CSF, pg/mL, without assay noise.</summary>
    public int Neurofilament { get; }

    /// <summary>Toxic protein, 1 = untreated.</summary>
    public int ToxicProtein { get; }

    /// <summary>Hazard of death or permanent ventilation, per step.</summary>
    public int DeathHazard { get; }

    /// <summary>Cumulative hazard of death or permanent ventilation.</summary>
    public int CumulativeDeathHazard { get; }

    /// <summary>Effect-compartment concentration at the middle of the step that led here, mg/L.</summary>
    public int DrugConcentration { get; }

    /// <summary>Combined knock-down over the step that led here, 0-1.</summary>
    public int Knockdown { get; }

    /// <summary>Lane values in a row.</summary>
    public int Length { get; }

    /// <summary>Index of a pool.</summary>
    /// <param name="type">Motor-unit type.</param>
    /// <param name="region">Region.</param>
    public static int Pool(int type, Region region) => (type * RegionValues.Count) + (int)region;
}
