namespace ProgressionSim.Model.Parameters;

/// <summary>A kind of motor unit that makes up a share of every region, for example fast-fatigable or slow.</summary>
public sealed record MotorUnitType
{
    /// <summary>Creates a motor-unit type.</summary>
    /// <param name="name">Its name, unique in the scenario.</param>
    /// <param name="share">Share of a region's motor neurons, more than 0 and at most 1.</param>
    /// <param name="vulnerability">Factor on its stress and death rates; at least 0, 1 is the reference.</param>
    public MotorUnitType(string name, double share, double vulnerability)
    {
        Name = name;
        Share = Require.Positive(Require.Fraction(share));
        Vulnerability = Require.NonNegative(vulnerability);
    }

    /// <summary>Its name, unique in the scenario.</summary>
    public string Name { get; }

    /// <summary>Share of a region's motor neurons, 0-1; the shares of all types add to 1.</summary>
    public double Share { get; }

    /// <summary>Factor on the rates of stress and death; 1 is the reference.</summary>
    public double Vulnerability { get; }
}
