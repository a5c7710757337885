namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Corrected variance of a contrast.</summary>
/// <remarks>
/// L' (C + 2 C {sum A_ij (Q_ij - P_i C P_j - R_ij/4)} C) L, with A twice the inverse of the observed curvature of -2 log likelihood. R is 0 in linear
/// parameters. Source:
/// Kenward and Roger, Biometrics 53:983-997 (1997), doi:10.2307/2533558.
/// </remarks>
internal sealed class VisitSmallSample(VisitPatterns data, VisitLikelihood likelihood, VisitCurvature curvature, VisitTangent tangent)
{
    private double[] inverse = [];
    private double[] vectors = [];
    private double[] matrices = [];
    private double[] spread = [];

    /// <summary>Corrected variance of the contrast, NaN when the curvature is not positive.</summary>
    /// <param name="contrast">A vector over fixed effects, padded by 0.</param>
    /// <param name="sigma">Covariance that was fitted.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="form">Parameters of the correction.</param>
    /// <remarks>The curvature is left as it was.</remarks>
    public double Variance(ReadOnlySpan<double> contrast, ReadOnlySpan<double> sigma, VisitCovariance structure, KenwardRogerForm form)
    {
        curvature.Save();
        var variance = Corrected(contrast, sigma, structure, form);
        curvature.Restore();
        return variance;
    }

    private static double[] Room(double[] array, int length) => array.Length < length ? new double[Math.Max(length, 2 * array.Length)] : array;

    private double Corrected(ReadOnlySpan<double> contrast, ReadOnlySpan<double> sigma, VisitCovariance structure, KenwardRogerForm form)
    {
        int t = curvature.Elements, st = VisitMatrix.Stride(t), square = data.Square, p = data.Effects, sp = VisitMatrix.Stride(p);
        inverse = Room(inverse, t * st);
        vectors = Room(vectors, Math.Max(2 * st, sp));
        matrices = Room(matrices, 3 * square);
        spread = Room(spread, data.Covariates * data.Stride);
        matrices.AsSpan().Clear();
        inverse.AsSpan().Clear();
        spread.AsSpan().Clear();
        curvature.ComputeSlope();
        curvature.ComputeResiduals();
        var slope = matrices.AsSpan(2 * square, square);
        var variance = tangent.Variance(contrast, slope);
        FillCurvature();
        if (structure == VisitCovariance.Unstructured && !double.IsFinite(VisitInverse.Invert(inverse.AsSpan(0, t * st), t, 0)))
        {
            return double.NaN;
        }

        VisitMatrix.Multiply(1, sp, p, contrast, 0, 1, likelihood.Covariance, sp, vectors, 0);
        likelihood.ExpandVector(vectors, spread);
        curvature.ComputeBias(spread);
        if (structure == VisitCovariance.CompoundSymmetry)
        {
            return variance + CompoundSymmetryBias();
        }

        double sum = 0;
        for (var i = 0; i < t; i++)
        {
            for (var j = i; j < t; j++)
            {
                sum += (i == j ? 1 : 2) * 2 * inverse[(i * st) + j] * curvature.Curvature[(i * st) + j];
            }
        }

        var bend = form == KenwardRogerForm.Linear ? 0 : VisitCholesky.Bend(inverse, sigma, data.Visits, slope);
        return variance + (2 * sum) - (bend / 2);
    }

    /// <summary>The exact curvature, column by column.</summary>
    private void FillCurvature()
    {
        int t = curvature.Elements, st = VisitMatrix.Stride(t), square = data.Square;
        var unit = vectors.AsSpan(0, t);
        var column = vectors.AsSpan(st, t);
        var along = matrices.AsSpan(square, square);
        for (var e = 0; e < t; e++)
        {
            unit.Clear();
            unit[e] = 1;
            curvature.ToMatrix(unit, matrices);
            tangent.Along(matrices.AsSpan(0, square), along);
            curvature.ByElement(along, column);
            for (var i = 0; i < t; i++)
            {
                inverse[(i * st) + e] += column[i] / 2;
                inverse[(e * st) + i] += column[i] / 2;
            }
        }
    }

    private double CompoundSymmetryBias()
    {
        var (h11, h12, h22) = Sums(inverse, upper: false);
        var (b11, b12, b22) = Sums(curvature.Curvature, upper: true);
        var determinant = (h11 * h22) - (h12 * h12);
        return determinant > 0 ? 4 / determinant * ((h22 * b11) - (2 * h12 * b12) + (h11 * b22)) : double.NaN;
    }

    /// <summary>A matrix over elements in the two parameters of compound symmetry: the covariance, and the variance less the covariance.</summary>
    private (double All, double Cross, double Own) Sums(ReadOnlySpan<double> matrix, bool upper)
    {
        int t = curvature.Elements, st = VisitMatrix.Stride(t);
        double all = 0, cross = 0, own = 0;
        for (var i = 0; i < t; i++)
        {
            for (var j = 0; j < t; j++)
            {
                var value = upper && j < i ? matrix[(j * st) + i] : matrix[(i * st) + j];
                all += value;
                cross += IsDiagonal(j) ? value : 0;
                own += IsDiagonal(i) && IsDiagonal(j) ? value : 0;
            }
        }

        return (all, cross, own);
    }

    private static bool IsDiagonal(int element)
    {
        var a = 0;
        while (((a + 1) * (a + 2) / 2) - 1 < element)
        {
            a++;
        }

        return ((a + 1) * (a + 2) / 2) - 1 == element;
    }
}
