namespace ProgressionSim.Statistics.Ranks;

/// <summary>One way of contrasting pairs won with pairs lost, group 1 against group 0.</summary>
/// <param name="Status">Not estimable when the estimate or its standard error is 0 or infinite, or a group is too small; numbers are NaN then.</param>
/// <param name="Estimate">Above 0 for a ratio, 1 without an effect; -1 to 1 for a difference, 0 without an effect.</param>
/// <param name="StandardError">Of the logarithm for a ratio, of the estimate for a difference.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Z">Logarithm of a ratio, or difference, over its standard error; positive when group 1 does better.</param>
/// <param name="PValue">Two-sided, normal.</param>
public readonly record struct WinEffect(FitStatus Status, double Estimate, double StandardError, double Low, double High, double Z, double PValue)
{
    private static WinEffect NotEstimable { get; } =
        new(FitStatus.NotEstimable, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    internal static WinEffect OfDifference(double estimate, double variance, double criticalValue)
    {
        if (!(variance > 0))
        {
            return NotEstimable;
        }

        double error = Math.Sqrt(variance), margin = criticalValue * error, z = estimate / error;
        return new WinEffect(FitStatus.Estimated, estimate, error, estimate - margin, estimate + margin, z, TailProbability.NormalTwoSided(z));
    }

    internal static WinEffect OfRatio(double estimate, double logVariance, double criticalValue)
    {
        if (!(logVariance > 0 && logVariance < double.PositiveInfinity && estimate > 0 && estimate < double.PositiveInfinity))
        {
            return NotEstimable;
        }

        double error = Math.Sqrt(logVariance), factor = Math.Exp(criticalValue * error), z = Math.Log(estimate) / error;
        return new WinEffect(FitStatus.Estimated, estimate, error, estimate / factor, estimate * factor, z, TailProbability.NormalTwoSided(z));
    }
}
