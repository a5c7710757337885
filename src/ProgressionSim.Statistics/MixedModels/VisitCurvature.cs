using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <summary>First and second derivatives of -2 log restricted likelihood in the elements of the covariance.</summary>
/// <remarks>
/// Element (a, b), b at most a, has number a (a + 1)/2 + b and stands for both places of the symmetric matrix. With W the precision and M the sum of residual
/// products and of the covariance of the fitted means of a pattern of n patients, the derivative is the sum of n W - W M W. Source of the
/// derivatives: Harville,
/// J Am Stat Assoc 72:320-338 (1977), doi:10.1080/01621459.1977.10480998.
/// </remarks>
internal sealed class VisitCurvature(VisitPatterns data, VisitLikelihood likelihood)
{
    private double[] fitted = [];
    private double[] sandwiches = [];
    private double[] residuals = [];
    private double[] work = [];
    private double[] byPair = [];
    private double[] crossed = [];
    private double[] leverage = [];
    private double[] turned = [];
    private double[] shifted = [];
    private double[] shiftProducts = [];
    private double[] saved = [];
    private double[] left = [];
    private double[] right = [];
    private double[] products = [];
    private int[] places = [];
    private int placesFor;

    /// <summary>Gets the derivative as a matrix [visit * Stride + visit].</summary>
    public double[] Slope { get; private set; } = [];

    /// <summary>Gets the curvature [element * Stride(Elements) + element], on and above the diagonal.</summary>
    public double[] Curvature { get; private set; } = [];

    /// <summary>Gets the number of elements of a covariance, K (K + 1)/2.</summary>
    public int Elements => data.Visits * (data.Visits + 1) / 2;

    /// <summary>W M W of a pattern, as of the last call of ComputeSlope.</summary>
    public ReadOnlySpan<double> Sandwich(int pattern) => sandwiches.AsSpan(pattern * data.Square, data.Square);

    /// <summary>Sum of covariates times residuals [covariate * Stride + visit] of a pattern; not 0 for visits not observed.</summary>
    public ReadOnlySpan<double> Residuals(int pattern) => residuals.AsSpan(pattern * data.Covariates * data.Stride, data.Covariates * data.Stride);

    /// <summary>Makes room for a data set.</summary>
    public void Prepare()
    {
        int t = Elements, st = VisitMatrix.Stride(t), rows = data.Count + 1;
        Slope = Room(Slope, data.Square);
        Curvature = Room(Curvature, t * st);
        fitted = Room(fitted, data.Count * data.Square);
        sandwiches = Room(sandwiches, data.Count * data.Square);
        residuals = Room(residuals, data.Count * data.Covariates * data.Stride);
        work = Room(work, 2 * data.Square);
        left = Room(left, rows * t);
        right = Room(right, rows * st);
        products = Room(products, t * st);
        byPair = Room(byPair, data.PairCount * data.Square);
        crossed = Room(crossed, data.Count * data.Square);
        leverage = Room(leverage, data.Count);
        turned = Room(turned, data.Count * data.Covariates * data.Stride);
        shifted = Room(shifted, 2 * data.Effects * st);
        shiftProducts = Room(shiftProducts, data.Covariates * data.Stride * st);
        right.AsSpan().Clear();
        FindLeverage();
        if (placesFor != data.Visits)
        {
            FindPlaces();
        }
    }

    /// <summary>Keeps what the last calls worked out, for Restore.</summary>
    public void Save()
    {
        saved = Room(saved, Curvature.Length + sandwiches.Length);
        Curvature.CopyTo(saved, 0);
        sandwiches.CopyTo(saved, Curvature.Length);
    }

    /// <summary>Brings back what Save kept.</summary>
    public void Restore()
    {
        saved.AsSpan(0, Curvature.Length).CopyTo(Curvature);
        saved.AsSpan(Curvature.Length, sandwiches.Length).CopyTo(sandwiches);
    }

    /// <summary>Works out the slope.</summary>
    public void ComputeSlope()
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, square = data.Square;

