namespace ProgressionSim.Statistics.JointModels;

/// <summary>Order of the parameters the maximiser sees. The covariance of the lines is L L' with the logs of L's diagonal, so any vector is a valid
/// model.</summary>
internal static class JointIndex
{
    public const int Intercept = 0;
    public const int Slope = 1;
    public const int SlopeEffect = 2;
    public const int LogDeviation0 = 3;
    public const int Mixed = 4;
    public const int LogDeviation1 = 5;
    public const int LogResidual = 6;

    /// <summary>Parameters of the line alone.</summary>
    public const int OfLine = 7;

    public const int LogHazard = 7;
    public const int DirectEffect = 8;
    public const int Association = 9;
    public const int LogShape = 10;

    /// <summary>All parameters; one less for a constant hazard.</summary>
    public const int All = 11;
}
