using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>How outcomes are counted.</summary>
public sealed record OutcomeRules
{
    /// <summary>M: month of the report up to which outcomes are counted, 1 to the plan's horizon.</summary>
    public required int Months { get; init => field = Require.Between(value, 1, 600); }

    /// <summary>Points of ALSFRS-R that a recovery must regain above the lowest score so far; more than 0, at most 48.</summary>
    public double RecoveryPoints { get; init => field = Require.Between(Require.Positive(value), 0.0, 48.0); } = 4;

    /// <summary>Months for which they must be held; 1 to 24.</summary>
    public int RecoveryHeldMonths { get; init => field = Require.Between(value, 1, 24); } = 3;

    /// <summary>Numbers of the outcomes to count; null for all. The others take no time and are 0.</summary>
    public IReadOnlyList<int>? Counted
    {
        get;
        init => field = value is null || value.All(outcome => outcome is >= 0 and < OutcomeCatalogue.Count)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Counted), $"Outcomes are numbered from 0 to {OutcomeCatalogue.Count - 1}.");
    }

    /// <summary>
    /// Patients whose progression rate is above this are fast, the others slow; null for no such groups.
    /// </summary>
    public double? FastAboveProgressionRate { get; init => field = value is { } rate ? Require.Positive(rate) : null; }
}
