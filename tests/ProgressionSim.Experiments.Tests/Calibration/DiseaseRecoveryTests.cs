using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Known values of the disease model are found again from what another seed's patients show.</summary>
public sealed class DiseaseRecoveryTests
{
    private const double TrueDeathRate = 0.09;
    private const double TrueKnockdown = 0.75;
    private const double Z = 4.6;
    private const double Normal95 = 1.959963984540054;

    private static readonly Estimator[] Estimators =
    [
        new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.ShareAlive, ToMonth = 24 },
        new SurvivalEstimator { Arm = 1, Asked = SurvivalAsked.ShareAlive, ToMonth = 24 },
        new ReadingEstimator { Arm = 0, Reading = PatientReading.LossAtDeath },
        new ReadingEstimator { Arm = 0, Reading = PatientReading.Value, Measure = MeasureCatalogue.Lost, FromMonth = 12 },
        new ReadingEstimator { Arm = 1, Reading = PatientReading.FoldChange, Measure = MeasureCatalogue.Neurofilament, ToMonth = 12, Statistic = CohortStatistic.Median },
    ];

    // The beliefs are centred a third off the truth or more, many standard deviations of the posterior: a fit that stayed there would be rejected.
    [Fact]
    [Trait("Evidence", "Statistical")]
    [Trait("Category", "Long")]
    public void A_rate_of_death_and_a_knock_down_are_recovered_from_simulated_targets()
    {
        const int patients = 3000;
        var truth = TestScenario.Of(patients, 71);
        var cohort = new EvidenceCohort(Evidence(truth, [.. Estimators.Select(estimator => Quantity(estimator, 0, 1))]));
        var shown = cohort.Simulate(
            new TestScenario(truth).Plan([new(TestScenario.DeathRate, TrueDeathRate), new(TestScenario.Knockdown, TrueKnockdown)]), patients, null, null, null, TestContext.Current.CancellationToken);
        EvidenceQuantity[] targets = [.. cohort.Predictions(shown).Zip(cohort.StandardErrors(shown)).Zip(Estimators, (found, estimator) => Quantity(estimator, found.First, found.Second))];
        var run = TestScenario.Of(patients, 72);
        var result = CalibrationRun.Run(
            new CalibrationPlan
            {
                Evidence = Evidence(run, targets),
                EvidenceFile = "simulated",
                Parameters =
                [
                    new CalibratedParameter { Path = TestScenario.DeathRate, IsLogarithmic = true, Center = 0.06, Sd = 0.5 },
                    new CalibratedParameter { Path = TestScenario.Knockdown, IsLogarithmic = false, Center = 0.5, Sd = 0.3, Minimum = 0, Maximum = 1 },
                ],
                Patients = 1000,
                PatientsOfPosterior = patients,
                Generations = 40,
                Candidates = 8,
            },
            new TestScenario(run),
            cancellation: TestContext.Current.CancellationToken);

        AssertRecovered(result.Parameters[0], TrueDeathRate);
        AssertRecovered(result.Parameters[1], TrueKnockdown);
    }

    private static void AssertRecovered(FittedParameter fitted, double truth)
    {
        var parameter = fitted.Parameter;
        var sds = Math.Abs(parameter.ZOf(fitted.Value) - parameter.ZOf(truth)) * parameter.Sd / fitted.Sd;
        Assert.True(sds < Z, FormattableString.Invariant($"{parameter.Path} is {fitted.Value} ({fitted.Low} to {fitted.High}), {sds} standard deviations from {truth}."));
        Assert.True(Math.Abs(parameter.ZOf(truth)) * parameter.Sd / fitted.Sd > 2 * Z, FormattableString.Invariant($"The posterior of {parameter.Path}, sd {fitted.Sd}, is too wide to tell."));
    }

    private static EvidencePlan Evidence(Engine.Running.RunPlan run, IReadOnlyList<EvidenceQuantity> quantities) =>
        new() { Run = run, Quantities = quantities, Patients = 1000, Draws = 10, PatientsOfDraw = 100 };

    private static EvidenceQuantity Quantity(Estimator estimator, double value, double standardError) =>
        AnalyticCalibration.Quantity($"q{Array.IndexOf(Estimators, estimator)}", value, value - (Normal95 * standardError), value + (Normal95 * standardError)) with { Estimator = estimator };
}
