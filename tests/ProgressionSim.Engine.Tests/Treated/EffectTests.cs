using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>What treatments do step by step: fractions of a step, ramps, stops, several drugs, doses.</summary>
public sealed class EffectTests
{
    private static readonly double StepsPerMonth = RunPlan.DaysPerMonth / 7;

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_start_inside_a_step_counts_its_fraction()
    {
        // Month 12 is step 52.178571: step 52 has 0.821429 of the treatment.
        var course = Run(new KnockdownTreatment("k") { Knockdown = 0.8, RampMonths = 0 }, 12, null);
        Assert.Equal(0, Knockdown(course, 51));
        Assert.Equal(0.8 * 0.8214286, Knockdown(course, 52), 1e-5);
        Assert.Equal(0.8, Knockdown(course, 53), 1e-6);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_stop_inside_a_step_counts_its_fraction_and_the_protein_comes_back()
    {
        // From step 52.178571 for 6 months: to step 78.267857.
        var course = Run(new KnockdownTreatment("k") { Knockdown = 0.8, RampMonths = 0 }, 12, 6);
        Assert.Equal(0.8, Knockdown(course, 77), 1e-6);
        Assert.Equal(0.8 * 0.267857, Knockdown(course, 78), 1e-5);
        Assert.Equal(0, Knockdown(course, 79));
        Assert.Equal(0.2, course.Rows[78][course.Layout.ToxicProtein], 0.01);
        Assert.Equal(1, course.Rows[140][course.Layout.ToxicProtein], 1e-4);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_treatment_s_own_stop_holds_unless_the_arm_says_otherwise()
    {
        var treatment = new KnockdownTreatment("k") { Knockdown = 0.8, RampMonths = 0, StopAfterMonths = 6 };
        Assert.Equal(0, Knockdown(Run(treatment, 12, null), 79));
        Assert.Equal(0.8, Knockdown(Run(treatment, 12, 12), 79), 1e-6);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_ramp_rises_linearly()
    {
        var course = Run(new KnockdownTreatment("k") { Knockdown = 0.8, RampMonths = 4 }, 0, null);
        var ramp = 4 * StepsPerMonth;
        for (var step = 0; step < 40; step++)
        {
            // Mean of the ramp over the step.
            var (from, to) = (Math.Min(step, ramp), Math.Min(step + 1, ramp));
            var mean = (((to * to) - (from * from)) / (2 * ramp)) + (step + 1 - to) - (step - from);
            Assert.Equal(0.8 * mean, Knockdown(course, step), 2e-6);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Remaining_production_multiplies_over_treatments()
    {
        var plan = Plan([new KnockdownTreatment("a") { Knockdown = 0.5, RampMonths = 0 }, new KnockdownTreatment("b") { Knockdown = 0.6, RampMonths = 0 }]);
        plan = plan with { Arms = [plan.Arms[0], new Arm("both", [Start(0, 2, null), Start(1, 5, null)])] };
        var course = Course.Of<MeanTransitions<Lane1>>(plan)[1];
        Assert.Equal(0.5, Knockdown(course, 20), 1e-6);
        Assert.Equal(1 - (0.5 * 0.4), Knockdown(course, 30), 1e-6);
        Assert.Equal((float)(2 * StepsPerMonth), course.Start);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void A_drug_s_knock_down_follows_its_schedule()
    {
        // Concentration from the matrix exponential at the middle of each step; doses on days 0, 14, 28, then every 84, at the start of the step they fall in.
        var treatment = TestDrugs.Antisense("drug");
        treatment = treatment with { Schedule = treatment.Schedule with { MissedDoseProbability = 0 } };
        var course = Run(treatment, 1, null);
        var (start, pk) = (StepsPerMonth, TestDrugs.Tominersen);
        double[] days = [0, 14, 28, .. Enumerable.Range(1, 12).Select(j => 28.0 + (84 * j))];
        for (var step = 0; step < 100; step += 2)
        {
            var expected = 0.0;
            foreach (var day in days)
            {
                var dosed = Math.Floor(start + (day / 7));
                if (dosed <= step)
                {
                    expected += 100 / pk.Compartments[0].VolumeLiters * Kernel(pk, (step + 0.5 - dosed) * 7 * 24);
                }
            }

            Assert.Equal(expected, course.Rows[step + 1][course.Layout.DrugConcentration], 1e-6 + (2e-6 * expected));
            // The step in which treatment starts counts from the start on.
            var share = Math.Clamp(step + 1 - start, 0, 1);
            Assert.Equal(share * 0.85 * expected / (0.5 + expected), Knockdown(course, step), 2e-6);
        }
    }

    /// <summary>Weekly doses of a drug that is gone within the week: each step shows whether it was dosed. 60,000 doses, SE 0.0016: sees 0.01.</summary>
    [Fact]
    [Trait("Evidence", "Statistical")]
    public void The_stated_share_of_doses_is_missed()
    {
        var treatment = TestDrugs.Antisense("drug") with
        {
            Schedule = new DoseSchedule { LoadingDays = [0], MaintenanceIntervalDays = 7, MissedDoseProbability = 0.2 },
            Pharmacokinetics = new() { Compartments = [new("CSF", 1, 0.1)], Exchanges = [], EffectCompartment = 0 },
        };
        var plan = Plan([treatment]);
        plan = plan with { HorizonMonths = 230, Seed = 1802, Arms = [plan.Arms[0], new Arm("dosed", [Start(0, 0, null)])] };
        var (dosed, steps) = (0L, 0L);
        for (uint patient = 0; patient < 60; patient++)
        {
            var course = Course.Of<MeanTransitions<Lane1>>(plan, patient)[1];
            steps += course.Rows.Length - 1;
            dosed += course.Rows.Skip(1).Count(row => row[course.Layout.DrugConcentration] > 0.5 * 100 * Math.Exp(-8.4));
        }

        StatAssert.Proportion(dosed, steps, 0.8, "doses given");
        StatAssert.Rejects("a share of 0.22 missed", () => StatAssert.Proportion(dosed, steps, 0.78));
    }

    private static double Knockdown(Course course, int step) => course.Rows[step + 1][course.Layout.Knockdown];

    private static ArmTreatment Start(int treatment, double month, double? stop) => new(treatment, new TreatmentStart { At = StartAt.BiologicalOnset, OffsetMonths = month }, stop);

    private static Course Run(Treatment treatment, double month, double? stop)
    {
        var plan = Plan([treatment]);
        return Course.Of<MeanTransitions<Lane1>>(plan with { Arms = [plan.Arms[0], new Arm("treated", [Start(0, month, stop)])] })[1];
    }

    private static RunPlan Plan(Treatment[] treatments)
    {
        var plan = TestPlans.ConstantRates(1, 1801);
        return (plan with { Population = TestPlans.Population((PatientQuantity.BetweenRegionRatePerMonth, 0)) }).With(treatments, new Arm("untreated", []));
    }

    private static double Kernel(IntrathecalPharmacokinetics pk, double hours)
    {
        var n = pk.Compartments.Count;
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            a[i, i] = -pk.Compartments[i].ClearanceLitersPerHour / pk.Compartments[i].VolumeLiters;
        }

        foreach (var exchange in pk.Exchanges)
        {
            var (i, j, q) = (exchange.First, exchange.Second, exchange.LitersPerHour);
            a[i, i] -= q / pk.Compartments[i].VolumeLiters;
            a[i, j] += q / pk.Compartments[i].VolumeLiters;
            a[j, j] -= q / pk.Compartments[j].VolumeLiters;
            a[j, i] += q / pk.Compartments[j].VolumeLiters;
        }

        return MatrixExponential.Of(a, hours)[pk.EffectCompartment, 0];
    }
}
