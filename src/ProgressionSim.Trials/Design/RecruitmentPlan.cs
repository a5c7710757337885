using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>Who comes, when, and who may stay.</summary>
public sealed record RecruitmentPlan
{
    /// <summary>Candidates screened per month at full speed, all sites together; more than 0. They come as a Poisson process.</summary>
    public required double RatePerMonth { get; init => field = Require.Positive(value); }

    /// <summary>Months over which the rate rises linearly from 0 to full speed; at least 0.</summary>
    public double RampMonths { get; init => field = Require.NonNegative(value); }

    /// <summary>Number of sites, 1 to 500; each recruits an equal share of the rate once it is open.</summary>
    public int Sites { get; init => field = Require.Between(value, 1, 500); } = 1;

    /// <summary>Months between the opening of one site and the next; 0 when all open at once.</summary>
    public double MonthsBetweenSites { get; init => field = Require.NonNegative(value); }

    /// <summary>Times without recruitment, in order and apart.</summary>
    public IReadOnlyList<RecruitmentPause> Pauses { get; init; } = [];

    /// <summary>Rules of eligibility; all must hold.</summary>
    public IReadOnlyList<ScreeningRule> Screening { get; init; } = [];

    /// <summary>Strata within which blocks are filled: one for each combination of levels; empty for none.</summary>
    public IReadOnlyList<Stratification> StratifyBy { get; init; } = [];

    /// <summary>Size of a permuted block, a multiple of the sum of the allocation ratio; null for twice that sum.</summary>
    public int? BlockSize { get; init => field = value is { } size ? Require.Between(size, 1, 200, nameof(BlockSize)) : null; }
}
