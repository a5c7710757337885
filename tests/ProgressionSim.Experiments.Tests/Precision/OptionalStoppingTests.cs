using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Precision;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Precision;

/// <summary>
/// Stopping by the standard error, on what it could bias most: a rare event, where the spread follows the mean. At a constant hazard the share alive is exact.
/// </summary>
public sealed class OptionalStoppingTests
{
    private const int Seeds = 200;
    private const int Months = 6;
    private const double HazardPerMonth = 0.01;
    private const double Asked = 0.005;

    private static readonly double Truth = Math.Exp(-HazardPerMonth * Months);

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Means_are_unbiased_and_as_precise_as_asked()
    {
        var runs = Runs(seed => PrecisionRun.Run(Plan(seed), [new("alive", Months, Asked)], threads: 1));
        Assert.All(runs, run => Assert.True(Error(run) <= Asked, "The standard error is met."));
        Assert.True(runs.Select(run => run.Plan.Patients).Distinct().Count() > 3, "The number of patients must depend on chance.");
        Agrees(runs);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Stopping_at_a_quarter_of_the_patients_is_noticed()
    {
        var runs = Runs(seed => Simulation.Run(Plan(seed) with { Patients = (long)(Truth * (1 - Truth) / (Asked * Asked) / 4) }, threads: 1));
        Assert.All(runs, run => Assert.True(Error(run) > Asked, "The standard error is not met."));
        StatAssert.Rejects("a quarter of the patients", () => Agrees(runs));
    }

    /// <summary>The mean of all runs is the truth, and their squared errors are on average at most what was asked.</summary>
    private static void Agrees(RunResult[] runs)
    {
        var shares = runs.Select(run => (double)run.Record.Arms[0].Alive[Months] / run.Record.Patients).ToArray();
        StatAssert.Mean("share alive", shares.Average(), Truth, Asked / Math.Sqrt(Seeds));
        var squared = shares.Select(share => (share - Truth) * (share - Truth)).Average();
        StatAssert.Mean("squared error", Math.Max(squared, Asked * Asked), Asked * Asked, Asked * Asked * Math.Sqrt(2.0 / Seeds));
    }

    private static double Error(RunResult run) => PrecisionMeasures.StandardError(run.Record, new PrecisionTarget("alive", Months, Asked));

    private static RunResult[] Runs(Func<uint, RunResult> run) => [.. Enumerable.Range(0, Seeds).AsParallel().AsOrdered().Select(seed => run((uint)(500 + seed)))];

    private static RunPlan Plan(uint seed)
    {
        var plan = TestPlans.ConstantRates(1, seed);
        return plan with
        {
            HorizonMonths = Months,
            StepDays = RunPlan.DaysPerMonth,
            Measures = plan.Measures with { Survival = plan.Measures.Survival with { BackgroundRatePerMonth = HazardPerMonth } },
            RecordedMeasures = [],
        };
    }
}
