using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

/// <summary>Operating characteristics against closed forms.</summary>
public sealed class OperatingCharacteristicsTests
{
    [Fact]
    public void Slope_trials_have_the_power_error_precision_and_coverage_of_the_formula()
    {
        const int Trials = 3000;
        var design = TestDesigns.Statistical(20261126, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.RandomSlope)) with { Replicates = Trials };
        var found = OperatingCharacteristicsRun.Run(design, threads: 2);
        double[] months = [.. design.Visits.Weeks.Select(week => week * 7 / 30.4375)];
        var formula = SlopeDifference.RandomSlope(0.4, months, 25, 0.2 * 5 * 0.65, 0.65 * 0.65, 1.755 * 1.755, default, 0.025);
        var sizes = new GroupSizes(50, 50);
        var error = formula.ConstrainedStandardError(sizes);
        foreach (var (characteristics, effect) in new[] { (found.Alternative, 0.4), (found.Null, 0.0) })
        {
            var endpoint = characteristics.Endpoints[0];
            StatAssert.Mean("mean slope difference", endpoint.Effect.Value, effect, error / Math.Sqrt(Trials));
            Assert.Equal(endpoint.EffectSd / Math.Sqrt(Trials), endpoint.Effect.StandardError, 1e-9);
            StatAssert.Mean("standard deviation between trials", endpoint.EffectSd, error, error / Math.Sqrt(2 * Trials));
            Assert.Equal(error, endpoint.ReportedStandardError, 0.01 * error);
            Assert.Equal(effect, endpoint.Truth!.Value.Value, 1e-12);
            Assert.Equal(endpoint.Effect.Value - effect, endpoint.Bias!.Value.Value, 1e-12);
            StatAssert.Proportion((long)Math.Round(endpoint.Coverage!.Value.Value * Trials), Trials, 0.95, "coverage");
            Assert.Equal(0, endpoint.NotConverged + endpoint.NotEstimable);

            // One endpoint and one look: the trial rejects when the endpoint does.
            Assert.Equal(characteristics.Rejected, endpoint.Rejected);
            Assert.Equal(characteristics.Success.Value, endpoint.Rejected.Value - endpoint.RejectedForHarm.Value, 1e-12);
            Assert.Equal(100, characteristics.Course.Randomised.Value);
        }

        // The formula is that of a normal statistic; with 98 degrees of freedom or so the t test has a little less power.
        StatAssert.Mean("power", found.Alternative.Success.Value, formula.ConstrainedPower(sizes), found.Alternative.Success.StandardError, 0.01);
        StatAssert.Proportion((long)Math.Round(found.Null.Rejected.Value * Trials), Trials, 0.05, "type I error");
        Assert.Equal(Hypothesis.Null, found.Null.Hypothesis);
    }

    [Fact]
    public void Trials_from_a_bank_are_distributed_like_fresh_ones_with_a_wider_error()
    {
        var design = TestDesigns.Statistical(1701, 60, TestDesigns.Declining, 0.5, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)) with { Replicates = 2000 };
        var fresh = OperatingCharacteristicsRun.Run(design, threads: 2);
        var bank = OperatingCharacteristicsRun.Run(design with { PatientBank = 4000, Seed = 1702 }, threads: 2);
        Assert.Equal(40, bank.BankSlices);
        foreach (var (one, other) in new[] { (fresh.Alternative, bank.Alternative), (fresh.Null, bank.Null) })
        {
            var (a, b) = (one.Endpoints[0].Effect, other.Endpoints[0].Effect);
            StatAssert.Mean("mean effect", b.Value, a.Value, Math.Sqrt((a.StandardError * a.StandardError) + (b.StandardError * b.StandardError)));
            StatAssert.Mean(
                "success", other.Success.Value, one.Success.Value, Math.Sqrt((one.Success.StandardError * one.Success.StandardError) + (other.Success.StandardError * other.Success.StandardError)));
            Assert.True(b.StandardError >= a.StandardError * 0.9);
        }
    }
}
