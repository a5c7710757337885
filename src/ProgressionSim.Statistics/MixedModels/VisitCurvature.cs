namespace ProgressionSim.Statistics.MixedModels;

/// <summary>First and second derivatives of -2 log restricted likelihood in the elements of the covariance.</summary>
/// <remarks>
/// Element (a, b), b at most a, has number a (a + 1)/2 + b and stands for both places of the symmetric matrix. With W the precision and M the sum of residual
/// products and of the covariance of the fitted means of a pattern of n patients, the derivative is the sum of n W - W M W. Source of the derivatives: Harville,
/// J Am Stat Assoc 72:320-338 (1977), doi:10.1080/01621459.1977.10480998.
/// </remarks>
internal sealed class VisitCurvature(VisitPatterns data, VisitLikelihood likelihood)
{
    private double[] fitted = [];
    private double[] sandwiches = [];
    private double[] residuals = [];
    private double[] work = [];
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

    /// <summary>W M W of a pattern, as of the last call of Compute.</summary>
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
        right.AsSpan().Clear();
        if (placesFor != data.Visits)
        {
            FindPlaces();
        }
    }

    /// <summary>
    /// Works out the slope and a positive curvature to step with: that of the likelihood, with the part from the estimation of fixed effects taken as if all
    /// patterns had the same design, in the coordinates (see VisitSearch) in which complete data have no third derivative; or, if expected, Fisher's.
    /// </summary>
    public void Compute(bool expected)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, square = data.Square, t = Elements, st = VisitMatrix.Stride(t);
        VisitMatrix.Multiply(data.Count, square, data.PairCount, data.Pairs, data.PairCount, 1, likelihood.CovarianceByPair, square, fitted, square);
        Slope.AsSpan(0, square).Clear();
        var moment = work.AsSpan(0, square);
        var half = work.AsSpan(square, square);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            var cross = data.CrossResponses(pattern);
            var residual = residuals.AsSpan(pattern * q * s, q * s);
            var means = fitted.AsSpan(pattern * square, square);
            VisitMatrix.Multiply(q, s, q, data.CrossCovariates(pattern), q, 1, likelihood.Coefficients, s, residual, s);
            for (var i = 0; i < residual.Length; i++)
            {
                residual[i] = cross[i] - residual[i];
            }

            VisitMatrix.Multiply(k, s, q, likelihood.Coefficients, 1, s, cross, s, moment, s);
            VisitMatrix.Multiply(k, s, q, residual, 1, s, likelihood.Coefficients, s, moment, s, add: true);
            var spread = VisitMatrix.Dot(precision, means) / System.Numerics.BitOperations.PopCount((uint)data.Masks[pattern]);
            var observed = data.Responses(pattern);
            for (var i = 0; i < moment.Length; i++)
            {
                moment[i] = observed[i] - moment[i] + means[i];
            }

            var sandwich = sandwiches.AsSpan(pattern * square, square);
            VisitMatrix.Multiply(k, s, k, precision, s, 1, moment, s, half, s);
            VisitMatrix.Multiply(k, s, k, half, s, 1, precision, s, sandwich, s);
            var n = data.Counts[pattern];
            VisitMatrix.AddScaled(Slope.AsSpan(0, square), n, precision);
            VisitMatrix.AddScaled(Slope.AsSpan(0, square), -1, sandwich);
            Pack(sandwich, precision, expected ? 0 : 2, expected ? n : -(n + spread), left.AsSpan(pattern * t, t));
            Pack(precision, precision, 1, 0, right.AsSpan(pattern * st, t));
        }

        // The coordinates' own second derivative, times the slope.
        Pack(Slope, Slope, expected ? 0 : 4.0 / 3, 0, left.AsSpan(data.Count * t, t));
        Pack(likelihood.Precision, likelihood.Precision, 1, 0, right.AsSpan(data.Count * st, t));
        VisitMatrix.Multiply(t, st, data.Count + 1, left, 1, t, right, st, products, st);
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
                row.Clear();
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
