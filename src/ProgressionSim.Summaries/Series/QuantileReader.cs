using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Summaries.Series;

/// <summary>Quantiles of one measure from its histogram.</summary>
/// <remarks>
/// Whole-number measures are exact. Others are interpolated inside a bin, so they are off by at most one bin width. The dead, when counted,
/// are exactly 0 and not spread over the first bin.
/// </remarks>
internal sealed class QuantileReader
{
    private readonly HistogramBins bins;
    private readonly double[] edges;
    private readonly long[] counts;

    /// <summary>Reader for one measure; not thread-safe.</summary>
    public QuantileReader(HistogramBins bins)
    {
        this.bins = bins;
        edges = [.. Enumerable.Range(0, bins.Count + 1).Select(bins.LowerEdge)];
        counts = new long[bins.Count];
    }

    /// <summary>Quantiles at several shares.</summary>
    /// <param name="histogram">Counts of the living.</param>
    /// <param name="dead">Patients counted as 0, at least 0; the measure must not go below 0.</param>
    /// <param name="shares">Each 0 to 1.</param>
    /// <returns>One quantile each; NaN when nobody is counted.</returns>
    public double[] Read(ReadOnlySpan<int> histogram, long dead, ReadOnlySpan<double> shares)
    {
        long living = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = histogram[i];
            living += histogram[i];
        }

        var quantiles = new double[shares.Length];
        if (living + dead == 0)
        {
            Array.Fill(quantiles, double.NaN);
            return quantiles;
        }

        if (bins.WholeNumbers)
        {
            counts[0] += dead;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            quantiles[i] = bins.WholeNumbers ? HistogramQuantile.Value((long)edges[0], counts, shares[i]) : Interpolated(shares[i], living, dead);
        }

        return quantiles;
    }

    private double Interpolated(double share, long living, long dead)
    {
        var rank = (share * (living + dead)) - dead;
        return living == 0 || (dead > 0 && rank <= 0) ? 0 : HistogramQuantile.Interpolated(edges, counts, Math.Clamp(rank / living, 0, 1));
    }
}
