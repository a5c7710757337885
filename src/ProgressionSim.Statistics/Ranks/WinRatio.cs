namespace ProgressionSim.Statistics.Ranks;

/// <summary>Win ratio, win odds and net benefit from a comparison of every two patients.</summary>
/// <remarks>
/// Win ratio: Pocock et al. (Eur Heart J 33:176-182, 2012, doi:10.1093/eurheartj/ehr352), all pairs. Variances of the shares won and lost are those of
/// two-sample U-statistics to first order: sample variances of each patient's own share, over the size of the patient's group (as DeLong's);
/// logarithms by the delta method. They hold without assuming that there is no effect. Pure, so thread-safe as long as nobody compares anew
/// meanwhile. No allocation.
/// </remarks>
public static class WinRatio
{
    /// <summary>Estimates from a comparison.</summary>
    /// <param name="comparison">Comparison already made.</param>
    /// <param name="confidenceLevel">Of the limits; between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence level is outside its range.</exception>
    public static WinRatioResult Estimate(JointComparison comparison, double confidenceLevel = 0.95)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var criticalValue = CriticalValue.TwoSided(confidenceLevel, nameof(confidenceLevel));
        Sums active = default, reference = default;
        for (var i = 0; i < comparison.Patients; i++)
        {
            if (comparison.Groups[i] == 1)
            {
                active.Add(comparison.WonAgainst(0)[i], comparison.LostAgainst(0)[i]);
            }
            else
            {
                // A pair that a reference patient loses is a win of group 1.
                reference.Add(comparison.LostAgainst(1)[i], comparison.WonAgainst(1)[i]);
            }
        }

        double n1 = active.Count, n0 = reference.Count, pairs = n1 * n0;
        double won = active.Wins / pairs, lost = active.Losses / pairs;
        var wonVariance = active.WinVariance(n0) + reference.WinVariance(n1);
        var lostVariance = active.LossVariance(n0) + reference.LossVariance(n1);
        var covariance = active.Covariance(n0) + reference.Covariance(n1);

        double benefit = won - lost, benefitVariance = wonVariance + lostVariance - (2 * covariance);
        var logRatioVariance = (wonVariance / (won * won)) + (lostVariance / (lost * lost)) - (2 * covariance / (won * lost));

        // The odds are (1 + benefit)/(1 - benefit); slope is the derivative of their logarithm.
        double odds = (1 + benefit) / (1 - benefit), slope = 2 / ((1 + benefit) * (1 - benefit));
        return new WinRatioResult(
            (long)pairs,
            (long)active.Wins,
            (long)active.Losses,
            WinEffect.OfRatio(won / lost, logRatioVariance, criticalValue),
            WinEffect.OfRatio(odds, slope * slope * benefitVariance, criticalValue),
            WinEffect.OfDifference(benefit, benefitVariance, criticalValue));
    }

    /// <summary>Sums over the patients of a group; whole numbers, so differences of products lose nothing.</summary>
    private struct Sums
    {
        private double winSquares;
        private double lossSquares;
        private double products;

        public double Count { get; private set; }

        public double Wins { get; private set; }

        public double Losses { get; private set; }

        public void Add(double wins, double losses)
        {
            Count++;
            Wins += wins;
            Losses += losses;
            winSquares += wins * wins;
            lossSquares += losses * losses;
            products += wins * losses;
        }

        /// <summary>Variance of the mean share won against so many others.</summary>
        public readonly double WinVariance(double others) => OfMean(winSquares, Wins, Wins, others);

        /// <summary>Variance of the mean share lost.</summary>
        public readonly double LossVariance(double others) => OfMean(lossSquares, Losses, Losses, others);

        /// <summary>Covariance of the mean shares won and lost.</summary>
        public readonly double Covariance(double others) => OfMean(products, Wins, Losses, others);

        private readonly double OfMean(double sumOfProducts, double first, double second, double others) =>
            ((Count * sumOfProducts) - (first * second)) / (Count * (Count - 1)) / (others * others) / Count;
    }
}
