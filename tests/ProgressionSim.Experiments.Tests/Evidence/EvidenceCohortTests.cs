using ProgressionSim.Experiments.Evidence;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Standard errors of predictions, and cohorts of simulated patients.</summary>
public sealed class EvidenceCohortTests
{
    private const int Blocks = 20;
    private static readonly ReadingEstimator Value = new() { Arm = 0, Reading = PatientReading.AgeAtSymptomOnset };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_standard_error_of_a_mean_is_that_between_blocks()
    {
        var values = Normals(400, 1101);
        double[] blocks = [.. values.Chunk(20).Select(block => block.Average())];
        var between = SampleMoments.Of(blocks).StandardErrorOfMean;
        Assert.Equal(Blocks, blocks.Length);
        Assert.Equal(between, StandardError(Value, values), 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Standard_errors_agree_with_closed_forms()
    {
        // Over 50 cohorts of 20 blocks a variance has some 950 degrees of freedom and is known to 4.6 %; that of a median, which few patients move, less well.
        const int Patients = 2000, Cohorts = 50;
        var (mean, median, sd) = (0.0, 0.0, 0.0);
        for (uint cohort = 0; cohort < Cohorts; cohort++)
        {
            var values = Normals(Patients, 1110 + cohort);
            mean += Math.Pow(StandardError(Value, values), 2) * Patients / Cohorts;
            median += Math.Pow(StandardError(Value with { Statistic = CohortStatistic.Median }, values), 2) * Patients / Cohorts;
            sd += Math.Pow(StandardError(Value with { Statistic = CohortStatistic.Sd }, values), 2) * Patients / Cohorts;
        }

        var error = Math.Sqrt(2.0 / (Cohorts * (Blocks - 1)));
        StatAssert.Mean("squared standard error of a mean", mean, 1, error);
        StatAssert.Mean("of a standard deviation", sd / 0.5, 1, error);
        Assert.InRange(median / (Math.PI / 2), 0.75, 1.33);
        StatAssert.Rejects("the error of a mean for that of a standard deviation", () => StatAssert.Mean("variance", sd, 1, error));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_block_without_which_there_is_no_prediction_leaves_no_standard_error()
    {
        var values = Normals(400, 1102);
        Array.Fill(values, double.NaN, 20, 380);
        Assert.Equal(double.NaN, StandardError(Value, values));
        Assert.Equal(0, StandardError(Value, [.. Enumerable.Repeat(3.0, 400)]));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_quantity_is_not_moved_by_another_one_beside_it()
    {
        // One that needs visits before symptoms, and twins with chance of their own.
        var run = TestScenario.Of(1, 1103);
        var survival = new SurvivalEstimator { Arm = 0, Asked = SurvivalAsked.Median };
        var age = new ReadingEstimator { Arm = 0, Reading = PatientReading.AgeAtSymptomOnset };
        var twins = age with
        {
            Arm = 1, Reading = PatientReading.Alive, From = CourseMoment.BiologicalOnset, ToMonth = 24, ComparedWith = 0, ComparedWithOwnChance = true,
        };
        var alone = new EvidenceCohort(TestEvidence.Plan(run, 300, survival, age)).Predict(run, 300, 1, CancellationToken.None);
        var together = new EvidenceCohort(TestEvidence.Plan(run, 300, twins, survival, age)).Predict(run, 300, 1, CancellationToken.None);
        Assert.Equal(alone, together[1..]);
    }

    private static double StandardError(ReadingEstimator estimator, double[] values) =>
        new EvidenceCohort(TestEvidence.Plan(TestPlans.Coupled(1, 1), 100, estimator)).StandardErrors([.. values.SelectMany(value => (double[])[1, value])])[0];

    private static double[] Normals(int count, uint seed)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 7 + random.Normal())];
    }
}
