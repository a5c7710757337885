namespace ProgressionSim.Model.Parameters;

/// <summary>What a drug does; when it starts is said by the arm.</summary>
/// <param name="Name">Name in the scenario, unique.</param>
public abstract record Treatment(string Name)
{
    /// <summary>Months after its start at which it stops acting or being dosed; more than 0, null for never.</summary>
    public double? StopAfterMonths { get; init => field = value is { } months ? Require.Positive(months, nameof(StopAfterMonths)) : null; }
}
