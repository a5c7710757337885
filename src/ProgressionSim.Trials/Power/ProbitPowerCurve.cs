using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics;

namespace ProgressionSim.Trials.Power;

/// <summary>
/// Power as a function of the number of patients: the normal distribution function of a + b sqrt(n), which it is exactly for a normal statistic with an effect that
/// does not depend on n, fitted to single trials by maximum likelihood.
/// </summary>
/// <remarks>
/// The variance is that of independent trials, or with a bank that between its slices where larger (sandwich over slices), since trials of a slice share patients.
/// </remarks>
internal sealed class ProbitPowerCurve
{
    private const int MostIterations = 60;
    private const double Tail = 0.025;

    private readonly double varianceA;
    private readonly double covariance;
    private readonly double varianceB;
    private readonly double quantile;

    private ProbitPowerCurve(double a, double b, double varianceA, double covariance, double varianceB, double quantile)
    {
        (A, B) = (a, b);
        (this.varianceA, this.covariance, this.varianceB, this.quantile) = (varianceA, covariance, varianceB, quantile);
    }

    /// <summary>a: minus the critical value for a fixed test.</summary>
    public double A { get; }

    /// <summary>b: standardised effect of one patient.</summary>
    public double B { get; }

    /// <summary>Fits the curve.</summary>
    /// <param name="batches">Trials of at least two sizes.</param>
    /// <param name="slices">Number of bank slices; 0 for independent trials.</param>
    /// <returns>The curve; null when the trials do not determine one that rises.</returns>
    public static ProbitPowerCurve? Fit(IReadOnlyList<PowerBatch> batches, int slices)
    {
        var points = batches.Select(batch => batch.Point).ToList();
        if (points.Count == 0 || points.All(point => point.Patients == points[0].Patients))
        {
            return null;
        }

        var (a, b) = Start(points);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var sums = new Sums();
            foreach (var point in points)
            {
                sums.Add(a, b, point);
            }

            if (!sums.TrySolve(out var stepA, out var stepB))
            {
                return null;
            }

            (a, b) = (a + stepA, b + stepB);
            if (Math.Abs(stepA) + (Math.Abs(stepB) * Math.Sqrt(points[0].Patients)) < 1e-10)
            {
                return b > 0 ? WithVariance(a, b, sums, batches, slices) : null;
            }
        }

