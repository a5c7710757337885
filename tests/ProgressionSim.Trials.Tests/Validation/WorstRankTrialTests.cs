using ProgressionSim.Engine.Running;
using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>
/// Table T3 of the facts: power of the untied worst-rank test by the formula of Matsouaka and Betensky (2015) against trials of the simulator with the same patients.
/// </summary>
public sealed class WorstRankTrialTests
{
    private const double Months = 18;
    private const double ControlChange = -1.1 * Months;
    private const double ChangeSd = 9.1;
    private const double ResidualSd = 0.5;

    [Fact]
    public void Power_of_a_hundred_and_thirty_per_arm_is_that_of_the_formula() => Check(130, 0.735, 2000);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(50, 0.355)]
    [InlineData(100, 0.620)]
    [InlineData(130, 0.735)]
    [InlineData(200, 0.896)]
    public void Power_is_that_of_the_published_formula(int perArm, double published) => Check(perArm, published, 5000);

    private static void Check(int perArm, double published, int replicates)
    {
        var design = Design(perArm, 0.25) with { Replicates = replicates };
        var formula = Formula(0.25).Power(new GroupSizes(perArm, perArm));
        var alternative = SimulatedTrials.Of(design, Hypothesis.Alternative);
        var power = alternative.Rejected(0);
        ValidationTable.Row($"worst rank, {perArm} per arm, table", published, power.Value, power.StandardError);
        ValidationTable.Row($"worst rank, {perArm} per arm, our formula", formula, power.Value, power.StandardError);

        // The table is printed to three digits.
        StatAssert.Mean("power, table", power.Value, published, power.StandardError, 0.0005);
        StatAssert.Mean("power, our formula", power.Value, formula, power.StandardError);

        // With one visit the joint rank puts the same patients into the same order.
        for (var row = 0; row < replicates; row++)
        {
            Assert.Equal(alternative.Outcomes.Effects[0][row], alternative.Outcomes.Effects[1][row], 1e-12);
            Assert.Equal(alternative.Outcomes.Z[0][row], alternative.Outcomes.Z[1][row], 1e-9);
        }

        var typeOne = SimulatedTrials.Of(design, Hypothesis.Null).Rejected(0);
        ValidationTable.Row($"worst rank, {perArm} per arm, null", 0.05, typeOne.Value, typeOne.StandardError);
        StatAssert.Mean("type I error", typeOne.Value, 0.05, typeOne.StandardError);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void An_effect_a_tenth_smaller_is_told_apart()
    {
        var power = SimulatedTrials.Of(Design(130, 0.225) with { Replicates = 5000 }, Hypothesis.Alternative).Rejected(0);
        ValidationTable.Row("worst rank, 130 per arm, effect 10 % smaller", 0.735, power.Value, power.StandardError);
        StatAssert.Rejects("effect 10 % smaller", () => StatAssert.Mean("power", power.Value, 0.735, power.StandardError, 0.0005));
        StatAssert.Mean("power of the smaller effect", power.Value, Formula(0.225).Power(new GroupSizes(130, 130)), power.StandardError);
    }

    private static WorstRankPower Formula(double slowing) => new(
        Math.Log(2) / 24, Math.Log(2) / 30, Months, ControlChange, ControlChange * (1 - slowing), ChangeSd, ChangeSd);

    private static TrialDesign Design(int perArm, double slowing)
    {
        var patients = new PatientClass
        {
            Name = "all",
            Share = 1,
            InterceptMean = 38,
            InterceptSd = 5,
            SlopeMean = -1.1,
            SlopeSd = Math.Sqrt((ChangeSd * ChangeSd) - (2 * ResidualSd * ResidualSd)) / Months,
            ResidualSd = ResidualSd,
            LogHazard = Math.Log(Math.Log(2) / 24),
        };
        Endpoint[] endpoints = [TestDesigns.Endpoint(AnalysisMethod.WorstRank, 1), TestDesigns.Endpoint(AnalysisMethod.JointRank, 1)];
        return TestDesigns.Statistical(73_0001, 2 * perArm, patients, slowing * 1.1, 24.0 / 30, endpoints) with
        {
            Visits = new VisitSchedule { Weeks = [0, Months * RunPlan.DaysPerMonth / TrialTime.DaysPerWeek] },
        };
    }
}
