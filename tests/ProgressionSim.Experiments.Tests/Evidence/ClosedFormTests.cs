using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Predictions where every rate is constant and all patients are alike: losses follow a chain of three states, and lives are exponential.</summary>
public sealed class ClosedFormTests
{
    private const int Patients = 3000;
    private const double StressRate = 0.08, LossRate = 0.06, RecoveryRate = 0.02, Hazard = 0.03;
    private const int Neurons = 1000;
    private const int Months = 60;

    // Per region the simulated means of this plan lie within 0.2 % of the chain's.
    private const double Bias = 0.002;

    private static readonly ReadingEstimator Reading = new() { Arm = 0, Reading = PatientReading.Value };

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Losses_and_survival()
    {
        Estimator[] estimators =
        [
            Reading with { Measure = MeasureCatalogue.Lost + 2, FromMonth = 24 },
            Reading with { Measure = MeasureCatalogue.Lost + 2, FromMonth = 24, Statistic = CohortStatistic.Sd },
            Reading with { Reading = PatientReading.Change, Measure = MeasureCatalogue.Healthy, FromMonth = 6, ToMonth = 18 },
            Reading with { Reading = PatientReading.LossAtDeath },
            Reading with { Reading = PatientReading.Alive, ToMonth = 24 },
            Reading with { Reading = PatientReading.SurvivalMonths, ToMonth = 36 },
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.Median },
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 48 },
            new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.WeibullShape, ToMonth = Months },
            Reading with { Reading = PatientReading.AgeAtSymptomOnset, Statistic = CohortStatistic.Maximum },
        ];
        var found = EvidenceRun.Run(TestEvidence.Plan(Plan(RecoveryRate), Patients, estimators), null, new None()).Quantities;
        void Check(int place, string what, double truth, double error, double slack = 0)
        {
            StatAssert.Mean(what, found[place].Predicted, truth, error, slack);

            // The jackknife's own error: 20 blocks know a standard error to 16 %.
            Assert.InRange(found[place].StandardError / error, 0.4, 1.8);
        }

        // A region's neurons are binomial. The visit at month 24 sees those alive, e^-0.72 of the patients.
        var (alive24, lost24) = (Math.Exp(-Hazard * 24), Chain(24)[2]);
        var sd = Math.Sqrt(Neurons * lost24 * (1 - lost24));
        Check(0, "lost neurons", Neurons * lost24, sd / Math.Sqrt(alive24 * Patients), Bias * Neurons * lost24);
        Check(1, "their SD", sd, sd / Math.Sqrt(2 * alive24 * Patients), Bias * sd);
        var (healthy6, healthy18) = (Chain(6)[0], Chain(18)[0]);
        var change = Neurons * (healthy18 - healthy6);
        StatAssert.Mean("change", found[2].Predicted, change, Math.Sqrt(Neurons / 4.0 / (0.58 * Patients)), Bias * Neurons * healthy6);

        // Lives are exponential: loss at death is the chain's at an exponential time up to month 60. Steps of a quarter of a month date deaths up to one step
        // late.
        var dying = 1 - Math.Exp(-Hazard * Months);
        double AtDeath(Func<double, double> of) => Integral(t => of(Chain(t)[2]) * Hazard * Math.Exp(-Hazard * t)) / dying;
        var loss = AtDeath(lost => lost);
        Check(3, "loss at death", loss, Math.Sqrt((AtDeath(lost => lost * lost) - (loss * loss)) / (dying * Patients)), 0.003);
        Check(4, "alive at 24 months", alive24, Math.Sqrt(alive24 * (1 - alive24) / Patients));
        var lived = (1 - Math.Exp(-Hazard * 36)) / Hazard;
        var squares = 2 * ((1 - Math.Exp(-Hazard * 36)) / (Hazard * Hazard) - (36 * Math.Exp(-Hazard * 36) / Hazard));
        Check(5, "months lived of 36", lived, Math.Sqrt((squares - (lived * lived)) / Patients), 0.25);
        StatAssert.Mean("median survival", found[6].Predicted, Math.Log(2) / Hazard, 1 / (Hazard * Math.Sqrt(Patients)), 0.25);
        var alive48 = Math.Exp(-Hazard * 48);
        Check(7, "alive at 48 months", alive48, Math.Sqrt(alive48 * (1 - alive48) / Patients));

        // The variance of a shape is 0.61 / deaths where nobody is censored; a follow-up that sees five of six deaths adds less than half of that.
        StatAssert.Mean("shape", found[8].Predicted, 1, Math.Sqrt(0.9 / (dying * Patients)), 0.01);
        StatAssert.Rejects("a shape of 1.2", () => StatAssert.Mean("shape", found[8].Predicted, 1.2, Math.Sqrt(0.9 / (dying * Patients)), 0.01));

        // Everybody is 55 at biological onset, month 0 of this plan.
        Assert.Equal(55, found[9].Predicted, 1e-9);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Declines_without_recovery()
    {
        // Healthy neurons are lost to stress at a constant rate: e^(-0.08 t), by a share of 1 - e^-0.08 a month.
        Estimator[] estimators =
        [
            Reading with { Reading = PatientReading.MonthlyDecline, Measure = MeasureCatalogue.Healthy, ToMonth = 12 },
            Reading with { Reading = PatientReading.FoldChange, Measure = MeasureCatalogue.Healthy, ToMonth = 12 },
            Reading with
            {
                Reading = PatientReading.FoldChange, Measure = MeasureCatalogue.Healthy, ToMonth = 12, Statistic = CohortStatistic.Median, Factor = 100,
            },
        ];
        var plan = Plan(recoveryRate: 0);
        var found = EvidenceRun.Run(TestEvidence.Plan(plan, Patients, estimators), null, new None()).Quantities;
        var (fold, alive) = (Math.Exp(-StressRate * 12), Math.Exp(-Hazard * 12));
        var error = Math.Sqrt(fold * (1 - fold) / Neurons / (alive * Patients));
        StatAssert.Mean("fold change", found[1].Predicted, fold, error, Bias * fold);
        StatAssert.Mean("its median in percent", found[2].Predicted, 100 * fold, 100 * error * Math.Sqrt(Math.PI / 2), Bias * 100 * fold);

        // A line through the logarithms of 12 months knows the rate better than the two ends: twice their error is ample.
        StatAssert.Mean("monthly decline", found[0].Predicted, 1 - Math.Exp(-StressRate), 2 * error / fold / 12, Bias * StressRate);
        StatAssert.Rejects("the rate itself", () => StatAssert.Mean("decline", found[0].Predicted, StressRate, 2 * error / fold / 12, Bias * StressRate));
    }

    /// <summary>Counts from biological onset, of which month 0 is made; deaths fall on quarters of a month, so that months end with a step.</summary>
    private static RunPlan Plan(double recoveryRate)
    {
        var plan = TestPlans.ConstantRates(1, 1301);
        return plan with
        {
            HorizonMonths = Months,
            StepDays = RunPlan.DaysPerMonth / 4,
            Disease = plan.Disease with { SpontaneousRecoveryRatePerMonth = recoveryRate },
            Measures = plan.Measures with { Survival = TestPlans.NobodyDies() with { BackgroundRatePerMonth = Hazard } },
        };
    }

    /// <summary>Shares healthy, stressed and lost.</summary>
    private static double[] Chain(double month) => MatrixExponential.Apply(
        [1, 0, 0],
        MatrixExponential.Of(new[,] { { -StressRate, StressRate, 0 }, { RecoveryRate, -RecoveryRate - LossRate, LossRate }, { 0, 0, 0 } }, month));

    /// <summary>Simpson's rule from month 0 to 60.</summary>
    private static double Integral(Func<double, double> of)
    {
        const int Steps = 240;
        const double Step = (double)Months / Steps;
        return Step / 3 * Enumerable.Range(0, Steps + 1).Sum(i => (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2) * of(i * Step));
    }

    private sealed class None : IPlanSource
    {
        public RunPlan Plan(IReadOnlyList<ParameterValue> values) => throw new PlanNotPossibleException("nothing");

        public bool ChangesTreatmentOnly(string path) => false;
    }
}