        return null;
    }

    /// <summary>Power at a number of patients with its interval.</summary>
    /// <param name="patients">Number of patients.</param>
    public PowerCurvePoint At(int patients)
    {
        var x = Math.Sqrt(patients);
        var eta = A + (B * x);
        var error = Math.Sqrt(Math.Max(0, varianceA + (2 * x * covariance) + (x * x * varianceB)));
        return new PowerCurvePoint(patients, StandardNormal.Cdf(eta), StandardNormal.Cdf(eta - (quantile * error)), StandardNormal.Cdf(eta + (quantile * error)));
    }

    /// <summary>Number of patients for a power.</summary>
    /// <param name="power">Between 0 and 1.</param>
    public SimulatedValue PatientsFor(double power)
    {
        var x = (StandardNormal.Quantile(power) - A) / B;
        if (x <= 0)
        {
            return new SimulatedValue(0, double.NaN, double.NaN, double.NaN);
        }

        var error = Math.Sqrt(Math.Max(0, varianceA + (2 * x * covariance) + (x * x * varianceB))) / B;
        var (low, high) = (Math.Max(0, x - (quantile * error)), x + (quantile * error));
        return new SimulatedValue(x * x, 2 * x * error, low * low, high * high);
    }

    /// <summary>The line through the probits of the smallest and the largest size, counts moved off 0 and all.</summary>
    private static (double A, double B) Start(List<PowerPoint> points)
    {
        static double Probit(PowerPoint point) => StandardNormal.Quantile((point.Successes + 0.5) / (point.Trials + 1.0));
        var (first, last) = (points.MinBy(point => point.Patients), points.MaxBy(point => point.Patients));
        var b = (Probit(last) - Probit(first)) / (Math.Sqrt(last.Patients) - Math.Sqrt(first.Patients));
        return double.IsFinite(b) ? (Probit(last) - (b * Math.Sqrt(last.Patients)), b) : (0, 0);
    }

    private static ProbitPowerCurve WithVariance(double a, double b, Sums information, IReadOnlyList<PowerBatch> batches, int slices)
    {
        var (varianceA, covariance, varianceB) = information.Inverse();
        var critical = StandardNormal.QuantileUpper(Tail);
        if (slices > 0)
        {
            var (meatA, meatAB, meatB) = ScoresBetweenSlices(a, b, batches, slices);
            var sandwichA = (varianceA * varianceA * meatA) + (2 * varianceA * covariance * meatAB) + (covariance * covariance * meatB);
            var sandwichB = (covariance * covariance * meatA) + (2 * covariance * varianceB * meatAB) + (varianceB * varianceB * meatB);
            var sandwichAB = (varianceA * covariance * meatA) + (((varianceA * varianceB) + (covariance * covariance)) * meatAB) + (covariance * varianceB * meatB);

            // At the centre of the data, where the curve is used, the larger variance is taken.
            var x = batches.Average(batch => Math.Sqrt(batch.Patients));
            double AtCentre(double va, double vab, double vb) => va + (2 * x * vab) + (x * x * vb);
            critical = StudentQuantile.UpperTail(Tail, slices - 1);
            if (AtCentre(sandwichA, sandwichAB, sandwichB) > AtCentre(varianceA, covariance, varianceB))
            {
                (varianceA, covariance, varianceB) = (sandwichA, sandwichAB, sandwichB);
            }
        }

        return new ProbitPowerCurve(a, b, varianceA, covariance, varianceB, critical);
    }

    private static (double A, double AB, double B) ScoresBetweenSlices(double a, double b, IReadOnlyList<PowerBatch> batches, int slices)
    {
        var (scoreA, scoreB) = (new double[slices], new double[slices]);
        foreach (var batch in batches)
        {
            var x = Math.Sqrt(batch.Patients);
            var (weight, power) = Sums.Weight(a + (b * x));
            for (var i = 0; i < batch.Successes.Count; i++)
            {
                var score = weight * ((batch.Successes[i] ? 1 : 0) - power);
                scoreA[i % slices] += score;
                scoreB[i % slices] += score * x;
            }
        }

        var scale = slices / (slices - 1.0);
        return (scale * scoreA.Sum(s => s * s), scale * scoreA.Zip(scoreB).Sum(s => s.First * s.Second), scale * scoreB.Sum(s => s * s));
    }

    /// <summary>Score and expected information of the fit.</summary>
    private sealed class Sums
    {
        private double scoreA;
        private double scoreB;
        private double informationA;
        private double informationAB;
        private double informationB;

        /// <summary>Density over variance, the weight of a residual, and the power itself, both kept off the ends.</summary>
        public static (double Weight, double Power) Weight(double eta)
        {
            var held = Math.Clamp(eta, -6, 6);
            var power = StandardNormal.Cdf(held);
            return (Density(held) / (power * (1 - power)), power);
        }

        public void Add(double a, double b, PowerPoint point)
        {
            var x = Math.Sqrt(point.Patients);
            var eta = a + (b * x);
            var (weight, power) = Weight(eta);
            var score = weight * (point.Successes - (point.Trials * power));
            var information = point.Trials * weight * Density(Math.Clamp(eta, -6, 6));
            scoreA += score;
            scoreB += score * x;
            informationA += information;
            informationAB += information * x;
            informationB += information * x * x;
        }

        public bool TrySolve(out double stepA, out double stepB)
        {
            var (varianceA, covariance, varianceB) = Inverse();
            stepA = (varianceA * scoreA) + (covariance * scoreB);
            stepB = (covariance * scoreA) + (varianceB * scoreB);
            return double.IsFinite(stepA) && double.IsFinite(stepB);
        }

        public (double A, double AB, double B) Inverse()
        {
            var determinant = (informationA * informationB) - (informationAB * informationAB);
            return (informationB / determinant, -informationAB / determinant, informationA / determinant);
        }

        private static double Density(double x) => PortableMath.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
    }
}
