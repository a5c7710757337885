namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Least-squares line through one patient's measurements.</summary>
/// <param name="Count">Measurements used.</param>
/// <param name="MeanTime">Mean of their times; NaN without any.</param>
/// <param name="MeanValue">Mean of the measurements; NaN without any.</param>
/// <param name="Slope">Slope; NaN unless there are two different times.</param>
internal readonly record struct LeastSquaresLine(int Count, double MeanTime, double MeanValue, double Slope)
{
    /// <summary>Whether there are two different times.</summary>
    public bool HasSlope => !double.IsNaN(Slope);

    /// <summary>Fits the line.</summary>
    /// <param name="values">NaN is missing.</param>
    /// <param name="times">As long as values; those of missing values are not read.</param>
    public static LeastSquaresLine Fit(ReadOnlySpan<double> values, ReadOnlySpan<double> times)
    {
        var count = 0;
        double valueSum = 0, timeSum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                count++;
                valueSum += values[i];
                timeSum += times[i];
            }
        }

        var meanTime = timeSum / count;
        var meanValue = valueSum / count;
        double spread = 0, product = 0, largest = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var t = times[i] - meanTime;
                spread += t * t;
                product += t * (values[i] - meanValue);
                largest = Math.Max(largest, Math.Abs(times[i]));
            }
        }

        return new LeastSquaresLine(count, meanTime, meanValue, spread > 1e-24 * count * largest * largest ? product / spread : double.NaN);
    }
}
