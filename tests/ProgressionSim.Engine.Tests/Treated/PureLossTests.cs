using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Treated;

public sealed class PureLossTests
{
    /// <summary>
    /// Without recovery and spread a slower rate keeps more neurons in every pair: a binomial quantile rises with the hazard, and one trial more adds at most
    /// one event.
    /// </summary>
    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Treated_survivors_are_never_fewer_than_the_twin_s()
    {
        var plan = Plan();
        var (more, foreign) = (0, 0);
        float[][]? stranger = null;
        for (uint patient = 0; patient < 300; patient++)
        {
            var courses = Course.Of(plan, patient);
            var twin = courses[0];
            foreach (var treated in courses.Skip(1))
            {
                for (var step = 0; step < twin.Rows.Length; step++)
                {
                    for (var pool = 0; pool < 4; pool++)
                    {
                        var (alive, aliveTreated) = (Alive(twin.Rows[step], pool), Alive(treated.Rows[step], pool));
                        Assert.True(aliveTreated >= alive, $"patient {patient}, step {step}, pool {pool}: {aliveTreated} treated, {alive} untreated");
                        Assert.True(treated.Rows[step][pool] >= twin.Rows[step][pool]);
                        more += aliveTreated > alive ? 1 : 0;
                        foreign += stranger is not null && aliveTreated < Alive(stranger[step], pool) ? 1 : 0;
                    }
                }
            }

            stranger = twin.Rows;
        }

        // The treatment did something, and against another patient's numbers the same check fails often.
        Assert.True(more > 50_000, $"{more}");
        Assert.True(foreign > 10_000, $"{foreign}");
    }

    private static float Alive(float[] row, int pool) => row[pool] + row[4 + pool];

    private static RunPlan Plan()
    {
        var plan = TestPlans.ConstantRates(1, 1601);
        return (plan with
        {
            Disease = plan.Disease with { SpontaneousRecoveryRatePerMonth = 0 },
            Population = TestPlans.Population((PatientQuantity.BetweenRegionRatePerMonth, 0), (PatientQuantity.TreatedRecoveryRatePerMonth, 0)),
        }).With(
            [
                new RateRatioTreatment("ratio") { StressRatio = 0.9, DeathRatio = 1, RampMonths = 0 },
                new RateRatioTreatment("deaths") { StressRatio = 1, DeathRatio = 0.9, RampMonths = 0 },
                new KnockdownTreatment("knockdown") { Knockdown = 0.1, RampMonths = 6 },
            ],
            new Arm("untreated", []),
            TestPlans.Treated("stress", StartAt.BiologicalOnset, 6, 0),
            TestPlans.Treated("death", StartAt.BiologicalOnset, 12.4, 1),
            TestPlans.Treated("protein", StartAt.BiologicalOnset, 0, 2));
    }
}
