namespace ProgressionSim.Statistics.MixedModels;

/// <summary>How the standard error and degrees of freedom of the slope difference allow for estimated variance components.</summary>
public enum RandomSlopeTest
{
    /// <summary>Degrees of freedom of Satterthwaite with the observed information; the standard error is the plain one.</summary>
    Satterthwaite = 0,

    /// <summary>
    /// Degrees of freedom and inflated standard error of Kenward and Roger (1997, doi:10.2307/2533558) with the expected information. Meant for the
    /// restricted likelihood. Slower than Satterthwaite by about a microsecond.
    /// </summary>
    KenwardRoger = 1,
}
