using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Summaries.Tests.Evidence;

namespace ProgressionSim.Summaries.Tests.Calibration;

/// <summary>A fit made by hand: two settings that are identified, one that is not, one at its limit, and a direction left open.</summary>
internal static class TestCalibration
{
    private static readonly CalibratedParameter DeathRate = new()
    {
        Path = "disease.death.ratePerMonth", IsLogarithmic = true, Center = 0.07, Sd = 0.3, Minimum = 0.01, Maximum = 0.3,
    };

    private static readonly CalibratedParameter StressRate = new() { Path = "disease.stress.spontaneousRatePerMonth", IsLogarithmic = true, Center = 0.002, Sd = 0.7 };

    private static readonly CalibratedParameter HalfLife = new() { Path = "disease.toxicProtein.halfLifeMonths", IsLogarithmic = true, Center = 0.75, Sd = 0.3 };

    private static readonly CalibratedParameter Threshold = new()
    {
        Path = "measures.milestones.symptomOnsetFunction", IsLogarithmic = false, Center = 0.85, Sd = 0.05, Maximum = 0.95,
    };

    public static CalibrationResult Result
    {
        get
        {
            var evidence = TestEvidence.Result;
            return new()
            {
                Plan = new()
                {
                    Evidence = evidence.Plan, EvidenceFile = "../evidence/general-als.json", Parameters = [DeathRate, StressRate, HalfLife, Threshold], Patients = 1000,
                    PatientsOfPosterior = 4000, Generations = 60, Candidates = 12,
                },
                Parameters =
                [
                    new(DeathRate, 0.0612, 0.0533, 0.0702, 0.07, 0.23, false), new(StressRate, 0.0043, 0.0021, 0.0088, 0.366, 0.52, false),
                    new(HalfLife, 0.76, 0.43, 1.34, 0.29, 0.97, false), new(Threshold, 0.95, 0.9, 0.95, 0.025, 0.5, true),
                ],
                Correlations = [new(0, 1, -0.72), new(0, 2, 0.1), new(0, 3, 0.33), new(1, 2, -0.05), new(1, 3, 0.2), new(2, 3, 0)],
                OpenDirections = [[-0.1, 0.05, -0.86, 0.49]],
                Trace =
                [
                    .. Enumerable.Range(0, 40).Select(i => new SearchStep(
                        6.1 + (80 * Math.Exp(-i / 6.0)), 7 + (140 * Math.Exp(-i / 7.0)), 0.5 * Math.Exp(-i / 12.0),
                        [0.0612 + (0.0088 * Math.Exp(-i / 5.0)), 0.0043 - (0.0023 * Math.Exp(-i / 8.0)), 0.76 + (0.02 * Math.Sin(i)), 0.95 - (0.1 * Math.Exp(-i / 6.0))])),
                ],
                Quantities =
                [
                    .. evidence.Quantities.Where(each => each.Distribution.Count == 0).Select((each, i) => new QuantityFit(
                        each.Quantity, each.Quantity is { Value: { } value, High: { } high } ? value + ((high - value) * (0.4 + (i % 4))) : double.NaN, each.Predicted, each.StandardError)),
                ],
                Loss = (84.2, 6.12),
                Evaluations = 494,
                ElapsedSeconds = 3,
            };
        }
    }
}
