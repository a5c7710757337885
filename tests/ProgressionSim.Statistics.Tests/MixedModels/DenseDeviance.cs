using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Slow plain version of minus twice the log likelihood: one dense matrix of covariances of all measurements, patient by patient.</summary>
internal static class DenseDeviance
{
    public static double Of(double[] values, double[] times, int[] group, RandomSlopeMeanModel model, RandomSlopeLikelihood likelihood, RandomSlopeComponents c)
    {
        var visits = values.Length / group.Length;
        var full = model == RandomSlopeMeanModel.FullFactorial;
        var p = full ? 4 : 3;
        var information = Matrix<double>.Build.Dense(p, p);
        var right = Vector<double>.Build.Dense(p);
        double logDeterminant = 0, squares = 0;
        var observations = 0;
        for (var patient = 0; patient < group.Length; patient++)
        {
            var seen = Enumerable.Range(0, visits).Where(visit => !double.IsNaN(values[(patient * visits) + visit])).ToArray();
            if (seen.Length == 0)
            {
                continue;
            }

            var t = seen.Select(visit => times.Length == visits ? times[visit] : times[(patient * visits) + visit]).ToArray();
            var y = Vector<double>.Build.Dense(seen.Length, i => values[(patient * visits) + seen[i]]);
            var g = group[patient];
            var x = Matrix<double>.Build.Dense(seen.Length, p, (i, j) => full
                ? j switch { 0 => 1, 1 => t[i], 2 => g, _ => t[i] * g }
                : j switch { 0 => 1, 1 => t[i], _ => t[i] * g });
            var v = Matrix<double>.Build.Dense(seen.Length, seen.Length, (i, j) =>
                c.Intercept + (c.Covariance * (t[i] + t[j])) + (c.Slope * t[i] * t[j]) + (i == j ? c.Residual : 0));
            var factor = v.Cholesky();
            information += x.TransposeThisAndMultiply(factor.Solve(x));
            right += x.TransposeThisAndMultiply(factor.Solve(y));
            squares += y.DotProduct(factor.Solve(y));
            logDeterminant += factor.DeterminantLn;
            observations += seen.Length;
        }

        var fixedPart = information.Cholesky();
        squares -= right.DotProduct(fixedPart.Solve(right));
        return likelihood == RandomSlopeLikelihood.Restricted
            ? logDeterminant + fixedPart.DeterminantLn + squares + ((observations - p) * Math.Log(2 * Math.PI))
            : logDeterminant + squares + (observations * Math.Log(2 * Math.PI));
    }
}
