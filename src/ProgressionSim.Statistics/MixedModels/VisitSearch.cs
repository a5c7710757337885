namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Finds the covariance of greatest restricted likelihood, within all covariances or those of compound symmetry.</summary>
/// <remarks>
/// Newton steps. A step D from S is taken as (I - D S^-1/3)^-3 S: S stays positive definite for any step of relative length below 3, and for complete data
/// (log|S| + tr(A S^-1)) the third derivative at the optimum vanishes in these coordinates, as that of log s + 1/s does in s^(-1/3), so that steps
/// converge with order 3.
/// </remarks>
internal sealed class VisitSearch(VisitPatterns data, VisitLikelihood likelihood, VisitCurvature curvature, VisitTangent tangent)
{
    private const int MaximumIterations = 100;
    private const int MaximumHalvings = 30;

    /// <summary>Steps end when the relative distance that is left, foretold from the last two steps, is below this.</summary>
    private const double Tolerance = 1e-8;

    /// <summary>After a whole step shorter than this its curvature serves for the steps that follow.</summary>
    private const double SettledLength = 0.03;

    private double[] sigma = [];
    private double[] previous = [];
    private double[] direction = [];
    private double[] work = [];
    private double[] step = [];
    private bool exact;
    private bool settled;

    /// <summary>Gets the covariance [visit * Stride + visit].</summary>
    public ReadOnlySpan<double> Sigma => sigma.AsSpan(0, data.Square);

    /// <summary>Gets the steps taken.</summary>
    public int Iterations { get; private set; }

    /// <summary>Gets a value indicating whether the last curvature could be factored, as Solve needs.</summary>
    public bool Factored { get; private set; }

    /// <summary>Makes room for a data set.</summary>
    public void Prepare()
    {
        var square = data.Square;
        sigma = Room(sigma, square);
        previous = Room(previous, square);
        direction = Room(direction, square);
        work = Room(work, 4 * square);
        step = Room(step, VisitMatrix.Stride(curvature.Elements));
        work.AsSpan().Clear();
        direction.AsSpan().Clear();
    }

    /// <summary>The covariance, to be filled with a start.</summary>
    public Span<double> Start() => sigma.AsSpan(0, data.Square);

    /// <summary>Runs from the start; true when it converged.</summary>
    public bool Run(VisitCovariance structure)
    {
        var square = data.Square;
        Iterations = 0;
        Factored = exact = settled = false;
        if (!likelihood.Evaluate(Sigma))
        {
            return false;
        }

        double lastLength = 1;
        while (Iterations < MaximumIterations)
        {
            if (!(structure == VisitCovariance.Unstructured ? Unstructured() : CompoundSymmetry()))
            {
                return false;
            }

            Iterations++;
            var length = RelativeLength();
            if (!double.IsFinite(length))
            {
                return false;
            }

            var scale = length > 1 ? 1 / length : 1;
            var whole = scale == 1;
            Sigma.CopyTo(previous);
            var before = likelihood.Deviance;
            var halvings = 0;
            while (true)
            {
                if (Retract(scale) && likelihood.Evaluate(Sigma) && likelihood.Deviance <= before + (1e-10 * (1 + Math.Abs(before))))
                {
                    break;
                }

                if (++halvings > MaximumHalvings)
                {
                    return false;
                }

                whole = false;
                scale /= 2;
            }

            settled = exact && whole && length < SettledLength;
            if (whole && length * Math.Min(length / lastLength, 1) < Tolerance)
            {
                return true;
            }

            lastLength = whole ? length : 1;
        }

        return false;
    }

    /// <summary>Solves (last unstructured curvature) x = b in place.</summary>
    public void Solve(Span<double> vector) => VisitMatrix.Solve(curvature.Curvature, curvature.Elements, vector);

    /// <summary>Exact curvature in the two parameters of compound symmetry: the covariance, and the variance less the covariance.</summary>
    public (double Covariance, double Cross, double Own) CompoundSymmetryCurvature()
    {
        int k = data.Visits, s = data.Stride;
        var along = work.AsSpan(0, data.Square);
        var unit = work.AsSpan(data.Square, data.Square);
        Fill(unit, 1, 0);
        tangent.Along(unit, along);
        var (all, _) = Project(along);
        Fill(unit, 0, 1);
        tangent.Along(unit, along);
        var (cross, rest) = Project(along);
        return (all, cross, rest);
    }

    /// <summary>Derivatives in the two parameters of compound symmetry from that in the covariance.</summary>
    public (double Covariance, double Own) Project(ReadOnlySpan<double> matrix)
    {
        double all = 0, rest = 0;
        for (var a = 0; a < data.Visits; a++)
        {
            rest += matrix[(a * data.Stride) + a];
            for (var b = 0; b < data.Visits; b++)
            {
                all += matrix[(a * data.Stride) + b];
            }
        }

        return (all, rest);
    }

    private static double[] Room(double[] array, int length) => array.Length < length ? new double[Math.Max(length, 2 * array.Length)] : array;

