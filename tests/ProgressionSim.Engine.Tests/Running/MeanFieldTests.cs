using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>The typical patient against visits of many patients like it, and against the path of its motor neurons.</summary>
public sealed class MeanFieldTests
{
    private const int Patients = 4000;

    /// <summary>
    /// Patients alike in everything, with transitions at their means, differ by the noise of the visit alone; the typical patient's score is its expectation. The visit's
    /// own part, which the expectation leaves out, is set to 0. A standard deviation of some 3 points gives a standard error of 0.05: it sees 0.3 points.
    /// </summary>
    [Fact]
    [Trait("Evidence", "Statistical")]
    public void The_expected_score_is_the_mean_of_many_visits()
    {
        var plan = Alike(Patients, 2301);
        var typical = MeanField.Of(plan);
        var record = Records.Of<Lane1, MeanTransitions<Lane1>>(plan);
        for (var arm = 0; arm < plan.Arms.Count; arm++)
        {
            var expected = typical.AlsfrsTotal(arm);
            foreach (var month in (int[])[0, 3, 8, 14, 24, 40])
            {
                Score($"arm {arm}, place {month}", record, arm, month, expected[month]);
            }
        }

        StatAssert.Rejects("a score half a point off", () => Score("off", record, 1, 14, typical.AlsfrsTotal(1)[14] + 0.5));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Neurofilament_is_that_of_the_path_without_noise()
    {
        var plan = Alike(1, 2302);
        var quiet = plan with { Measures = plan.Measures with { Neurofilament = plan.Measures.Neurofilament with { AssayCv = 0 } } };
        var record = Records.Of<Lane1, MeanTransitions<Lane1>>(quiet);
        var expected = Enumerable.Range(0, record.Shape.Grid.Months.Length).Select(month => (double)record.Example(0, 1, month, MeasureCatalogue.Neurofilament));
        Assert.Equal(expected, MeanField.Of(plan).NeurofilamentPgPerMl(1));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Medians_stand_for_patients_who_differ_and_nobody_dies()
    {
        var typical = MeanField.Of(TestPlans.Varied(5000, 2303) with { HorizonMonths = 120 });
        Assert.True(typical.Exists);
        Assert.All(typical.AlsfrsTotal(0), score => Assert.InRange(score, 0, 48));
        Assert.Equal(48, typical.AlsfrsTotal(0)[0], 1.0);
        Assert.True(typical.AlsfrsTotal(0)[^1] < 5, "ten years after symptoms little is left");
        Assert.Equal(MeanField.Of(TestPlans.Varied(1, 77) with { HorizonMonths = 120 }).AlsfrsTotal(0), typical.AlsfrsTotal(0));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Somebody_who_never_falls_ill_has_no_course()
    {
        var plan = Alike(1, 2304);
        var healthy = MeanField.Of(plan with { MaximumMonthsToOrigin = 1 });
        Assert.False(healthy.Exists);
        Assert.Empty(healthy.AlsfrsTotal(0));
        Assert.Empty(healthy.NeurofilamentPgPerMl(1));
    }

    private static void Score(string what, RunRecord record, int arm, int month, double expected) => StatAssert.Mean(
        what,
        record.Mean(arm, month, MeasureCatalogue.AlsfrsTotal),
        expected,
        Math.Max(0.01, Math.Sqrt(record.Variance(arm, month, MeasureCatalogue.AlsfrsTotal) / Patients)));

    /// <summary>Patients alike, immortal, without the visit's own part of the noise.</summary>
    private static RunPlan Alike(long patients, uint seed)
    {
        var plan = TestPlans.Coupled(patients, seed);
        return (plan with
        {
            ReportFrom = ReportOrigin.SymptomOnset,
            MonthsBeforeOrigin = 6,
            HorizonMonths = 36,
            MaximumMonthsToOrigin = 240,
            Measures = plan.Measures with { Survival = TestPlans.NobodyDies() },
            Population = TestPlans.Population((Engine.Population.PatientQuantity.AlsfrsVisitNoiseSd, 0)),
        }).With([new KnockdownTreatment("drug") { Knockdown = 0.8, RampMonths = 1 }], new Arm("untreated", []), TestPlans.Treated("treated", StartAt.SymptomOnset, 2));
    }
}
