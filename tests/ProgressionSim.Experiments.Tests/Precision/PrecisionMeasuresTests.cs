using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Precision;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Precision;

/// <summary>Oracle: the largest standard error, found once more from the record by the plain formula.</summary>
public sealed class PrecisionMeasuresTests
{
    // Whole sums below 2^53, so double loses nothing but the last digits.
    private const double Relative = 1e-9;

    private const int Month = 24;

    private static readonly RunRecord Record = Simulation.Run(
        TestPlans.Varied(600, 5).With(
            [new RateRatioTreatment("slower") { StressRatio = 0.3, DeathRatio = 0.3, RampMonths = 0 }],
            new Arm("untreated", []),
            TestPlans.Treated("late", StartAt.SymptomOnset, 6),
            TestPlans.Treated("early", StartAt.SymptomOnset, 0)) with { StepDays = RunPlan.DaysPerMonth }).Record;

    // 12 months are shown before month 0.
    private static int Row => Month + 12;

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void A_measure_counts_the_living_of_every_arm()
    {
        var errors = Enumerable.Range(0, 3).Select(arm => Math.Sqrt(Record.Variance(arm, Row, MeasureCatalogue.Svc) / Record.Arms[arm].Alive[Row])).ToArray();
        Assert.NotEqual(errors[0], errors[2], tolerance: 1e-6);
        Agrees(errors.Max(), "svcPercent");
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void A_contrast_counts_the_pairs_with_the_first_arm() => Agrees(PairErrors("alsfrsTotalDeathZero", 1).Max(), "alsfrsTotalDeathZero");

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Being_alive_counts_arms_and_pairs()
    {
        var shares = Record.Arms.Select(arm => (double)arm.Alive[Row] / Record.Patients);
        Agrees(shares.Select(share => Math.Sqrt(share * (1 - share) / (Record.Patients - 1))).Concat(PairErrors("alive", 1)).Max(), "alive");
    }

    private static void Agrees(double expected, string measure)
    {
        var found = PrecisionMeasures.StandardError(Record, new PrecisionTarget(measure, Month, 1));
        Assert.True(expected > 0, "Something must vary.");
        Assert.InRange(found / expected, 1 - Relative, 1 + Relative);
    }

    private static IEnumerable<double> PairErrors(string name, double scale)
    {
        var contrasts = Record.Shape.Catalogue.Contrasts;
        var cell = (Row * contrasts.Count) + contrasts.Select(contrast => contrast.Name).ToList().IndexOf(name);
        foreach (var pair in Record.Pairs.Where(pair => pair.Against == 0))
        {
            double n = pair.Counts[cell];
            var (mean, square) = ((double)pair.Sums[cell] / n / scale, (double)pair.SumsOfSquares[cell] / n / scale / scale);
            yield return Math.Sqrt((square - (mean * mean)) / (n - 1));
        }
    }
}
