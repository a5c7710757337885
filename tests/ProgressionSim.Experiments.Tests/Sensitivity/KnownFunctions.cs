using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>Functions of the unit cube whose indices are known in closed form.</summary>
internal static class KnownFunctions
{
    /// <summary>First-order indices of <see cref="Ishigami"/>.</summary>
    public static readonly double[] IshigamiFirst;

    /// <summary>Total indices of <see cref="Ishigami"/>.</summary>
    public static readonly double[] IshigamiTotal;

    /// <summary>First-order indices of <see cref="G"/>.</summary>
    public static readonly double[] GFirst;

    /// <summary>Total indices of <see cref="G"/>.</summary>
    public static readonly double[] GTotal;

    private const double A = 7;
    private const double B = 0.1;

    private static readonly double[] GWeights = [0, 1, 4.5, 9, 99, 99, 99, 99];

    static KnownFunctions()
    {
        // Ishigami and Homma (1990): variances of x1, x2 and the pair x1, x3.
        var pi4 = Math.Pow(Math.PI, 4);
        var v1 = Math.Pow(1 + (B * pi4 / 5), 2) / 2;
        var v2 = A * A / 8;
        var v13 = 8 * B * B * pi4 * pi4 / 225;
        var v = v1 + v2 + v13;
        IshigamiFirst = [v1 / v, v2 / v, 0];
        IshigamiTotal = [(v1 + v13) / v, v2 / v, v13 / v];

        var alone = GWeights.Select(a => 1 / (3 * (1 + a) * (1 + a))).ToArray();
        var product = alone.Aggregate(1.0, (soFar, variance) => soFar * (1 + variance));
        GFirst = [.. alone.Select(variance => variance / (product - 1))];
        GTotal = [.. alone.Select(variance => variance * product / (1 + variance) / (product - 1))];
    }

    /// <summary>sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 with each x uniform from -pi to pi.</summary>
    public static double Ishigami(double[] u)
    {
        var (x1, x2, x3) = (Angle(u[0]), Angle(u[1]), Angle(u[2]));
        return Math.Sin(x1) + (A * Math.Sin(x2) * Math.Sin(x2)) + (B * x3 * x3 * x3 * x3 * Math.Sin(x1));
        static double Angle(double uniform) => Math.PI * ((2 * uniform) - 1);
    }

    /// <summary>Product of (|4 x - 2| + a) / (1 + a), a = 0, 1, 4.5, 9 and four times 99.</summary>
    public static double G(double[] u)
    {
        var product = 1.0;
        for (var i = 0; i < u.Length; i++)
        {
            product *= (Math.Abs((4 * u[i]) - 2) + GWeights[i]) / (1 + GWeights[i]);
        }

        return product;
    }

    /// <summary>Outputs of a function at all rows of a design.</summary>
    public static double[] Evaluate(SaltelliDesign design, Func<double[], double> function)
    {
        var point = new double[design.Parameters];
        var outputs = new double[design.Rows];
        for (var row = 0; row < outputs.Length; row++)
        {
            design.Write(row, point);
            outputs[row] = function(point);
        }

        return outputs;
    }

    /// <summary>Outputs of a function at independent random points, in the order of a design's rows.</summary>
    public static double[] EvaluateAtRandom(int parameters, int basePoints, SplitMix64 random, Func<double[], double> function)
    {
        var outputs = new double[basePoints * (parameters + 2)];
        var (a, b) = (new double[parameters], new double[parameters]);
        for (var point = 0; point < basePoints; point++)
        {
            for (var i = 0; i < parameters; i++)
            {
                (a[i], b[i]) = (random.NextUniform(), random.NextUniform());
            }

            var row = point * (parameters + 2);
            (outputs[row], outputs[row + 1]) = (function(a), function(b));
            for (var i = 0; i < parameters; i++)
            {
                (a[i], b[i]) = (b[i], a[i]);
                outputs[row + 2 + i] = function(a);
                (a[i], b[i]) = (b[i], a[i]);
            }
        }

        return outputs;
    }
}
