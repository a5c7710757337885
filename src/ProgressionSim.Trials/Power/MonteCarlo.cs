using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Trials.Power;

/// <summary>Estimates over simulated trials with their Monte Carlo error.</summary>
/// <remarks>
/// Trials with patients of their own are independent. Trials drawn from a bank share patients within a slice, and slices are independent: the variance is then that
/// between the means of slices, but never taken to be less than that of independent trials, which it could be by chance. Intervals are 95 %.
/// </remarks>
internal static class MonteCarlo
{
    private const double Level = 0.95;

    /// <summary>Mean of a value by replicate; NaN values are left out.</summary>
    /// <param name="values">By replicate, from a multiple of the number of slices on.</param>
    /// <param name="slices">Number of bank slices: replicate r belongs to slice r modulo this; 0 for independent trials.</param>
    public static SimulatedValue Mean(IReadOnlyList<double> values, int slices)
    {
        double sum = 0, squares = 0;
        long count = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                sum += values[i];
                count++;
            }
        }

        var mean = sum / count;
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }

        var error = Math.Sqrt(squares / Math.Max(1, count - 1) / count);
        return count < 2 ? new SimulatedValue(mean, double.NaN, double.NaN, double.NaN) : WithSlices(values, slices, mean, error);
    }

    /// <summary>Share of replicates for which something holds.</summary>
    /// <param name="holds">By replicate.</param>
    /// <param name="slices">Number of bank slices; 0 for independent trials.</param>
    public static SimulatedValue Share(IReadOnlyList<bool> holds, int slices)
    {
        var count = holds.Count(each => each);
        var interval = ProportionInterval.Wilson(count, holds.Count, Level);
        if (slices == 0)
        {
            return new SimulatedValue(interval.Share, interval.StandardError, interval.Low, interval.High);
        }

        // The interval between slices has no width when all trials agree, so it is never narrower than that of independent trials.
        var sliced = WithSlices([.. holds.Select(each => each ? 1.0 : 0.0)], slices, interval.Share, interval.StandardError);
        return sliced with { Low = Math.Max(0, Math.Min(sliced.Low, interval.Low)), High = Math.Min(1, Math.Max(sliced.High, interval.High)) };
    }

    private static SimulatedValue WithSlices(IReadOnlyList<double> values, int slices, double mean, double independentError)
    {
        if (slices == 0)
        {
            var z = StandardNormal.QuantileUpper((1 - Level) / 2);
            return new SimulatedValue(mean, independentError, mean - (z * independentError), mean + (z * independentError));
        }

        var sums = new double[slices];
        var counts = new long[slices];
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                sums[i % slices] += values[i] - mean;
                counts[i % slices]++;
            }
        }

        // Ratio estimator of clusters: the deviations of a slice add up before they are squared.
        var total = counts.Sum();
        var used = counts.Count(count => count > 0);
        var between = sums.Sum(sum => sum * sum) * used / Math.Max(1, used - 1);
        var error = Math.Max(independentError, Math.Sqrt(between) / total);
        var t = StudentQuantile.UpperTail((1 - Level) / 2, Math.Max(1, used - 1));
        return new SimulatedValue(mean, error, mean - (t * error), mean + (t * error));
    }
}
