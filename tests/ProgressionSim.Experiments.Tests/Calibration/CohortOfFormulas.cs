using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>
/// A small simulator with patients: 15 quantities, means of log-normal numbers and shares of patients beyond a threshold, that depend on 8 parameters in a nonlinear
/// way; their expectations are known. Patients are the same with the same chance whatever the values.
/// </summary>
internal static class CohortOfFormulas
{
    public const int Parameters = 8;
    public const int Quantities = 15;

    // A quantity depends on all parameters a little and on two of them much.
    private static readonly double[][] Loadings = Made();

    private static readonly double[][] Chance = [.. Enumerable.Range(0, 2000).Select(patient => Normals((ulong)patient))];

    /// <summary>What infinitely many patients would give.</summary>
    public static double[] Expected(IReadOnlyList<double> values) =>
        [.. Enumerable.Range(0, Quantities).Select(q => IsShare(q) ? NormalCdf(Level(q, values)) : Math.Exp(Level(q, values)))];

    /// <summary>Predictions of so many patients, with standard errors on request.</summary>
    public static double[] Predict(IReadOnlyList<double> values, int patients, bool withErrors, int threads, CancellationToken cancellation)
    {
        var found = new double[withErrors ? 2 * Quantities : Quantities];
        for (var q = 0; q < Quantities; q++)
        {
            var level = Level(q, values);
            var factor = Math.Exp(level - 0.08);
            double sum = 0, squares = 0;
            for (var patient = 0; patient < patients; patient++)
            {
                var number = IsShare(q) ? (Chance[patient][q] < level ? 1 : 0) : factor * Chance[patient][Quantities + q];
                sum += number;
                squares += number * number;
            }

            found[q] = sum / patients;
            if (withErrors)
            {
                found[Quantities + q] = Math.Sqrt(((squares / patients) - (found[q] * found[q])) / patients);
            }
        }

        return found;
    }

    /// <summary>Normal numbers, by Box and Muller.</summary>
    public static double Normal(SplitMix64 random) => Math.Sqrt(2 * random.NextExponential()) * Math.Cos(2 * Math.PI * random.NextUniform());

    private static bool IsShare(int quantity) => quantity % 3 == 0;

    /// <summary>The level, linear but for a bend, of a quantity.</summary>
    private static double Level(int quantity, IReadOnlyList<double> values)
    {
        var level = 0.0;
        for (var i = 0; i < Parameters; i++)
        {
            level += Loadings[quantity][i] * (values[i] + (0.1 * values[i] * values[i]));
        }

        return level;
    }

    private static double[][] Made()
    {
        var random = new SplitMix64(0x10AD);
        return
        [
            .. Enumerable.Range(0, Quantities).Select(q => (double[])
            [
                .. Enumerable.Range(0, Parameters).Select(i =>
                    (0.05 * Normal(random)) + (i == q % Parameters ? 0.4 : 0) + (i == (q + 3) % Parameters ? 0.2 : 0)),
            ]),
        ];
    }

    /// <summary>Normal numbers, then log-normal ones of sd 0.4 on their scale.</summary>
    private static double[] Normals(ulong patient)
    {
        var random = new SplitMix64(0xC0402, patient);
        return [.. Enumerable.Range(0, Quantities).Select(_ => Normal(random)), .. Enumerable.Range(0, Quantities).Select(_ => Math.Exp(0.4 * Normal(random)))];
    }

    /// <summary>Abramowitz and Stegun 26.2.17; error below 1e-7.</summary>
    private static double NormalCdf(double x)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        var tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x > 0 ? 1 - tail : tail;
    }
}
