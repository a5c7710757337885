namespace ProgressionSim.Model.Parameters;

/// <summary>One number for each <see cref="Region"/>; the unit is that of the setting it belongs to.</summary>
/// <param name="Bulbar">Value of <see cref="Region.Bulbar"/>.</param>
/// <param name="Cervical">Value of <see cref="Region.Cervical"/>.</param>
/// <param name="Respiratory">Value of <see cref="Region.Respiratory"/>.</param>
/// <param name="Lumbosacral">Value of <see cref="Region.Lumbosacral"/>.</param>
public readonly record struct RegionValues(double Bulbar, double Cervical, double Respiratory, double Lumbosacral)
{
    /// <summary>Number of regions.</summary>
    public const int Count = 4;

    /// <summary>The value of one region.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentOutOfRangeException">The region is not a defined one.</exception>
    public double this[Region region] => region switch
    {
        Region.Bulbar => Bulbar,
        Region.Cervical => Cervical,
        Region.Respiratory => Respiratory,
        Region.Lumbosacral => Lumbosacral,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Not a region."),
    };

    /// <summary>The same value for every region.</summary>
    /// <param name="value">That value.</param>
    public static RegionValues Uniform(double value) => new(value, value, value, value);

    /// <summary>True when all four values satisfy a rule.</summary>
    /// <param name="rule">The rule.</param>
    public bool All(Func<double, bool> rule) => rule(Bulbar) && rule(Cervical) && rule(Respiratory) && rule(Lumbosacral);
}
