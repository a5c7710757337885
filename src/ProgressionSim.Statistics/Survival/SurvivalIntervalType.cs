namespace ProgressionSim.Statistics.Survival;

/// <summary>Scale on which a pointwise confidence interval of a survival curve is symmetric.</summary>
/// <remarks>
/// Sources: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd ed. (2002), doi:10.1002/9781118032985;
/// Borgan and Liestøl, Scand J Stat 17:35-41 (1990), for the comparison of the scales.
/// </remarks>
public enum SurvivalIntervalType
{
    /// <summary>Symmetric in log(-log S); stays between 0 and 1 and does well in small samples. Undefined where S is 0 or 1.</summary>
    LogLog,

    /// <summary>Symmetric in log S; the upper limit is cut at 1. Undefined where S is 0.</summary>
    Log,

    /// <summary>Symmetric in S; cut at 0 and 1. Undefined where S is 0.</summary>
    Plain,
}
