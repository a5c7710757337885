namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Covariance to start a repeated measures fit from: regressions of each visit on covariates and earlier visits.</summary>
/// <remarks>
/// Each regression uses the patients seen at all visits up to its own. For complete data with all effects by visit this is the restricted maximum likelihood
/// estimate itself; for monotone dropout it is close to it (Anderson, J Am Stat Assoc 52:200-203 (1957)).
/// </remarks>
internal sealed class VisitStart(VisitPatterns data)
{
    private double[] sums = [];
    private double[] factor = [];

    /// <summary>Fills the covariance [visit * Stride + visit].</summary>
    /// <returns>False when a visit holds too few patients for its regression.</returns>
    public bool Find(Span<double> sigma)
    {
        int k = data.Visits, q = data.Covariates, size = q + k, stride = VisitMatrix.Stride(size), s = data.Stride;
        if (sums.Length < size * stride)
        {
            sums = new double[size * stride];
            factor = new double[size * stride];
        }

        sums.AsSpan().Clear();
        sigma.Clear();
        double patients = 0;
        for (var j = k - 1; j >= 0; j--)
        {
            patients += AddPatterns(j);
            sums.AsSpan(0, size * stride).CopyTo(factor);

            // The factor of the sums of a longer run of visits is no use to a shorter one: they rest on other patients.
            if (patients < q + j + 3 || !FactorTop(q + j + 1, stride))
            {
                return false;
            }

            // Row j of sigma first holds the regression on earlier visits and the residual variance.
            var last = q + j;
            var pivot = factor[(last * stride) + last];
            sigma[(j * s) + j] = pivot * pivot / (patients - q);
            for (var i = last - 1; i >= q; i--)
            {
                var value = factor[(i * stride) + last];
                for (var l = i + 1; l < last; l++)
                {
                    value -= factor[(i * stride) + l] * sigma[(j * s) + l - q];
                }

                sigma[(j * s) + i - q] = value / factor[(i * stride) + i];
            }
        }

        Compose(sigma);
        return true;
    }

    /// <summary>Fills the covariance with the variance of the responses about the mean of their visit, pooled, and half of it for covariances.</summary>
    /// <param name="pooled">Whether all visits share one variance.</param>
    /// <param name="sigma">Filled with the covariance [visit * Stride + visit].</param>
    /// <returns>False when the responses of a visit, or all of them when pooled, do not vary.</returns>
    public bool FindRough(bool pooled, Span<double> sigma)
    {
        int k = data.Visits, s = data.Stride;
        Span<double> variance = stackalloc double[RepeatedMeasuresModel.MaximumVisits];
        double total = 0;
        for (var j = 0; j < k; j++)
        {
            double sum = 0, square = 0;
            for (var pattern = 0; pattern < data.Count; pattern++)
            {
                sum += data.CrossResponses(pattern)[j];
                square += data.Responses(pattern)[(j * s) + j];
            }

            var spread = square - (sum * sum / data.PerVisit[j]);
            variance[j] = spread > 1e-12 * square ? spread / data.PerVisit[j] : 0;
            total += variance[j] / k;
        }

        sigma.Clear();
        var varied = total > 0;
        for (var a = 0; a < k; a++)
        {
            varied &= pooled || variance[a] > 0;
            for (var b = 0; b < k; b++)
            {
                var value = pooled ? total : Math.Sqrt(variance[a] * variance[b]);
                sigma[(a * s) + b] = a == b ? value : value / 2;
            }
        }

        return varied;
    }

    /// <summary>Adds the patterns that are seen up to visit j and not at the next.</summary>
    private double AddPatterns(int j)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, stride = VisitMatrix.Stride(q + k);
        double patients = 0;
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            if (System.Numerics.BitOperations.TrailingZeroCount(~data.Masks[pattern]) != j + 1)
            {
                continue;
            }

            patients += data.Counts[pattern];
            var x = data.CrossCovariates(pattern);
            var xy = data.CrossResponses(pattern);
            var y = data.Responses(pattern);
            for (var a = 0; a < q; a++)
            {
                Add(x.Slice(a * q, q), sums.AsSpan(a * stride));
                Add(xy.Slice(a * s, j + 1), sums.AsSpan((a * stride) + q));
            }

            for (var i = 0; i <= j; i++)
            {
                Add(y.Slice(i * s, j + 1), sums.AsSpan(((q + i) * stride) + q));
            }
        }

        return patients;
    }

    private static void Add(ReadOnlySpan<double> source, Span<double> target)
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] += source[i];
        }
    }

    /// <summary>Upper Cholesky factor of the leading rows.</summary>
    private bool FactorTop(int size, int stride)
    {
        for (var i = 0; i < size; i++)
        {
            var row = factor.AsSpan(i * stride, size);
            var diagonal = sums[(i * stride) + i];
            for (var l = 0; l < i; l++)
            {
                var above = factor.AsSpan(l * stride, size);
                var f = above[i];
                for (var m = i; m < row.Length; m++)
                {
                    row[m] -= f * above[m];
                }
            }

            if (!(row[i] > 1e-10 * diagonal))
            {
                return false;
            }

            var scale = 1 / Math.Sqrt(row[i]);
            for (var m = i; m < row.Length; m++)
            {
                row[m] *= scale;
            }
        }

        return true;
    }

    /// <summary>Turns regressions on earlier visits and residual variances to a covariance.</summary>
    private void Compose(Span<double> sigma)
    {
        int k = data.Visits, s = data.Stride;
        Span<double> row = stackalloc double[RepeatedMeasuresModel.MaximumVisits];
        for (var j = 0; j < k; j++)
        {
            double explained = 0;
            for (var i = 0; i < j; i++)
            {
                double value = 0;
                for (var l = 0; l < j; l++)
                {
                    value += sigma[(j * s) + l] * sigma[(l * s) + i];
                }

                row[i] = value;
                explained += value * sigma[(j * s) + i];
            }

            for (var i = 0; i < j; i++)
            {
                sigma[(j * s) + i] = sigma[(i * s) + j] = row[i];
            }

            sigma[(j * s) + j] += explained;
        }
    }
}
