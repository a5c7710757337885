namespace ProgressionSim.Experiments.Evidence;

/// <summary>Shape of a Weibull distribution by maximum likelihood from censored times.</summary>
/// <remarks>
/// The shape k solves 1/k + mean of log t over deaths = sum t^k log t / sum t^k, the sums over all; its left side falls and its right side rises, so the
/// root is the only one. Cohen, Technometrics 7:579-588 (1965), doi:10.1080/00401706.1965.10490300.
/// </remarks>
internal static class WeibullShape
{
    private const double Smallest = 0.05;
    private const double Largest = 50;
    private const double Relative = 1e-10;

    /// <summary>Estimates it.</summary>
    /// <param name="times">Times, more than 0.</param>
    /// <param name="deaths">True for a death, false for censoring.</param>
    /// <returns>0.05 to 50; NaN with fewer than two distinct times of death.</returns>
    public static double Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> deaths)
    {
        var (count, sumOfLogs, largest, first, differ) = (0, 0.0, 0.0, double.NaN, false);
        for (var i = 0; i < times.Length; i++)
        {
            largest = Math.Max(largest, times[i]);
            if (deaths[i])
            {
                count++;
                sumOfLogs += Math.Log(times[i]);
                differ |= !double.IsNaN(first) && times[i] != first;
                first = times[i];
            }
        }

        if (!differ)
        {
            return double.NaN;
        }

        // Times in units of the largest keep the powers finite.
        var logs = new double[times.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Log(times[i] / largest);
        }

        var meanLog = (sumOfLogs / count) - Math.Log(largest);
        var (low, high) = (Smallest, Largest);
        while (high - low > Relative * high)
        {
            var shape = Math.Sqrt(low * high);
            double sum = 0, weighted = 0;
            foreach (var log in logs)
            {
                var power = Math.Exp(shape * log);
                sum += power;
                weighted += power * log;
            }

            (low, high) = (1 / shape) + meanLog > weighted / sum ? (shape, high) : (low, shape);
        }

        return Math.Sqrt(low * high);
    }
}
