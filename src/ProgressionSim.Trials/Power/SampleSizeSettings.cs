namespace ProgressionSim.Trials.Power;

/// <summary>What a search for a sample size aims at.</summary>
public sealed record SampleSizeSettings
{
    /// <summary>Power, more than the type I error and less than 1.</summary>
    public required double Power
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Power), value, "Must be between 0 and 1.");
    }

    /// <summary>Half-width of the 95 % interval of the number of patients, as a share of it; the search ends when it is this narrow. 0.001 to 0.5.</summary>
    public double RelativeHalfWidth
    {
        get;
        init => field = value is >= 0.001 and <= 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(RelativeHalfWidth), value, "Must be between 0.001 and 0.5.");
    }
    = 0.03;

    /// <summary>Most trials the search may run.</summary>
    public int MaximumTrials { get; init; } = 100_000;

    /// <summary>Trials of the independent check at the number found.</summary>
    public int CheckTrials { get; init; } = 4000;
}
