using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Losses whose least value is 0 at a known point.</summary>
internal static class Landscapes
{
    public const int Dimension = 8;

    private static readonly double[][] Axes = RandomAxes(new SplitMix64(0xCA11B));

    /// <summary>Distance squared from (1, ..., 1).</summary>
    public static double Sphere(double[] x) => x.Sum(each => (each - 1) * (each - 1));

    /// <summary>An ellipsoid around (1, ..., 1) whose second derivatives differ by a factor of a million, along the coordinates.</summary>
    public static double Ellipsoid(double[] x) => x.Select((each, i) => Math.Pow(10, 6.0 * i / (Dimension - 1)) * (each - 1) * (each - 1)).Sum();

    /// <summary>The same ellipsoid along other axes.</summary>
    public static double RotatedEllipsoid(double[] x) => Ellipsoid([.. Axes.Select(axis => 1 + axis.Zip(x, (a, each) => a * (each - 1)).Sum())]);

    /// <summary>A bent valley with its floor at (1, ..., 1).</summary>
    public static double Rosenbrock(double[] x) =>
        x.Zip(x[1..], (a, b) => (100 * ((a * a) - b) * ((a * a) - b)) + ((a - 1) * (a - 1))).Sum();

    /// <summary>Axes at right angles, by Gram and Schmidt.</summary>
    private static double[][] RandomAxes(SplitMix64 random)
    {
        List<double[]> axes = [];
        while (axes.Count < Dimension)
        {
            double[] axis = [.. Enumerable.Range(0, Dimension).Select(_ => random.NextUniform() - 0.5)];
            foreach (var other in axes)
            {
                var along = axis.Zip(other, (a, b) => a * b).Sum();
                axis = [.. axis.Zip(other, (a, b) => a - (along * b))];
            }

            var length = Math.Sqrt(axis.Sum(a => a * a));
            axes.Add([.. axis.Select(a => a / length)]);
        }

        return [.. axes];
    }
}
