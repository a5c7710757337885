namespace ProgressionSim.Model.Parameters;

/// <summary>
/// When a treatment starts. A negative offset counts from the milestone of the same patient's untreated twin, an offset of 0 or more from the
/// milestone on the arm's own path. No start lies before biological onset except <see cref="StartAt.Age"/>.
/// </summary>
public sealed record TreatmentStart
{
    /// <summary>What the start is counted from.</summary>
    public required StartAt At { get; init; }

    /// <summary>Months after (negative: before) that moment; finite.</summary>
    public double OffsetMonths { get; init => field = Require.Between(value, -1200.0, 1200.0); }

    /// <summary>For <see cref="StartAt.Age"/>: age in years, 0-120.</summary>
    public double AgeYears { get; init => field = Require.Between(value, 0.0, 120.0); }

    /// <summary>For <see cref="StartAt.NeurofilamentAbove"/>: level in CSF, pg/mL; at least 0.</summary>
    public double NeurofilamentPgPerMl { get; init => field = Require.NonNegative(value); }

    /// <summary>
    /// For <see cref="StartAt.NeurofilamentAbove"/>: months between screening samples, more than 0. The first sample of a patient falls at random within the
    /// first interval after biological onset.
    /// </summary>
    public double ScreeningIntervalMonths { get; init => field = Require.Positive(value); } = 1;
}
