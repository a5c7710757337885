namespace ProgressionSim.Model.Parameters;

/// <summary>Loading doses, then maintenance at a fixed interval counted from the last loading dose.</summary>
public sealed record DoseSchedule
{
    /// <summary>Days of the loading doses after treatment start; at least one, the first at 0 or later, strictly rising.</summary>
    public required IReadOnlyList<double> LoadingDays
    {
        get;
        init => field = value.Count > 0 && value.All(double.IsFinite) && value[0] >= 0 && value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second)
            ? value
            : throw new ArgumentException("At least one day, rising from 0.", nameof(LoadingDays));
    }

    /// <summary>Days between maintenance doses; at least 1, null for none after loading.</summary>
    public required double? MaintenanceIntervalDays { get; init => field = value is { } days ? Require.Between(days, 1, 36_525, nameof(MaintenanceIntervalDays)) : null; }

    /// <summary>Probability that a dose is missed, each independently, 0-1.</summary>
    public required double MissedDoseProbability { get; init => field = Require.Fraction(value); }
}
