namespace ProgressionSim.Statistics.MixedModels;

/// <summary>How estimates and the slope of the likelihood move with the covariance, exactly, in one direction at a time.</summary>
internal sealed class VisitTangent(VisitPatterns data, VisitLikelihood likelihood, VisitCurvature curvature)
{
    private double[] turned = [];
    private double[] moved = [];
    private double[] byPair = [];
    private double[] means = [];
    private double[] byCovariate = [];
    private double[] matrix = [];
    private double[] product = [];
    private double[] effects = [];
    private double[] work = [];

    /// <summary>Makes room for a data set.</summary>
    public void Prepare()
    {
        int p = data.Effects, sp = VisitMatrix.Stride(p), all = data.Count * data.Square;
        turned = Room(turned, all);
        moved = Room(moved, all);
        means = Room(means, all);
        byPair = Room(byPair, data.PairCount * data.Square);
        byCovariate = Room(byCovariate, 2 * data.Covariates * data.Stride);
        matrix = Room(matrix, p * sp);
        product = Room(product, p * sp);
        effects = Room(effects, 2 * sp);
        work = Room(work, Math.Max(3 * data.Square, data.Covariates * data.Stride));
        matrix.AsSpan().Clear();
        byPair.AsSpan().Clear();
        byCovariate.AsSpan().Clear();
    }

    /// <summary>
    /// Derivative of the slope along a symmetric matrix, after ComputeSlope and ComputeResiduals of VisitCurvature; all [visit * Stride + visit].
    /// </summary>
    public void Along(ReadOnlySpan<double> direction, Span<double> result)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, square = data.Square, p = data.Effects, sp = VisitMatrix.Stride(p);
        var shift = byCovariate.AsSpan(0, q * s);
        shift.Clear();
        var half = work.AsSpan(0, square);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            var turn = turned.AsSpan(pattern * square, square);
            VisitProduct.Multiply(k, k, precision, direction, half);
            VisitProduct.Multiply(k, k, half, precision, turn);
            VisitProduct.Multiply(k, k, half, curvature.Sandwich(pattern), moved.AsSpan(pattern * square, square));
            VisitProduct.Multiply(q, k, curvature.Residuals(pattern), turn, shift, add: true);
        }

        // Covariance of the fixed effects moves by C T C, they themselves by -C times the shift of the residuals' products.
        VisitMatrix.Multiply(data.PairCount, square, data.Count, data.Pairs, 1, data.PairCount, turned, square, byPair, square);
        likelihood.Contract(byPair, matrix);
        VisitMatrix.Multiply(p, sp, p, likelihood.Covariance, sp, 1, matrix, sp, product, sp);
        VisitMatrix.Multiply(p, sp, p, product, sp, 1, likelihood.Covariance, sp, matrix, sp);
        likelihood.Expand(matrix, byPair);
        var change = effects.AsSpan(0, sp);
        likelihood.ContractVector(shift, change);
        VisitMatrix.Multiply(1, sp, p, change, 0, 1, likelihood.Covariance, sp, effects.AsSpan(sp, sp), 0);
        likelihood.ExpandVector(effects.AsSpan(sp, sp), shift);

        VisitMatrix.Multiply(data.Count, square, data.PairCount, data.Pairs, data.PairCount, 1, byPair, square, means, square);
        result[..square].Clear();
        var outer = work.AsSpan(square, square);
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            var precision = likelihood.PatternPrecision(pattern);
            var mean = means.AsSpan(pattern * square, square);
            VisitMatrix.Multiply(k, s, q, shift, 1, s, curvature.Residuals(pattern), s, outer, s);
            VisitMatrix.AddScaled(mean, 2, outer);
            VisitProduct.Multiply(k, k, precision, mean, half);
            VisitProduct.Multiply(k, k, half, precision, outer);
            VisitMatrix.AddScaled(result[..square], -1, outer);
            VisitMatrix.AddScaled(result[..square], -data.Counts[pattern], turned.AsSpan(pattern * square, square));
            VisitMatrix.AddScaled(result[..square], 2, moved.AsSpan(pattern * square, square));
        }

        // Products that stand for the sum with their transpose were taken twice.
        Symmetrise(result);
    }

    /// <summary>Variance of a contrast of the fixed effects, and its derivative in the covariance as a matrix.</summary>
    /// <param name="contrast">A vector over fixed effects, padded by 0.</param>
    /// <param name="result">Derivative [visit * Stride + visit].</param>
    public double Variance(ReadOnlySpan<double> contrast, Span<double> result)
    {
        int k = data.Visits, q = data.Covariates, s = data.Stride, square = data.Square, p = data.Effects, sp = VisitMatrix.Stride(p);
        var weights = effects.AsSpan(0, sp);
        VisitMatrix.Multiply(1, sp, p, contrast, 0, 1, likelihood.Covariance, sp, weights, 0);
        var spread = byCovariate.AsSpan(0, q * s);
        var turn = work.AsSpan(0, q * s);
        var half = byCovariate.AsSpan(q * s, q * s);
        likelihood.ExpandVector(weights, spread);
        result[..square].Clear();
        for (var pattern = 0; pattern < data.Count; pattern++)
        {
            VisitProduct.Multiply(q, k, spread, likelihood.PatternPrecision(pattern), turn);
            VisitMatrix.Multiply(q, s, q, data.CrossCovariates(pattern), q, 1, turn, s, half, s);
            VisitMatrix.Multiply(k, s, q, turn, 1, s, half, s, result, s, add: true);
        }

        return VisitMatrix.Dot(contrast[..sp], weights);
    }

    private static double[] Room(double[] array, int length) => array.Length < length ? new double[Math.Max(length, 2 * array.Length)] : array;

    private void Symmetrise(Span<double> target)
    {
        int k = data.Visits, s = data.Stride;
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < a; b++)
            {
                target[(a * s) + b] = target[(b * s) + a] = (target[(a * s) + b] + target[(b * s) + a]) / 2;
            }
        }
    }
}
