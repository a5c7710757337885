using ProgressionSim.Engine.Running;

namespace ProgressionSim.TestKit;

/// <summary>Random valid plans, for properties that must hold in all of them.</summary>
/// <remarks>
/// Every setting of a plan is drawn, each from a range that reaches the ends of what is allowed or of what a run can take in:
/// <list type="bullet">
/// <item>steps of 0.25 to 31 days, a third of them of 7; 1 to 36 months of follow-up, every report origin, months before it up to 24; the months are cut so
/// that a course has at most some 300 steps;</item>
/// <item>the disease (RandomPlans.Disease.cs): 100 to 20,000 neurons by region in 1 to 4 motor-unit types with shares down to 1 in 1,000, so pools of any
/// size from none; rates 0 to so large that a pool empties within a step; every exponent, share, half-life and contiguity;</item>
/// <item>the population (RandomPlans.Population.cs): every family of distributions, correlations, subgroups;</item>
/// <item>treatments and arms (RandomPlans.Treatments.cs): every kind of treatment and start, before and after the milestone, with and without an end.</item>
/// </list>
/// Values that make the disease run its course within the follow-up are drawn more often than a range alone would give.
/// </remarks>
public static partial class RandomPlans
{
    private const int MostSteps = 300;

    /// <summary>The plan of a number.</summary>
    /// <param name="seed">Names the plan: the same plan for the same number.</param>
    /// <param name="patients">Number of patients.</param>
    public static RunPlan Make(ulong seed, long patients)
    {
        var random = new SplitMix64(0x5EED_0F_A_91A4, seed);
        var stepDays = random.Chance(0.35) ? 7 : random.Chance(0.1) ? random.Pick(0.25, 31) : random.LogBetween(0.25, 31);
        var months = (int)(MostSteps * stepDays / RunPlan.DaysPerMonth);
        var horizon = random.Whole(1, Math.Clamp(months / 2, 1, 36));
        var origin = random.Pick(Enum.GetValues<ReportOrigin>());
        var treatments = Treatments(random);
        return new RunPlan
        {
            Name = "random",
            Title = "Random",
            Description = "A random plan of the tests.",
            ScenarioSha256 = new string('0', 64),
            Seed = (uint)random.NextBits(),
            Patients = patients,
            HorizonMonths = horizon,
            MonthsBeforeOrigin = origin == ReportOrigin.BiologicalOnset ? 0 : random.Pick(0, random.Whole(0, 24)),
            MaximumMonthsToOrigin = Math.Clamp(months - horizon, 1, random.Whole(12, 120)),
            StepDays = stepDays,
            ReportFrom = origin,
            Disease = Disease(random),
            Measures = Measures(random),
            Population = Population(random, treatments),
            Treatments = treatments,
            Arms = Arms(random, treatments.Length),
            Assumptions = [],
        };
    }
}
