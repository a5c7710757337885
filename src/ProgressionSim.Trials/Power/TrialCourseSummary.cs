namespace ProgressionSim.Trials.Power;

/// <summary>How trials of a design go, means over trials.</summary>
public sealed record TrialCourseSummary
{
    /// <summary>Patients randomised when the trial ends.</summary>
    public required SimulatedValue Randomised { get; init; }

    /// <summary>Candidates screened up to the last randomisation.</summary>
    public required SimulatedValue Screened { get; init; }

    /// <summary>Months from the first site's opening to the last randomisation.</summary>
    public required SimulatedValue RecruitmentMonths { get; init; }

    /// <summary>Months from the first site's opening to the deciding analysis.</summary>
    public required SimulatedValue DurationMonths { get; init; }

    /// <summary>Visits missed by those randomised, also visits after an early stop.</summary>
    public required SimulatedValue MissedVisits { get; init; }

    /// <summary>By arm.</summary>
    public required IReadOnlyList<ArmConduct> Arms { get; init; }

    /// <summary>Trials that ran out of candidates before enough were randomised.</summary>
    public required long RanOutOfCandidates { get; init; }
}
