using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Verification;

/// <summary>
/// Inverse distribution functions and keyed Philox against residual thresholds and SplitMix64: the same scheme, written twice. 3,000 patients each.
/// </summary>
/// <remarks>SE of the difference of two means 0.026 standard deviations, sees 0.16; a rate 2 % off moves the focus of 20 neurons by more.</remarks>
public sealed class TwoSamplersTests
{
    private const int Patients = 3000;
    private static readonly int[] Months = [6, 18, 30];

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Agree_in_mean_and_variance_untreated_and_treated()
    {
        var plan = Plan(1401);
        var record = Simulation.Run(plan).Record;
        Check(record, 0, Oracle(plan, 1402, _ => PlainEffect.None));

        // Month 10 is step 43.48: the step in which the treatment starts has 0.52 of it.
        var start = 10 / plan.StepMonths;
        PlainEffect Effect(int step)
        {
            var share = Math.Clamp(step + 1 - start, 0, 1);
            return new PlainEffect(0.7 * share, 1 - (0.2 * share), 1);
        }

        Check(record, 1, Oracle(plan, 1403, Effect));
        StatAssert.Rejects("an untreated arm as the treated one", () => Check(record, 0, Oracle(plan, 1403, Effect)));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void A_rate_two_percent_off_is_rejected()
    {
        var plan = Plan(1404);
        var oracle = Oracle(plan, 1405, _ => PlainEffect.None);
        var stress = plan.Disease.Stress with { WithinRegionRatePerMonth = RegionValues.Uniform(0.23 * 1.02) };
        var fast = Simulation.Run(plan with { Disease = plan.Disease with { Stress = stress } }).Record;
        StatAssert.Rejects("spread 2 % too fast", () => Check(fast, 0, oracle));
    }

    private static RunPlan Plan(uint seed)
    {
        var plan = TestPlans.Coupled(Patients, seed) with { ReportFrom = ReportOrigin.BiologicalOnset, MonthsBeforeOrigin = 0, HorizonMonths = 30 };
        var disease = plan.Disease with { FocusFraction = 0.02, MotorUnitTypes = [new("fast", 0.6, 1.2), new("slow", 0.4, 0.7)], SpontaneousRecoveryRatePerMonth = 0.02 };
        return (plan with { Disease = disease, Measures = plan.Measures with { Survival = TestPlans.NobodyDies() } }).With(
            [new KnockdownTreatment("k") { Knockdown = 0.7, RampMonths = 0 }, new RateRatioTreatment("r") { StressRatio = 0.8, DeathRatio = 1, RampMonths = 0 }],
            new Arm("untreated", []),
            new Arm("treated", [Start(0), Start(1)]));
    }

    private static ArmTreatment Start(int treatment) => new(treatment, new TreatmentStart { At = StartAt.BiologicalOnset, OffsetMonths = 10 }, null);

    private static SampleMoments[][] Oracle(RunPlan plan, ulong key, Func<int, PlainEffect> effect)
    {
        var simulator = new ResidualThresholdSimulator(plan.Disease, new PlainPatient(), plan.StepMonths, effect);
        var patients = new double[Patients][][];
        Parallel.For(0, Patients, patient => patients[patient] = simulator.Simulate(new SplitMix64(key, (ulong)patient), [.. Months.Select(month => (double)month)]));
        return [.. Months.Index().Select(month => Enumerable.Range(0, 12).Select(cell => SampleMoments.Of([.. patients.Select(seen => seen[month.Index][cell])])).ToArray())];
    }

    private static void Check(RunRecord record, int arm, SampleMoments[][] oracle)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            for (var cell = 0; cell < 12; cell++)
            {
                // Far regions hold whole handfuls of neurons early on; their moments are skewed, so they are compared once they have some spread.
                if (oracle[i][cell].Variance > 4)
                {
                    var engine = new SampleMoments(Patients, record.Mean(arm, Months[i], cell), record.Variance(arm, Months[i], cell), oracle[i][cell].FourthMoment);
                    SampleMoments.AssertAgree($"state {cell / 4}, region {cell % 4}, month {Months[i]}", engine, oracle[i][cell]);
                }
            }
        }
    }
}
