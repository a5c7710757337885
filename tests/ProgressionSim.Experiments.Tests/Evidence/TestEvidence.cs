using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Evidence;

/// <summary>Quantities, plans and numbers of patients for tests.</summary>
internal static class TestEvidence
{
    public static EvidenceQuantity Quantity(
        Estimator estimator, EvidenceUse use = EvidenceUse.Check, double? value = null, double? low = null, double? high = null) => new()
    {
        Name = "quantity",
        Title = "Quantity",
        Unit = "",
        Population = "patients of the tests",
        Use = use,
        Value = value,
        Low = low,
        High = high,
        Source = "test",
        Confidence = Confidence.Assumption,
        Estimator = estimator,
    };

    public static EvidencePlan Plan(RunPlan run, int patients, params IReadOnlyList<Estimator> estimators) => new()
    {
        Run = run,
        Quantities = [.. estimators.Select(estimator => Quantity(estimator))],
        Patients = patients,
        Draws = 10,
        PatientsOfDraw = 100,
    };

    /// <summary>What an estimator makes of values that it has read, one a patient; NaN for patients who are looked at and have none.</summary>
    public static PatientNumbers Readings(IEnumerable<double> values) =>
        new(values.SelectMany(value => (double[])[1, value]).ToArray(), 2, 0);

    /// <summary>Times with deaths (true) and ends of follow-up, as a survival estimate has read them.</summary>
    public static PatientNumbers Times(IEnumerable<(double Months, bool IsDeath)> times) =>
        new(times.SelectMany(time => (double[])[time.Months, time.IsDeath ? 1 : 0]).ToArray(), 2, 0);

    /// <summary>Normal draw (Box and Muller 1958, doi:10.1214/aoms/1177706645).</summary>
    public static double Normal(this SplitMix64 random) => Math.Sqrt(2 * random.NextExponential()) * Math.Cos(2 * Math.PI * random.NextUniform());
}
