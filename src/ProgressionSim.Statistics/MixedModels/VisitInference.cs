namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Degrees of freedom of a contrast after a fit.</summary>
/// <remarks>
/// Satterthwaite: 2 v^2 / (g' A g), v the variance of the contrast, g its derivative in the covariance parameters and A twice the inverse of the curvature of
/// -2 log likelihood, the observed one. Sources: Giesbrecht and Burns, Biometrics 41:477-486 (1985), doi:10.2307/2530872; Fai and Cornelius,
/// J Stat Comput Simul 54:363-378 (1996), doi:10.1080/00949659608811740.
/// </remarks>
internal sealed class VisitInference(VisitPatterns data, VisitCurvature curvature, VisitTangent tangent, VisitSearch search)
{
    private const int MaximumSolves = 200;
    private double[] matrices = [];
    private double[] vectors = [];
    private double[] contrast = [];

    /// <summary>Gets the contrast of the last difference, a vector over fixed effects padded by 0.</summary>
    public ReadOnlySpan<double> Contrast => contrast.AsSpan(0, VisitMatrix.Stride(data.Effects));

    /// <summary>Makes room for a data set.</summary>
    public void Prepare()
    {
        matrices = Room(matrices, 2 * data.Square);
        vectors = Room(vectors, 4 * curvature.Elements);
        contrast = Room(contrast, VisitMatrix.Stride(data.Effects));
        matrices.AsSpan().Clear();
    }

    /// <summary>Variance of the difference between groups at a visit and its degrees of freedom (NaN when the curvature is not positive).</summary>
    public (double Variance, double DegreesOfFreedom) OfDifference(int visit, VisitCovariance structure)
    {
        contrast.AsSpan().Clear();
        contrast[data.Visits + visit] = 1;
        curvature.ComputeResiduals();
        var slope = matrices.AsSpan(0, data.Square);
        var variance = tangent.Variance(contrast, slope);
        var form = structure == VisitCovariance.Unstructured ? InverseForm(slope) : CompoundSymmetryForm(slope);
        return (variance, form > 0 ? variance * variance / form : double.NaN);
    }

    private static double[] Room(double[] array, int length) => array.Length < length ? new double[Math.Max(length, 2 * array.Length)] : array;

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private double CompoundSymmetryForm(ReadOnlySpan<double> slope)
    {
        var (g1, g2) = search.Project(slope);
        var (a, b, c) = search.CompoundSymmetryCurvature();
        var determinant = (a * c) - (b * b);
        return a > 0 && determinant > 0 ? ((c * g1 * g1) - (2 * b * g1 * g2) + (a * g2 * g2)) / determinant : double.NaN;
    }

    /// <summary>g' H^-1 g with the exact curvature H.</summary>
    /// <remarks>
    /// Conjugate gradients, preconditioned by the curvature that the search steps with, which differs from H by about (effects of a visit)/patients:
    /// one product with
    /// H gives the form to the third power of that, as the rest beyond the last step is added from the preconditioner.
    /// </remarks>
    private double InverseForm(ReadOnlySpan<double> slope)
    {
        if (!search.Factored)
        {
            return double.NaN;
        }

        var t = curvature.Elements;
        var residual = vectors.AsSpan(0, t);
        var solved = vectors.AsSpan(t, t);
        var path = vectors.AsSpan(2 * t, t);
        var image = vectors.AsSpan(3 * t, t);
        curvature.ByElement(slope, residual);
        residual.CopyTo(solved);
        search.Solve(solved);
        solved.CopyTo(path);
        double rho = Dot(residual, solved), form = 0, first = rho;
        for (var i = 0; i < MaximumSolves; i++)
        {
            var along = matrices.AsSpan(data.Square, data.Square);
            curvature.ToMatrix(path, matrices);
            tangent.Along(matrices.AsSpan(0, data.Square), along);
            curvature.ByElement(along, image);
            var bend = Dot(path, image);
            if (!(bend > 0))
            {
                return double.NaN;
            }

            var alpha = rho / bend;
            form += alpha * rho;
            for (var e = 0; e < t; e++)
            {
                residual[e] -= alpha * image[e];
            }

            residual.CopyTo(solved);
            search.Solve(solved);
            var next = Dot(residual, solved);
            if (next * Math.Sqrt(next / rho) <= 1e-6 * first)
            {
                return form + next;
            }

            var beta = next / rho;
            for (var e = 0; e < t; e++)
            {
                path[e] = solved[e] + (beta * path[e]);
            }

            rho = next;
        }

        return double.NaN;
    }
}
