using System.Globalization;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Verification;

/// <summary>Workload W1 against exact moments. 6,000 patients are 24,000 independent pools; wrong models are rejected with 1,500.</summary>
/// <remarks>
/// Smallest visible errors, 95 times in 100, beyond the slack of 0.2 %: of the means at month 12 0.15 %, at month 60 0.6 % (healthy) and 0.05 % (lost); of variances 5.7 %.
/// </remarks>
public sealed class ConstantRatesTests(ITestOutputHelper output)
{
    private const int Patients = 6000;
    private const int Few = 1500;

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Scheme_without_noise_is_within_a_fifth_of_a_percent() => CheckBias("constant", TestPlans.ConstantRates(1, 0));

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Scheme_without_noise_is_within_a_fifth_of_a_percent_after_a_switch_inside_a_step() => CheckBias("switch12", Switch(1, 0, 12));

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Moments_are_exact() => W1.Check(Simulation.Run(TestPlans.ConstantRates(Patients, 1201)).Record, 0, "constant");

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Moments_are_exact_after_a_switch()
    {
        var record = Simulation.Run(Switch(Patients, 1202, 12)).Record;
        W1.Check(record, 0, "constant");
        W1.Check(record, 1, "switch12");
        StatAssert.Rejects("no switch", () => W1.Check(record, 0, "switch12"));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Rates_off_by_two_percent_are_rejected()
    {
        foreach (var (index, change) in ((Func<DiseaseParameters, DiseaseParameters>[])
            [
                disease => disease with { Stress = disease.Stress with { SpontaneousRatePerMonth = RegionValues.Uniform(0.08 * 1.02) } },
                disease => disease with { Death = disease.Death with { RatePerMonth = RegionValues.Uniform(0.06 * 0.98) } },
                disease => disease with { SpontaneousRecoveryRatePerMonth = 0.02 * 1.02 },
            ]).Index())
        {
            var plan = TestPlans.ConstantRates(Few, 1203);
            var record = Simulation.Run(plan with { Disease = change(plan.Disease) }).Record;
            StatAssert.Rejects($"rate {index} off by 2 %", () => W1.Check(record, 0, "constant", meansOnly: true));
        }
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void A_start_put_off_to_the_next_step_is_rejected()
    {
        // Month 12 is step 52.18; the next step begins 0.19 months later.
        var record = Simulation.Run(Switch(Few, 1204, 53 * 7 / RunPlan.DaysPerMonth)).Record;
        StatAssert.Rejects("a switch at the next step", () => W1.Check(record, 1, "switch12", meansOnly: true));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Values_read_one_step_late_are_rejected()
    {
        var plan = TestPlans.ConstantRates(Few, 1205) with { HorizonMonths = 61 };
        var record = Simulation.Run(plan).Record;
        foreach (var (month, probabilities) in W1.Reference("constant"))
        {
            for (var state = 0; state < 3; state++)
            {
                // Between two months the means are as good as linear: a step later is 0.23 of the way.
                var (here, next) = (W1.Pooled(record, 0, month, W1.States[state]).Mean, W1.Pooled(record, 0, month + 1, W1.States[state]).Mean);
                W1.CheckMean($"month {month}", here, probabilities[state], 4 * Few);
                if (state == 0)
                {
                    var late = here + (plan.StepMonths * (next - here));
                    StatAssert.Rejects($"month {month} read one step late", () => W1.CheckMean($"month {month}", late, probabilities[state], 4 * Few));
                }
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Patients_who_differ_by_two_percent_are_rejected_by_the_variance()
    {
        var plan = TestPlans.ConstantRates(Few, 1206);
        var quantities = plan.Population.Quantities.ToArray();
        quantities[(int)PatientQuantity.ProgressionRate] = LogNormalDistribution.FromMedianAndCv(1, 0.02);
        var record = Simulation.Run(plan with { Population = plan.Population with { Quantities = quantities } }).Record;
        StatAssert.Rejects("progression rates with a cv of 0.02", () => W1.Check(record, 0, "constant"));
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Regions_with_their_own_rates_keep_them()
    {
        double[] stress = [0.08, 0.05, 0.06, 0.11];
        double[] death = [0.06, 0.09, 0.05, 0.04];
        var plan = TestPlans.ConstantRates(Few, 1207);
        plan = plan with
        {
            Disease = plan.Disease with
            {
                Stress = plan.Disease.Stress with { SpontaneousRatePerMonth = new(stress[0], stress[1], stress[2], stress[3]) },
                Death = plan.Disease.Death with { RatePerMonth = new(death[0], death[1], death[2], death[3]) },
            },
        };
        var record = Simulation.Run(plan).Record;
        void CheckAs(int region, int rates)
        {
            foreach (var month in (int[])[6, 12, 24, 36, 60])
            {
                var p = MatrixExponential.Apply([1, 0, 0], MatrixExponential.Of(MatrixExponential.Chain(stress[rates], 0.02, death[rates]), month));
                for (var state = 0; state < 3; state++)
                {
                    var measure = W1.States[state] + region;
                    W1.Check($"region {region}, state {state}, month {month}", record.Mean(0, month, measure), record.Variance(0, month, measure), p[state], Few);
                }
            }
        }

        for (var region = 0; region < 4; region++)
        {
            CheckAs(region, region);
            for (var other = 0; other < 4; other++)
            {
                if (other != region)
                {
                    StatAssert.Rejects($"region {region} with the rates of {other}", () => CheckAs(region, other));
                }
            }
        }
    }

    private static RunPlan Switch(long patients, uint seed, double month) => TestPlans.ConstantRates(patients, seed).With(
        [new RateRatioTreatment("switch") { StressRatio = 0.125, DeathRatio = 1, RampMonths = 0 }],
        new Arm("untreated", []),
        TestPlans.Treated("switched", StartAt.BiologicalOnset, month));

    private void CheckBias(string scenario, RunPlan plan)
    {
        var record = Records.Of<Lane1, MeanTransitions<Lane1>>(plan);
        var worst = 0.0;
        foreach (var (month, probabilities) in W1.Reference(scenario))
        {
            for (var state = 0; state < 3; state++)
            {
                var bias = (record.Mean(plan.Arms.Count - 1, month, W1.States[state]) / (1000 * probabilities[state])) - 1;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario} month {month} state {state}: bias {bias:P4}"));
                worst = Math.Max(worst, Math.Abs(bias));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario}: worst bias {worst:P4}"));
        Assert.True(worst <= W1.AllowedBias, $"Worst bias {worst:P3}.");
    }
}
