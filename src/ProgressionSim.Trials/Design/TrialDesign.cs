using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>Everything about one trial, checked; it sees no scenario file.</summary>
public sealed record TrialDesign
{
    /// <summary>Most patients a trial may randomise.</summary>
    public const int MaximumPatients = 20_000;

    /// <summary>Most candidates of a bank.</summary>
    public const int MaximumBank = 5_000_000;

    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The question the scenario asks.</summary>
    public required string Description { get; init; }

    /// <summary>SHA-256 of the resolved scenario, lower-case hexadecimal.</summary>
    public required string ScenarioSha256 { get; init; }

    /// <summary>Seed of every random number.</summary>
    public required uint Seed { get; init; }

    /// <summary>Arms; the first is the control that every other is compared with. 2 to 6.</summary>
    public required IReadOnlyList<TrialArm> Arms
    {
        get;
        init => field = value.Count is >= 2 and <= 6 ? value : throw new ArgumentException("Two to six arms.", nameof(Arms));
    }

    /// <summary>Patients randomised, all arms together; 4 to 20,000.</summary>
    public required int Patients { get; init => field = Require.Between(value, 4, MaximumPatients); }

    /// <summary>Type I error of the trial, more than 0 and less than 0.5; split equally between comparisons when there are more than two arms (Bonferroni).</summary>
    public required double Alpha
    {
        get;
        init => field = value is > 0 and < 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(Alpha), value, "Must be between 0 and 0.5.");
    }

    /// <summary>1 for a test of benefit only, 2 for a two-sided test.</summary>
    public required int Sides { get; init => field = Require.Between(value, 1, 2); }

    /// <summary>Number of simulated trials, each under the alternative and under the null; 1 to 1,000,000.</summary>
    public required int Replicates { get; init => field = Require.Between(value, 1, 1_000_000); }

    /// <summary>Who comes, when, and who may stay.</summary>
    public required RecruitmentPlan Recruitment { get; init; }

    /// <summary>When patients are seen.</summary>
    public required VisitSchedule Visits { get; init; }

    /// <summary>How patients leave.</summary>
    public required DropoutRule Dropout { get; init; }

    /// <summary>Rescue; null for none.</summary>
    public RescueRule? Rescue { get; init; }

    /// <summary>Open label for all after some time; null for none.</summary>
    public OpenLabelRule? OpenLabel { get; init; }

    /// <summary>Endpoints; at least one.</summary>
    public required IReadOnlyList<Endpoint> Endpoints
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("At least one endpoint.", nameof(Endpoints));
    }

    /// <summary>Index of the primary endpoint, which decides looks, stopping and sample size.</summary>
    public required int Primary { get; init; }

    /// <summary>Looks while the trial runs; null for one analysis at the end.</summary>
    public InterimRule? Interim { get; init; }

    /// <summary>Blinded re-estimation of the number of patients; null for none.</summary>
    public SampleSizeReestimation? Reestimation { get; init; }

    /// <summary>Number of candidates simulated once, from whom all trials are drawn; null when every trial has patients of its own.</summary>
    public int? PatientBank { get; init => field = value is { } size ? Require.Between(size, 100, MaximumBank, nameof(PatientBank)) : null; }

    /// <summary>Where patients come from.</summary>
    public required PatientModel Model { get; init; }

    /// <summary>Settings with their sources, for reports.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Adverse events counted in treated patients, for what the active arms may expect of them; names unique.</summary>
    public IReadOnlyList<AdverseEvent> AdverseEvents { get; init; } = [];

    /// <summary>Type I error of one comparison and one side.</summary>
    public double AlphaOneSided => Alpha / Sides / (Arms.Count - 1);
}
