using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Trials drawn from a bank behave as trials with patients of their own, and their standard error knows that they share patients.</summary>
public sealed class PatientBankAgreementTests
{
    private const int Replicates = 4000;

    /// <summary>Three in ten patients respond, so trials of a slice with more of them have more power: that is what they share.</summary>
    private static TrialDesign Design(uint seed, int? bank)
    {
        var others = TestDesigns.Declining with { Name = "others", Share = 0.7 };
        var responders = TestDesigns.Declining with { Name = "responders", Share = 0.3 };
        var design = TestDesigns.Statistical(seed, 80, TestDesigns.Declining, 0, 1, TestDesigns.Endpoint(AnalysisMethod.TTest, 1));
        return design with
        {
            Model = new StatisticalPatients(
                [others, responders], [new ArmEffect("placebo", [0, 0], [1, 1]), new ArmEffect("active", [0, 1.5], [1, 1])], null, null, false),
            Visits = new VisitSchedule { Weeks = [0, 52] },
            PatientBank = bank,
            Replicates = Replicates,
        };
    }

    [Fact]
    public void Power_type_I_error_and_effect_agree_with_fresh_patients()
    {
        var fresh = OperatingCharacteristicsRun.Run(Design(78_0001, null));
        var bank = OperatingCharacteristicsRun.Run(Design(78_0004, 8000));
        Assert.Equal(40, bank.BankSlices);
        Agree("power", fresh.Alternative.Rejected, bank.Alternative.Rejected);
        Agree("type I error", fresh.Null.Rejected, bank.Null.Rejected);
        Agree("effect", fresh.Alternative.Endpoints[0].Effect, bank.Alternative.Endpoints[0].Effect);
        Agree("effect under the null", fresh.Null.Endpoints[0].Effect, bank.Null.Endpoints[0].Effect);
        Agree("duration", fresh.Alternative.Course.DurationMonths, bank.Alternative.Course.DurationMonths);
    }

    [Fact]
    public void Power_and_effect_agree_with_fresh_patients_of_the_disease_model()
    {
        var design = TestDesigns.Mechanistic(78_0002, 80, 0.6, TestDesigns.Endpoint(AnalysisMethod.TTest), TestDesigns.Endpoint(AnalysisMethod.LogRank));
        var fresh = SimulatedTrials.Of(design with { Replicates = 200 }, Hypothesis.Alternative);
        var bank = SimulatedTrials.Of(design with { Replicates = 2000, PatientBank = 4000 }, Hypothesis.Alternative);
        for (var endpoint = 0; endpoint < 2; endpoint++)
        {
            Agree($"power, endpoint {endpoint}", fresh.Rejected(endpoint), bank.Rejected(endpoint));
            Agree($"effect, endpoint {endpoint}", fresh.Effect(endpoint), bank.Effect(endpoint));
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Small_banks_scatter_as_their_standard_errors_say()
    {
        const int Banks = 40;
        var powers = new SimulatedValue[Banks];
        var effects = new SimulatedValue[Banks];
        for (var bank = 0; bank < Banks; bank++)
        {
            var trials = SimulatedTrials.Of(Design(78_1000 + (uint)bank, 1000), Hypothesis.Alternative);
            (powers[bank], effects[bank]) = (trials.Rejected(0), trials.Effect(0));
            Assert.Equal(12, trials.Slices);
        }

        var truth = SimulatedTrials.Of(Design(78_0003, null) with { Replicates = 20_000 }, Hypothesis.Alternative);
        Scatter("power", powers, truth.Rejected(0));
        Scatter("effect", effects, truth.Effect(0));
        var binomial = Math.Sqrt(powers.Average(power => power.Value * (1 - power.Value) / Replicates));
        ValidationTable.Line($"binomial standard error {binomial:F4}: what independent trials would have");
        var shared = powers.Select(power => power with { StandardError = binomial }).ToArray();
        StatAssert.Rejects("trials of a slice taken to be independent", () => Scatter("power, binomial", shared, truth.Rejected(0)));
    }

    private static void Agree(string what, SimulatedValue fresh, SimulatedValue bank)
    {
        var error = double.Hypot(fresh.StandardError, bank.StandardError);
        ValidationTable.Row($"{what}, bank (SE {bank.StandardError:F4}) against fresh", fresh.Value, bank.Value, error);
        StatAssert.Mean(what, bank.Value, fresh.Value, error);
    }

    /// <summary>Scatter and stated error agree as variances: their ratio has a relative error of sqrt(2 / banks) and a little from the stated errors.</summary>
    private static void Scatter(string what, SimulatedValue[] estimates, SimulatedValue truth)
    {
        var scatter = Math.Sqrt(estimates.Average(each => Math.Pow(each.Value - truth.Value, 2)) - (truth.StandardError * truth.StandardError));
        var stated = Math.Sqrt(estimates.Average(each => each.StandardError * each.StandardError));
        var held = estimates.Count(each => Math.Abs(each.Value - truth.Value) <= (each.High - each.Low) / 2);
        ValidationTable.Line($"{what}: scatter {scatter:F4}, stated {stated:F4}, truth {truth.Value:F4} within the interval of {held} of {estimates.Length}");
        StatAssert.Mean(what + ": variance, scatter over stated", scatter * scatter / (stated * stated), 1, Math.Sqrt(2.0 / estimates.Length));
        Assert.InRange(held, 31, estimates.Length);
    }
}
