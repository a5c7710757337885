using MathNet.Numerics.LinearAlgebra;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>The restricted likelihood written out patient by patient, and degrees of freedom from numerical derivatives of it.</summary>
internal sealed class PlainRestrictedLikelihood(RepeatedMeasuresData data)
{
    /// <summary>-2 log restricted likelihood and the covariance of the fixed effects (intercept, group and baseline by visit, bulbar).</summary>
    public (double Deviance, Matrix<double> Covariance) At(Matrix<double> sigma)
    {
        int k = data.Visits, p = (3 * k) + 1;
        var information = Matrix<double>.Build.Dense(p, p);
        var right = Vector<double>.Build.Dense(p);
        double deviance = 0, square = 0;
        var observations = 0;
        for (var i = 0; i < data.Patients; i++)
        {
            var seen = Enumerable.Range(0, k).Where(j => !double.IsNaN(data.Responses[(i * k) + j])).ToArray();
            if (seen.Length == 0)
            {
                continue;
            }

            var x = Matrix<double>.Build.Dense(seen.Length, p);
            var y = Vector<double>.Build.Dense(seen.Length, row => data.Responses[(i * k) + seen[row]]);
            for (var row = 0; row < seen.Length; row++)
            {
                x[row, seen[row]] = 1;
                x[row, k + seen[row]] = data.Group[i];
                x[row, (2 * k) + seen[row]] = data.Covariates[2 * i];
                x[row, 3 * k] = data.Covariates[(2 * i) + 1];
            }

            var v = Matrix<double>.Build.Dense(seen.Length, seen.Length, (a, b) => sigma[seen[a], seen[b]]).Cholesky();
            deviance += v.DeterminantLn;
            information += x.TransposeThisAndMultiply(v.Solve(x));
            right += x.TransposeThisAndMultiply(v.Solve(y));
            square += y * v.Solve(y);
            observations += seen.Length;
        }

        var factor = information.Cholesky();
        deviance += factor.DeterminantLn + square - (right * factor.Solve(right)) + ((observations - p) * Math.Log(2 * Math.PI));
        return (deviance, factor.Solve(Matrix<double>.Build.DenseIdentity(p)));
    }

    /// <summary>Satterthwaite's degrees of freedom of the difference at a visit, at the maximum.</summary>
    /// <remarks>
    /// Derivatives are taken in E of L (I + E) L', L L' the covariance, where one step suits all elements; at a maximum the answer does not depend on
    /// coordinates. Central differences at steps h and 2 h, extrapolated.
    /// </remarks>
    public double Satterthwaite(Matrix<double> sigma, int visit)
    {
        var k = data.Visits;
        var factor = sigma.Cholesky().Factor;
        var pairs = (from a in Enumerable.Range(0, k) from b in Enumerable.Range(0, a + 1) select (a, b)).ToArray();
        (double Deviance, double Variance) Value(params (int Element, double Step)[] moves)
        {
            var e = Matrix<double>.Build.DenseIdentity(k);
            foreach (var (element, step) in moves)
            {
                var (a, b) = pairs[element];
                e[a, b] += a == b ? step : step / 2;
                e[b, a] += a == b ? step : step / 2;
            }

            var (deviance, covariance) = At(factor * e * factor.Transpose());
            return (deviance, covariance[k + visit, k + visit]);
        }

        var centre = Value();
        var slope = Vector<double>.Build.Dense(pairs.Length);
        var curvature = Matrix<double>.Build.Dense(pairs.Length, pairs.Length);
        for (var i = 0; i < pairs.Length; i++)
        {
            slope[i] = Extrapolate(h => (Value((i, h)).Variance - Value((i, -h)).Variance) / (2 * h));
            curvature[i, i] = Extrapolate(h => (Value((i, h)).Deviance - (2 * centre.Deviance) + Value((i, -h)).Deviance) / (h * h));
            for (var j = 0; j < i; j++)
            {
                curvature[i, j] = curvature[j, i] = Extrapolate(h => (Value((i, h), (j, h)).Deviance - Value((i, h), (j, -h)).Deviance
                    - Value((i, -h), (j, h)).Deviance + Value((i, -h), (j, -h)).Deviance) / (4 * h * h));
            }
        }

        return centre.Variance * centre.Variance / (slope * curvature.Solve(slope));
    }

    private static double Extrapolate(Func<double, double> difference) => ((4 * difference(0.01)) - difference(0.02)) / 3;
}
