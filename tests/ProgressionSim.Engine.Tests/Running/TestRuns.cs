using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>Plans that use everything at once.</summary>
internal static class TestRuns
{
    /// <summary>Patients who differ, six arms, all kinds of treatments and many kinds of starts, all hazards on.</summary>
    public static RunPlan Rich(long patients, uint seed)
    {
        var plan = TestPlans.Varied(patients, seed) with { HorizonMonths = 24, MaximumMonthsToOrigin = 48 };
        var survival = plan.Measures.Survival with { BackgroundRisePerYearOfAge = 0.05, BulbarMaximumRatePerMonth = 0.05 };
        var nfl = plan.Measures.Neurofilament with { BaselineRisePerYearOfAge = 0.02 };
        return (plan with
        {
            Disease = plan.Disease with { MotorUnitTypes = [new("fast", 0.55, 1.2), new("slow", 0.45, 0.7)], Stress = plan.Disease.Stress with { ProteinExponent = 1.3 } },
            Measures = plan.Measures with { Survival = survival, Neurofilament = nfl },
        }).With(
            [
                TestDrugs.Antisense("drug") with { Hill = 1.4 },
                new RateRatioTreatment("ratio") { StressRatio = 0.8, DeathRatio = 0.7, RampMonths = 2, StopAfterMonths = 15 },
                new KnockdownTreatment("knockdown") { Knockdown = 0.9, RampMonths = 1.5 },
            ],
            new Arm("untreated", []),
            TestPlans.Treated("early", StartAt.SymptomOnset, -6),
            TestPlans.Treated("late", StartAt.Diagnosis, 3),
            new Arm("screened", [new ArmTreatment(0, new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 3000, ScreeningIntervalMonths = 4, OffsetMonths = -9 }, null)]),
            new Arm("both", [new ArmTreatment(1, new TreatmentStart { At = StartAt.ElectromyographicChange }, 9), new ArmTreatment(0, new TreatmentStart { At = StartAt.Enrolment }, null)]),
            new Arm("by age", [new ArmTreatment(2, new TreatmentStart { At = StartAt.Age, AgeYears = 54.8 }, null)]));
    }
}
