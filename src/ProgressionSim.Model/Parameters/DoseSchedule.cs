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

    /// <summary>
    /// Amounts of the loading doses as shares of the maintenance dose, for dose escalation: one for each loading day, each more than 0; null where all are whole doses.
    /// </summary>
    public IReadOnlyList<double>? LoadingShares
    {
        get;
        init => field = value is null || value.All(share => double.IsFinite(share) && share > 0)
            ? value
            : throw new ArgumentException("Each share must be more than 0.", nameof(LoadingShares));
    }

    /// <summary>Days between maintenance doses; at least 1, null for none after loading.</summary>
    public required double? MaintenanceIntervalDays { get; init => field = value is { } days ? Require.Between(days, 1, 36_525, nameof(MaintenanceIntervalDays)) : null; }

    /// <summary>Probability that a dose is missed, each independently, 0-1.</summary>
    public required double MissedDoseProbability { get; init => field = Require.Fraction(value); }

    /// <summary>True when every loading dose has its share, and no part of a dose can be missed.</summary>
    public bool IsConsistent => LoadingShares is null || (LoadingShares.Count == LoadingDays.Count && MissedDoseProbability == 0);
}