    private void Fill(Span<double> matrix, double covariance, double rest)
    {
        for (var a = 0; a < data.Visits; a++)
        {
            matrix.Slice(a * data.Stride, data.Visits).Fill(covariance);
            matrix[(a * data.Stride) + a] += rest;
        }
    }

    private bool Unstructured()
    {
        curvature.ComputeSlope();
        if (!settled && !Curve())
        {
            return false;
        }

        var vector = step.AsSpan(0, curvature.Elements);
        curvature.ByElement(curvature.Slope, vector);
        Solve(vector);
        foreach (ref var value in vector)
        {
            value = -value;
        }

        curvature.ToMatrix(vector, direction);
        return true;
    }

    /// <summary>Factors a curvature at the covariance at hand; near the end of the search it is kept.</summary>
    private bool Curve()
    {
        var near = Iterations > 0;
        if (near)
        {
            curvature.ComputeResiduals();
        }

        curvature.Compute(shifts: near);
        Factored = VisitMatrix.Factor(curvature.Curvature, curvature.Elements);
        exact = near && Factored;
        if (!Factored)
        {
            curvature.ComputeExpected();
            return VisitMatrix.Factor(curvature.Curvature, curvature.Elements);
        }

        return true;
    }

    private bool CompoundSymmetry()
    {
        curvature.ComputeSlope();
        curvature.ComputeResiduals();
        var (g1, g2) = Project(curvature.Slope);
        var (h11, h12, h22) = CompoundSymmetryCurvature();
        var extra = Coordinates();
        double a = h11 + extra.Covariance, b = h12 + extra.Cross, c = h22 + extra.Own;
        var determinant = (a * c) - (b * b);
        if (!(a > 0) || !(determinant > 0))
        {
            // Fisher's curvature: that of complete patterns' counts.
            (a, b, c) = Expected();
            determinant = (a * c) - (b * b);
        }

        if (!(determinant > 0))
        {
            return false;
        }

        Fill(direction, -((c * g1) - (b * g2)) / determinant, -((a * g2) - (b * g1)) / determinant);
        return true;
    }

    /// <summary>The coordinates' own part of the curvature: 4/3 tr(slope A W B) for the two parameters.</summary>
    private (double Covariance, double Cross, double Own) Coordinates()
    {
        int k = data.Visits, s = data.Stride;
        var product = work.AsSpan(0, data.Square);
        VisitMatrix.Multiply(k, s, k, curvature.Slope, s, 1, likelihood.Precision, s, product, s);
        var (slopeAll, _) = Project(curvature.Slope);
        var (precisionAll, _) = Project(likelihood.Precision);
        var (cross, trace) = Project(product);
        return (4.0 / 3 * slopeAll * precisionAll, 4.0 / 3 * cross, 4.0 / 3 * trace);
    }

    private (double Covariance, double Cross, double Own) Expected()
    {
        int k = data.Visits, s = data.Stride;
        var product = work.AsSpan(0, data.Square);
        double a = 0, b = 0, c = 0;
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            VisitMatrix.Multiply(k, s, k, precision, s, 1, precision, s, product, s);
            var (all, _) = Project(precision);
            var (cross, trace) = Project(product);
            a += data.Counts[pattern] * all * all;
            b += data.Counts[pattern] * cross;
            c += data.Counts[pattern] * trace;
        }

        return (a, b, c);
    }

    /// <summary>Length of the step against the covariance: root of tr(W D W D).</summary>
    private double RelativeLength()
    {
        int k = data.Visits, s = data.Stride, square = data.Square;
        var half = work.AsSpan(0, square);
        VisitMatrix.Multiply(k, s, k, likelihood.Precision, s, 1, direction, s, half, s);
        double sum = 0;
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++)
            {
                sum += half[(a * s) + b] * half[(b * s) + a];
            }
        }

        return Math.Sqrt(Math.Max(sum, 0));
    }

    /// <summary>Moves from the previous covariance by a part of the direction.</summary>
    private bool Retract(double scale)
    {
        int k = data.Visits, s = data.Stride, square = data.Square;
        var inverse = work.AsSpan(0, square);
        var turn = work.AsSpan(square, square);
        var once = work.AsSpan(2 * square, square);
        for (var i = 0; i < square; i++)
        {
            inverse[i] = previous[i] - (scale / 3 * direction[i]);
        }

        if (!double.IsFinite(VisitInverse.Invert(inverse, k, 0)))
        {
            return false;
        }

        // With T = S (S - D/3)^-1: the new covariance is T (T S) T'.
        VisitMatrix.Multiply(k, s, k, previous, s, 1, inverse, s, turn, s);
        VisitMatrix.Multiply(k, s, k, turn, s, 1, previous, s, once, s);
        VisitMatrix.Multiply(k, s, k, turn, s, 1, once, s, inverse, s);
        sigma.AsSpan(0, square).Clear();
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                double value = 0;
                for (var l = 0; l < k; l++)
                {
                    value += inverse[(a * s) + l] * turn[(b * s) + l];
                }

                sigma[(a * s) + b] = sigma[(b * s) + a] = value;
            }
        }

        return true;
    }
}
