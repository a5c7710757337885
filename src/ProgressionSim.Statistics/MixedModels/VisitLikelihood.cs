using System.Numerics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Generalised least squares and the restricted likelihood of the repeated measures model at a covariance.</summary>
/// <remarks>
/// Fixed effects are ordered [covariate * K + visit] for covariates with an effect by visit, then one number for each of the others.
/// "By pair" arrays hold a padded visit by visit matrix for each pair of covariates, as if every covariate acted by visit.
/// </remarks>
internal sealed class VisitLikelihood(VisitPatterns data)
{
    private double[] precisions = [];
    private double[] logarithms = [];
    private double[] byPair = [];
    private double[] byCovariate = [];
    private double[] scratch = [];

    /// <summary>Gets the inverse of the covariance [visit * Stride + visit].</summary>
    public double[] Precision { get; private set; } = [];

    /// <summary>Gets the covariance of the fixed effects [effect * Stride(Effects) + effect].</summary>
    public double[] Covariance { get; private set; } = [];

    /// <summary>Gets the fixed effects.</summary>
    public double[] Effects { get; private set; } = [];

    /// <summary>Gets the fixed effects by covariate and visit [covariate * Stride + visit], padded by 0.</summary>
    public double[] Coefficients { get; private set; } = [];

    /// <summary>Gets the covariance of the fixed effects by pair of covariates; for unlike covariates the sum with its transpose.</summary>
    public double[] CovarianceByPair { get; private set; } = [];

    /// <summary>Gets -2 times the logarithm of the restricted likelihood, with the constant (observations - effects) log 2 pi.</summary>
    public double Deviance { get; private set; }

    /// <summary>Gets a value indicating whether the design, not the covariance, was the reason that Evaluate gave false.</summary>
    public bool Singular { get; private set; }

    /// <summary>Precision of the observed visits of a pattern, 0 in rows and columns of the others.</summary>
    public ReadOnlySpan<double> PatternPrecision(int pattern) => precisions.AsSpan(pattern * data.Square, data.Square);

    /// <summary>Precisions of all patterns.</summary>
    public ReadOnlySpan<double> PatternPrecisions => precisions.AsSpan(0, data.Count * data.Square);

    /// <summary>Makes room for a data set.</summary>
    public void Prepare()
    {
        int q = data.Covariates, s = data.Stride, p = data.Effects, sp = VisitMatrix.Stride(p);
        Precision = Room(Precision, data.Square);
        precisions = Room(precisions, data.Count * data.Square);
        logarithms = Room(logarithms, data.Count);
        byPair = Room(byPair, data.PairCount * data.Square);
        byCovariate = Room(byCovariate, q * s);
        Covariance = Room(Covariance, p * sp);
        Effects = Room(Effects, sp);
        Coefficients = Room(Coefficients, q * s);
        CovarianceByPair = Room(CovarianceByPair, data.PairCount * data.Square);
        scratch = Room(scratch, (2 * sp) + (2 * s));
        Covariance.AsSpan().Clear();
        Coefficients.AsSpan().Clear();
        CovarianceByPair.AsSpan().Clear();
    }

    /// <summary>Works everything out at a covariance [visit * Stride + visit].</summary>
    /// <returns>False when the covariance is not positive definite or the effects cannot be told apart.</returns>
    public bool Evaluate(ReadOnlySpan<double> sigma)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, p = data.Effects, square = data.Square;
        sigma[..square].CopyTo(Precision);
        var logarithm = VisitInverse.Invert(Precision.AsSpan(0, square), k, 1e-12);
        Singular = false;
        if (!double.IsFinite(logarithm))
        {
            return false;
        }

        byCovariate.AsSpan(0, q * s).Clear();
        double deviance = 0, weighted = 0;
        var all = (1 << k) - 1;
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            // From the pattern with the fewest more visits, whose turn came before, or from the covariance of all.
            var precision = precisions.AsSpan(pattern * square, square);
            var parent = data.Parents[pattern];
            var from = parent < 0 ? Precision.AsSpan(0, square) : precisions.AsSpan(parent * square, square);
            from.CopyTo(precision);
            var pivots = 1.0;
            for (var more = (parent < 0 ? all : data.Masks[parent]) & ~data.Masks[pattern]; more != 0; more &= more - 1)
            {
                pivots *= VisitMatrix.Drop(precision, k, s, BitOperations.TrailingZeroCount(more), scratch);
            }

