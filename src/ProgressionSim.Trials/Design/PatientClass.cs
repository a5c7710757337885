using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>
/// A class of statistical patients: y(t) = b0 + b1 t + noise with (b0, b1) normal, and death with hazard rho t^(rho - 1) exp(g0 + alpha m(t)), where
/// m(t) = b0 + b1 t is the patient's own line. Months from randomisation.
/// </summary>
public sealed record PatientClass
{
    /// <summary>Name, unique among the classes.</summary>
    public required string Name { get; init; }

    /// <summary>Share of all patients, more than 0; shares add to 1.</summary>
    public required double Share { get; init => field = Require.Positive(value); }

    /// <summary>Mean of b0, points.</summary>
    public required double InterceptMean { get; init; }

    /// <summary>Standard deviation of b0, points; at least 0.</summary>
    public required double InterceptSd { get; init => field = Require.NonNegative(value); }

    /// <summary>Mean of b1, points per month; negative for decline.</summary>
    public required double SlopeMean { get; init; }

    /// <summary>Standard deviation of b1, points per month; at least 0.</summary>
    public required double SlopeSd { get; init => field = Require.NonNegative(value); }

    /// <summary>Correlation of b0 and b1, -1 to 1.</summary>
    public double Correlation { get; init => field = Require.Between(value, -1.0, 1.0); }

    /// <summary>Standard deviation of a measurement around the patient's line, points; at least 0.</summary>
    public required double ResidualSd { get; init => field = Require.NonNegative(value); }

    /// <summary>rho: Weibull shape of the hazard of death; more than 0, 1 for a constant hazard.</summary>
    public double HazardShape { get; init => field = Require.Positive(value); } = 1;

    /// <summary>g0: log hazard at t = 1 month and m = 0; minus infinity when nobody dies.</summary>
    public double LogHazard { get; init; } = double.NegativeInfinity;

    /// <summary>alpha: log hazard per point of the patient's line at the time; 0 for death independent of function.</summary>
    public double Association { get; init; }
}
