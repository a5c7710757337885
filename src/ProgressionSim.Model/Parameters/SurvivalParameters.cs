namespace ProgressionSim.Model.Parameters;

/// <summary>Hazard of death or permanent ventilation.</summary>
public sealed record SurvivalParameters
{
    /// <summary>Hazard unrelated to ALS at <see cref="BackgroundReferenceAgeYears"/>, per month; at least 0.</summary>
    public required double BackgroundRatePerMonth { get; init => field = Require.NonNegative(value); }

    /// <summary>Relative rise of the background hazard per year of age, 0-0.2.</summary>
    public required double BackgroundRisePerYearOfAge { get; init => field = Require.Between(value, 0, 0.2); }

    /// <summary>Age at which the background hazard is <see cref="BackgroundRatePerMonth"/>, years.</summary>
    public required double BackgroundReferenceAgeYears { get; init => field = Require.NonNegative(value); }

    /// <summary>hMax: hazard when respiratory function is 0, per month; at least 0.</summary>
    public required double MaximumRatePerMonth { get; init => field = Require.NonNegative(value); }

    /// <summary>k: steepness with which the hazard rises as respiratory function falls; 0.01 to 100.</summary>
    public required double RespiratorySteepness { get; init => field = Require.Between(value, 0.01, 100); }

    /// <summary>Hazard added when bulbar function is 0, per month, with the same steepness; 0 leaves the bulbar term out.</summary>
    public required double BulbarMaximumRatePerMonth { get; init => field = Require.NonNegative(value); }
}