            logarithms[pattern] = (parent < 0 ? logarithm : logarithms[parent]) + Math.Log(pivots);
            deviance += data.Counts[pattern] * logarithms[pattern];
            weighted += VisitMatrix.Dot(precision, data.Responses(pattern));
            VisitProduct.Multiply(q, k, data.CrossResponses(pattern), precision, byCovariate, add: true);
        }

        VisitMatrix.Multiply(data.PairCount, square, data.Count, data.Pairs, 1, data.PairCount, precisions, square, byPair, square);
        Contract(byPair, Covariance);
        var information = VisitInverse.Invert(Covariance.AsSpan(0, p * VisitMatrix.Stride(p)), p, 1e-11);
        if (!double.IsFinite(information))
        {
            Singular = true;
            return false;
        }

        var right = scratch.AsSpan(0, VisitMatrix.Stride(p));
        ContractVector(byCovariate, right);
        var effects = Effects.AsSpan(0, right.Length);
        VisitMatrix.Multiply(1, effects.Length, p, right, 0, 1, Covariance, effects.Length, effects, 0);
        for (var e = 0; e < p; e++)
        {
            weighted -= effects[e] * right[e];
        }

        ExpandVector(effects, Coefficients);
        Expand(Covariance, CovarianceByPair);
        Deviance = deviance + weighted + information + ((data.Observations - p) * Math.Log(2 * Math.PI));
        return double.IsFinite(Deviance);
    }

    /// <summary>Sums a by-pair array to a matrix over fixed effects, in full.</summary>
    public void Contract(ReadOnlySpan<double> pairs, Span<double> matrix)
    {
        int k = data.Visits, s = data.Stride, sp = VisitMatrix.Stride(data.Effects), v = data.ByVisit;
        var pair = 0;
        for (var a = 0; a < data.Covariates; a++)
        {
            for (var b = 0; b <= a; b++, pair++)
            {
                var block = pairs.Slice(pair * data.Square, data.Square);
                if (a < v)
                {
                    for (var i = 0; i < k; i++)
                    {
                        block.Slice(i * s, k).CopyTo(matrix[((((a * k) + i) * sp) + (b * k))..]);
                        if (a != b)
                        {
                            block.Slice(i * s, k).CopyTo(matrix[((((b * k) + i) * sp) + (a * k))..]);
                        }
                    }

                    continue;
                }

                var row = (v * k) + a - v;
                double total = 0;
                for (var i = 0; i < k; i++)
                {
                    double sum = 0;
                    for (var j = 0; j < k; j++)
                    {
                        sum += block[(i * s) + j];
                    }

                    total += sum;
                    if (b < v)
                    {
                        matrix[(row * sp) + (b * k) + i] = matrix[(((b * k) + i) * sp) + row] = sum;
                    }
                }

                if (b >= v)
                {
                    var column = (v * k) + b - v;
                    matrix[(row * sp) + column] = matrix[(column * sp) + row] = total;
                }
            }
        }
    }

    /// <summary>Sums an array over covariates and visits to a vector over fixed effects.</summary>
    public void ContractVector(ReadOnlySpan<double> rows, Span<double> vector)
    {
        int k = data.Visits, s = data.Stride, v = data.ByVisit;
        for (var a = 0; a < data.Covariates; a++)
        {
            var row = rows.Slice(a * s, k);
            if (a < v)
            {
                row.CopyTo(vector[(a * k)..]);
                continue;
            }

            double sum = 0;
            foreach (var value in row)
            {
                sum += value;
            }

            vector[(v * k) + a - v] = sum;
        }
    }

    /// <summary>Spreads a vector over fixed effects to covariates and visits.</summary>
    public void ExpandVector(ReadOnlySpan<double> vector, Span<double> rows)
    {
        int k = data.Visits, s = data.Stride, v = data.ByVisit;
        for (var a = 0; a < data.Covariates; a++)
        {
            if (a < v)
            {
                vector.Slice(a * k, k).CopyTo(rows[(a * s)..]);
            }
            else
            {
                rows.Slice(a * s, k).Fill(vector[(v * k) + a - v]);
            }
        }
    }

    /// <summary>Spreads a symmetric matrix over fixed effects to a by-pair array; for unlike covariates the sum with its transpose.</summary>
    public void Expand(ReadOnlySpan<double> matrix, Span<double> pairs)
    {
        int k = data.Visits, s = data.Stride, sp = VisitMatrix.Stride(data.Effects), v = data.ByVisit;
        var pair = 0;
        for (var a = 0; a < data.Covariates; a++)
        {
            for (var b = 0; b <= a; b++, pair++)
            {
                var block = pairs.Slice(pair * data.Square, data.Square);
                if (a < v)
                {
                    ExpandByVisit(matrix, a, b, block);
                    continue;
                }

                for (var i = 0; i < k; i++)
                {
                    var row = (v * k) + a - v;
                    var other = b < v ? (b * k) + i : (v * k) + b - v;
                    var target = block.Slice(i * s, k);
                    for (var j = 0; j < target.Length; j++)
                    {
                        var column = b < v ? (b * k) + j : (v * k) + b - v;
                        target[j] = a == b ? matrix[(row * sp) + column] : matrix[(row * sp) + column] + matrix[(other * sp) + row];
                    }
                }
            }
        }
    }

    /// <summary>The block of two covariates that both act by visit.</summary>
    private void ExpandByVisit(ReadOnlySpan<double> matrix, int a, int b, Span<double> block)
    {
        int k = data.Visits, s = data.Stride, sp = VisitMatrix.Stride(data.Effects);
        for (var i = 0; i < k; i++)
        {
            var target = block.Slice(i * s, k);
            var own = matrix.Slice((((a * k) + i) * sp) + (b * k), k);
            if (a == b)
            {
                own.CopyTo(target);
                continue;
            }

            var other = matrix.Slice((((b * k) + i) * sp) + (a * k), k);
            for (var j = 0; j < target.Length; j++)
            {
                target[j] = own[j] + other[j];
            }
        }
    }

    private static double[] Room(double[] array, int length) => array.Length < length ? new double[Math.Max(length, 2 * array.Length)] : array;
}
