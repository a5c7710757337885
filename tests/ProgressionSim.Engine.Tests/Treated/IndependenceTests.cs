using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>What a patient shows in one arm depends on nothing that is not about that patient and arm.</summary>
public sealed class IndependenceTests
{
    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Another_treatment_changes_nobody_s_response_to_a_drug()
    {
        var drug = Drug("drug");
        var alone = Run([drug], new Arm("untreated", []), TestPlans.Treated("treated", StartAt.SymptomOnset, 0));
        var beside = Run(
            [new KnockdownTreatment("another") { Knockdown = 0.5, RampMonths = 0 }, drug],
            new Arm("untreated", []),
            TestPlans.Treated("treated", StartAt.SymptomOnset, 0, treatment: 1));
        Assert.Equal(alone.Arms[1].Sums, beside.Arms[1].Sums);
        Assert.Equal(alone.Arms[1].SumsOfSquares, beside.Arms[1].SumsOfSquares);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Each_dose_is_missed_by_itself()
    {
        // Seven doses a step, each missed with probability 0.5: the level of the drug averages half. 300 patients, 60 steps and more of loading each; SE of the
        // ratio about 0.005, so this sees 0.03. Missing all or none of a step's doses gives the same mean but a far wider spread within a patient.
        var daily = Drug("daily") with { Schedule = new DoseSchedule { LoadingDays = [0], MaintenanceIntervalDays = 1, MissedDoseProbability = 0.5 } };
        var all = Drug("daily") with { Schedule = new DoseSchedule { LoadingDays = [0], MaintenanceIntervalDays = 1, MissedDoseProbability = 0 } };
        var missed = Run([daily], new Arm("untreated", []), TestPlans.Treated("treated", StartAt.SymptomOnset, 0));
        var given = Run([all], new Arm("untreated", []), TestPlans.Treated("treated", StartAt.SymptomOnset, 0));
        var cell = ((Array.IndexOf(missed.Shape.Grid.Months, 24) * MeasureCatalogue.Count) + MeasureCatalogue.DrugConcentration);
        double Mean(RunRecord record) => (double)record.Arms[1].Sums[cell] / record.Arms[1].Alive[Array.IndexOf(record.Shape.Grid.Months, 24)];
        double Cv(RunRecord record)
        {
            var alive = record.Arms[1].Alive[Array.IndexOf(record.Shape.Grid.Months, 24)];
            var mean = (double)record.Arms[1].Sums[cell] / alive;
            return Math.Sqrt(((double)record.Arms[1].SumsOfSquares[cell] / alive) - (mean * mean)) / mean;
        }

        Assert.InRange(Mean(missed) / Mean(given), 0.47, 0.53);
        Assert.InRange(Cv(missed), 0.05, 0.25);
        Assert.InRange(Cv(given), 0, 0.01);
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Months_shown_before_the_origin_change_no_milestone()
    {
        var plan = TestPlans.Varied(200, 77);
        var few = Simulation.Run(plan with { MonthsBeforeOrigin = 0 }).Record;
        var many = Simulation.Run(plan with { MonthsBeforeOrigin = 24 }).Record;
        foreach (var milestone in Enum.GetValues<CourseMilestone>())
        {
            Assert.Equal(few.Arms[0].Milestones[(int)milestone].Counts.ToArray(), many.Arms[0].Milestones[(int)milestone].Counts.ToArray());
        }
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Very_fast_spread_over_long_steps_takes_every_neuron()
    {
        // One step of 31 days at ten times per neuron per month: the predictor of the middle of the step must not turn the hazard negative.
        var plan = TestPlans.Coupled(4, 78);
        plan = plan with
        {
            StepDays = 31,
            ReportFrom = ReportOrigin.BiologicalOnset,
            MonthsBeforeOrigin = 0,
            Disease = plan.Disease with { Stress = plan.Disease.Stress with { WithinRegionRatePerMonth = RegionValues.Uniform(30) }, Death = plan.Disease.Death with { RatePerMonth = RegionValues.Uniform(0) } },
            Measures = plan.Measures with { Survival = TestPlans.NobodyDies() },
        };
        var record = Simulation.Run(plan).Record;
        Assert.Equal(0, record.Arms[0].Sums[(12 * MeasureCatalogue.Count) + MeasureCatalogue.Healthy + (int)Region.Cervical]);
    }

    private static RunRecord Run(IReadOnlyList<Treatment> treatments, params IReadOnlyList<Arm> arms)
    {
        var plan = TestPlans.Varied(300, 76).With(treatments, arms);
        var response = plan.Population.DrugResponse.Select(r => r is null
            ? null
            : new DrugResponseVariation(LogNormalDistribution.FromMedianAndCv(0.5, 0.5), new ConstantDistribution(1)));
        return Simulation.Run(plan with { Population = plan.Population with { DrugResponse = [.. response] } }).Record;
    }

    private static AntisenseTreatment Drug(string name) => new(name)
    {
        DoseMilligrams = 10,
        Schedule = new DoseSchedule { LoadingDays = [0, 28], MaintenanceIntervalDays = 84, MissedDoseProbability = 0.2 },
        Pharmacokinetics = new IntrathecalPharmacokinetics
        {
            Compartments = [new("csf", 0.0436042, 0.0176577), new("peripheral", 0.0517384, 0), new("tissue", 0.0117556, 0)],
            Exchanges = [new(0, 1, 0.00982466), new(0, 2, 1.20953e-5)],
            EffectCompartment = 2,
        },
        MaximumKnockdown = 0.9,
        Hill = 1,
    };
}