        // Sums over a pattern of (mean of the fit)^2 and of its variance are both sums over pairs of covariates.
        var second = byPair.AsSpan(0, data.PairCount * square);
        likelihood.CovarianceByPair.AsSpan(0, second.Length).CopyTo(second);
        AddProducts(second);
        VisitMatrix.Multiply(data.Count, square, data.PairCount, data.Pairs, data.PairCount, 1, second, square, fitted, square);
        VisitMatrix.Multiply(data.Count * k, s, q, data.CrossByVisit, q, 1, likelihood.Coefficients, s, crossed, s);
        var slope = Slope.AsSpan(0, square);
        slope.Clear();
        var moment = work.AsSpan(0, square);
        var half = work.AsSpan(square, square);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            VisitMatrix.Multiply(k, s, q, likelihood.Coefficients, 1, s, data.CrossResponses(pattern), s, half, s);
            Moment(data.Responses(pattern), fitted.AsSpan(pattern * square, square), crossed.AsSpan(pattern * square, square), half, moment);
            var sandwich = sandwiches.AsSpan(pattern * square, square);
            VisitProduct.Multiply(k, k, precision, moment, half);
            VisitProduct.Multiply(k, k, half, precision, sandwich);
            VisitMatrix.AddScaled(slope, data.Counts[pattern], precision);
            VisitMatrix.AddScaled(slope, -1, sandwich);
        }
    }

    /// <summary>Works out the products of covariates and residuals, which the curvature and VisitTangent need.</summary>
    public void ComputeResiduals()
    {
        int q = data.Covariates, s = data.Stride;
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var cross = data.CrossResponses(pattern);
            var residual = residuals.AsSpan(pattern * q * s, q * s);
            VisitMatrix.Multiply(q, s, q, data.CrossCovariates(pattern), q, 1, likelihood.Coefficients, s, residual, s);
            for (var i = 0; i < residual.Length; i++)
            {
                residual[i] = cross[i] - residual[i];
            }
        }
    }

    /// <summary>
    /// Works out a positive curvature to step with, after the slope: that of the likelihood in the coordinates of VisitSearch, with the part from the
    /// covariance of
    /// the fixed effects as if all patterns had the same design.
    /// </summary>
    /// <param name="shifts">Whether to count in that the fixed effects move with the covariance; needs the residuals.</param>
    public void Compute(bool shifts)
    {
        int t = Elements, st = VisitMatrix.Stride(t);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            Pack(Sandwich(pattern), precision, 2, -(data.Counts[pattern] + leverage[pattern]), left.AsSpan(pattern * t, t));
            Pack(precision, precision, 1, 0, right.AsSpan(pattern * st, t));
        }

        // The coordinates' own second derivative, times the slope.
        Pack(Slope, Slope, 4.0 / 3, 0, left.AsSpan(data.Count * t, t));
        Pack(likelihood.Precision, likelihood.Precision, 1, 0, right.AsSpan(data.Count * st, t));
        VisitMatrix.Multiply(t, st, data.Count + 1, left, 1, t, right, st, products, st);
        Gather();
        if (shifts)
        {
            int q = data.Covariates, s = data.Stride;
            for (var pattern = 0; pattern < data.Count; pattern++)
            {
                VisitProduct.Multiply(q, data.Visits, Residuals(pattern), likelihood.PatternPrecision(pattern), turned.AsSpan(pattern * q * s, q * s));
            }

            TakeShifts(2);
        }
    }

    /// <summary>
    /// Fills the curvature with c' (Q - P C P) c of Kenward and Roger for each pair of elements, c a vector of effects given by covariate and visit
    /// [covariate * Stride + visit].
    /// </summary>
    public void ComputeBias(ReadOnlySpan<double> effects)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, t = Elements, st = VisitMatrix.Stride(t), qs = q * s;
        var turn = shiftProducts.AsSpan(0, qs);
        var spread = work.AsSpan(0, data.Square);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            var row = turned.AsSpan(pattern * qs, qs);
            VisitProduct.Multiply(q, k, effects, precision, turn);
            VisitMatrix.Multiply(q, s, q, data.CrossCovariates(pattern), q, 1, turn, s, row, s);
            VisitMatrix.Multiply(k, s, q, turn, 1, s, row, s, spread, s);
            Pack(spread, spread, 1, 0, left.AsSpan(pattern * t, t));
            Pack(precision, precision, 1, 0, right.AsSpan(pattern * st, t));
        }

        VisitMatrix.Multiply(t, st, data.Count, left, 1, t, right, st, products, st);
        Gather();
        TakeShifts(1);
    }

    /// <summary>Works out Fisher's curvature, which is positive everywhere.</summary>
    public void ComputeExpected()
    {
        int t = Elements, st = VisitMatrix.Stride(t);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            Pack(precision, precision, data.Counts[pattern], 0, left.AsSpan(pattern * t, t));
            Pack(precision, precision, 1, 0, right.AsSpan(pattern * st, t));
        }

        VisitMatrix.Multiply(t, st, data.Count, left, 1, t, right, st, products, st);
        Gather();
    }

    /// <summary>Derivative by element of a function whose derivative as a symmetric matrix is given.</summary>
    public void ByElement(ReadOnlySpan<double> matrix, Span<double> vector)
    {
        for (int a = 0, e = 0; a < data.Visits; a++)
        {
            for (var b = 0; b <= a; b++, e++)
            {
                vector[e] = a == b ? matrix[(a * data.Stride) + a] : matrix[(a * data.Stride) + b] + matrix[(b * data.Stride) + a];
            }
        }
    }

    /// <summary>The symmetric matrix with given elements.</summary>
    public void ToMatrix(ReadOnlySpan<double> vector, Span<double> matrix)
    {
        for (int a = 0, e = 0; a < data.Visits; a++)
        {
            for (var b = 0; b <= a; b++, e++)
            {
                matrix[(a * data.Stride) + b] = matrix[(b * data.Stride) + a] = vector[e];
            }
        }
    }

    private static double[] Room(double[] array, int length) => array.Length < length ? new double[Math.Max(length, 2 * array.Length)] : array;

    /// <summary>What the fit of the means takes from the patients of a pattern, by visit, were all patterns of the same design.</summary>
    private void FindLeverage()
    {
        var effects = data.ByVisit + ((data.Covariates - data.ByVisit) / (double)data.Visits);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            double sum = 0, visits = 0;
            for (var j = 0; j < data.Visits; j++)
            {
                if (((data.Masks[pattern] >> j) & 1) != 0)
                {
                    sum += 1 / data.PerVisit[j];
                    visits++;
                }
            }

            leverage[pattern] = data.Counts[pattern] * effects * sum / visits;
        }
    }

    private void AddProducts(Span<double> pairs)
    {
        int k = data.Visits, s = data.Stride, pair = 0;
        var coefficients = likelihood.Coefficients.AsSpan(0, data.Covariates * s);
        for (var a = 0; a < data.Covariates; a++)
        {
            for (var b = 0; b <= a; b++, pair++)
            {
                var block = pairs.Slice(pair * data.Square, data.Square);
                ReadOnlySpan<double> one = coefficients.Slice(a * s, s), other = coefficients.Slice(b * s, s);
                for (var i = 0; i < k; i++)
                {
                    VisitMatrix.AddScaled(block.Slice(i * s, s), one[i], other);
                    if (a != b)
                    {
                        VisitMatrix.AddScaled(block.Slice(i * s, s), other[i], one);
                    }
                }
            }
        }
    }

    private static void Moment(
        ReadOnlySpan<double> observed, ReadOnlySpan<double> means, ReadOnlySpan<double> crossing, ReadOnlySpan<double> crossed, Span<double> moment)
    {
        ref var o0 = ref MemoryMarshal.GetReference(observed[..moment.Length]);
        ref var m0 = ref MemoryMarshal.GetReference(means[..moment.Length]);
        ref var c0 = ref MemoryMarshal.GetReference(crossing[..moment.Length]);
        ref var d0 = ref MemoryMarshal.GetReference(crossed[..moment.Length]);
        ref var target = ref MemoryMarshal.GetReference(moment);
        for (nuint i = 0; i < (nuint)moment.Length; i += 4)
        {
            var value = Vector256.LoadUnsafe(ref o0, i) + Vector256.LoadUnsafe(ref m0, i);
            (value - (Vector256.LoadUnsafe(ref c0, i) + Vector256.LoadUnsafe(ref d0, i))).StoreUnsafe(ref target, i);
        }
    }

    /// <summary>Takes off factor G' C G, with G the sums of covariates x W A u for each element A; turned holds the sums of covariates and u'.</summary>
    private void TakeShifts(double factor)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, t = Elements, st = VisitMatrix.Stride(t), p = data.Effects, qs = q * s;
        VisitMatrix.Multiply(qs, st, data.Count, turned, 1, qs, right, st, shiftProducts, st);
        var own = shifted.AsSpan(0, p * st);
        var times = shifted.AsSpan(p * st, p * st);
        own.Clear();
        for (var c = 0; c < q; c++)
        {
            for (var j = 0; j < k; j++)
            {
                var row = own.Slice((c < data.ByVisit ? (c * k) + j : (data.ByVisit * k) + c - data.ByVisit) * st, t);
                for (int a = 0, e = 0; a < k; a++)
                {
                    var ja = Number(j, a);
                    for (var b = 0; b < a; b++, e++)
                    {
                        row[e] += shiftProducts[(((c * s) + b) * st) + ja] + shiftProducts[(((c * s) + a) * st) + Number(j, b)];
                    }

                    row[e++] += shiftProducts[(((c * s) + a) * st) + ja];
                }
            }
        }

        VisitMatrix.Multiply(p, st, p, likelihood.Covariance, VisitMatrix.Stride(p), 1, own, st, times, st);
        for (var i = 0; i < times.Length; i++)
        {
            times[i] *= -factor;
        }

        VisitMatrix.Multiply(t, st, p, own, 1, st, times, st, Curvature, st, add: true);
    }

    private void Pack(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double f, double g, Span<double> elements)
    {
        int s = data.Stride, e = 0;
        for (var a = 0; a < data.Visits; a++)
        {
            var x = first.Slice(a * s, a + 1);
            var y = second.Slice(a * s, a + 1);
            for (var b = 0; b < x.Length; b++)
            {
                elements[e++] = (f * x[b]) + (g * y[b]);
            }
        }
    }

    /// <summary>
    /// tr(A Z B W) for elements A and B: with Z and W symmetric, Z[a, d] W[b, c] + Z[a, c] W[b, d] and the same with Z and W exchanged, halved for a
    /// diagonal element.
    /// </summary>
    private void Gather()
    {
        int t = Elements, st = VisitMatrix.Stride(t), place = 0;
        for (int a = 0, r = 0; a < data.Visits; a++)
        {
            for (var b = 0; b <= a; b++, r++)
            {
                var factor = a == b ? 0.5 : 1;
                var row = Curvature.AsSpan(r * st, st);
                for (int c = a, e = r; c < data.Visits; c++)
                {
                    for (var d = c == a ? b : 0; d <= c; d++, e++, place += 4)
                    {
                        var at = places.AsSpan(place, 4);
                        row[e] = (products[at[0]] + products[at[1]] + (products[at[2]] + products[at[3]])) * (c == d ? factor / 2 : factor);
                    }
                }
            }
        }
    }

    private void FindPlaces()
    {
        int k = data.Visits, t = Elements, st = VisitMatrix.Stride(t);
        placesFor = k;
        places = new int[2 * t * (t + 1)];
        var place = 0;
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                for (var c = a; c < k; c++)
                {
                    for (var d = c == a ? b : 0; d <= c; d++)
                    {
                        int ad = Number(a, d), bc = Number(b, c), ac = Number(a, c), bd = Number(b, d);
                        places[place++] = (ad * st) + bc;
                        places[place++] = (bc * st) + ad;
                        places[place++] = (ac * st) + bd;
                        places[place++] = (bd * st) + ac;
                    }
                }
            }
        }
    }

    private static int Number(int a, int b) => a >= b ? (a * (a + 1) / 2) + b : (b * (b + 1) / 2) + a;
}
