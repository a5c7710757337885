using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Plans and predictors of calibrations whose simulator is a formula.</summary>
internal static class AnalyticCalibration
{
    private const double HalfWidth95 = 1.959963984540054;

    /// <summary>A parameter whose value is its z.</summary>
    public static CalibratedParameter Standard(string path, double? minimum = null, double? maximum = null) =>
        new() { Path = path, IsLogarithmic = false, Center = 0, Sd = 1, Minimum = minimum, Maximum = maximum };

    /// <summary>A quantity with a symmetric 95 % interval.</summary>
    public static EvidenceQuantity Target(string name, double value, double sd, EvidenceUse use = EvidenceUse.Fit) =>
        Quantity(name, value, value - (HalfWidth95 * sd), value + (HalfWidth95 * sd), use);

    /// <summary>A quantity.</summary>
    public static EvidenceQuantity Quantity(string name, double? value, double? low, double? high, EvidenceUse use = EvidenceUse.Fit) => new()
    {
        Name = name,
        Title = name,
        Unit = "",
        Population = "",
        Use = use,
        Value = value,
        Low = low,
        High = high,
        Source = "",
        Confidence = Confidence.Low,
        Estimator = new ReadingEstimator { Arm = 0, Reading = PatientReading.Alive },
    };

    /// <summary>A plan.</summary>
    public static CalibrationPlan Plan(
        IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<EvidenceQuantity> quantities, int generations = 40, uint seed = 1) => new()
    {
        Evidence = new EvidencePlan { Run = TestScenario.Of(100, seed), Quantities = quantities, Patients = 100, Draws = 10, PatientsOfDraw = 100 },
        EvidenceFile = "test.json",
        Parameters = parameters,
        Patients = 200,
        PatientsOfPosterior = 800,
        Generations = generations,
        Candidates = 12,
    };

    /// <summary>A predictor without chance: its standard errors are 0, or a given number.</summary>
    public static QuantityPredictor Exact(Func<IReadOnlyList<double>, double[]> formula, double standardError = 0) => (values, _, withErrors, _, _) =>
    {
        var predictions = formula(values);
        return withErrors ? [.. predictions, .. predictions.Select(_ => standardError)] : predictions;
    };
}
