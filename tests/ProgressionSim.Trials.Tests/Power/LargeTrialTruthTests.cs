using ProgressionSim.TestKit;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class LargeTrialTruthTests
{
    private const double LastMonth = 52 * 7 / 30.4375;

    [Fact]
    public void Slopes_of_a_generator_are_known_exactly()
    {
        foreach (var method in (AnalysisMethod[])[AnalysisMethod.RandomSlope, AnalysisMethod.TwoStageSlope])
        {
            var fast = TestDesigns.Declining with { Name = "fast", Share = 0.25, SlopeMean = -2 };
            var slow = TestDesigns.Declining with { Name = "slow", Share = 0.75 };
            var patients = new StatisticalPatients([fast, slow], [new("placebo", [0.1, 0], [1, 1]), new("active", [0.9, 0.2], [1, 1])], null, null, false);
            var design = TestDesigns.Statistical(1401, 50, slow with { Share = 1 }, 0, 1, TestDesigns.Endpoint(method)) with { Model = patients };
            var truth = LargeTrialTruth.Find(new TrialSimulation(design, design.Patients, 2))[0]!.Value;
            Assert.Equal((0.25 * 0.8) + (0.75 * 0.2), truth.Value, 1e-12);
            Assert.Equal(0, truth.StandardError);
        }
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void A_slope_of_something_else_than_the_line_is_estimated(bool logarithm, bool zero, bool openLabel)
    {
        var endpoint = TestDesigns.Endpoint(AnalysisMethod.RandomSlope) with { Logarithm = logarithm, Deaths = zero ? DeathHandling.Zero : DeathHandling.Missing };
        var patients = TestDesigns.Declining with { InterceptMean = 200, LogHazard = Math.Log(0.03) };
        var design = TestDesigns.Statistical(1402, 50, patients, 0.5, 1, endpoint) with { OpenLabel = openLabel ? new OpenLabelRule(26, 1) : null };
        var truth = LargeTrialTruth.Find(new TrialSimulation(design, design.Patients, 2))[0]!.Value;
        Assert.True(truth.StandardError > 0);
        Assert.NotEqual(0.5, truth.Value);
    }

    [Fact]
    public void Means_and_proportions_at_a_visit_are_those_of_the_generator_whatever_is_missing_in_the_trial()
    {
        var died = TestDesigns.Declining with { LogHazard = Math.Log(0.03) };
        var design = TestDesigns.Statistical(
            1403, 60, died, 0.5, 0.5, TestDesigns.Endpoint(AnalysisMethod.TTest), TestDesigns.Endpoint(AnalysisMethod.KaplanMeier)) with
        {
            Dropout = new DropoutRule { RatePerMonth = [0.2, 0.05] },
            Visits = new VisitSchedule { Weeks = [0, 13, 26, 39, 52], MissedProbability = 0.4 },
        };
        var truths = LargeTrialTruth.Find(new TrialSimulation(design, design.Patients, 2));
        StatAssert.Mean("difference of means", truths[0]!.Value.Value, 0.5 * LastMonth, truths[0]!.Value.StandardError * 1.5);
        var survival = Math.Exp(-0.015 * LastMonth) - Math.Exp(-0.03 * LastMonth);
        StatAssert.Mean("difference of survival", truths[1]!.Value.Value, survival, truths[1]!.Value.StandardError * 1.5);
        Assert.InRange(truths[1]!.Value.StandardError, 0.001, 0.01);
    }
}
