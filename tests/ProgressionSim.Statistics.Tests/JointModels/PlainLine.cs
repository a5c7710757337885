using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace ProgressionSim.Statistics.Tests.JointModels;

/// <summary>Maximum likelihood of a random intercept and slope with one mean intercept and two mean slopes, by whole matrices and a search that needs no gradient.</summary>
internal static class PlainLine
{
    public static (double SlopeEffect, double StandardError, double LogLikelihood) Maximise(JointTrial trial)
    {
        // Restarted once, as the simplex may stall; variances on the log scale.
        var start = Vector<double>.Build.Dense([1.5, 0.2, 0, 0.5]);
        for (var round = 0; round < 3; round++)
        {
            start = NelderMeadSimplex.Minimum(ObjectiveFunction.Value(p => -Profile(trial, p).LogLikelihood), start, 1e-13, 20_000).MinimizingPoint;
        }

        return Profile(trial, start);
    }

    private static (double SlopeEffect, double StandardError, double LogLikelihood) Profile(JointTrial trial, Vector<double> p)
    {
        var factor = Matrix<double>.Build.DenseOfArray(new[,] { { Math.Exp(p[0]), 0 }, { p[1], Math.Exp(p[2]) } });
        var covariance = factor * factor.Transpose();
        var information = Matrix<double>.Build.Dense(3, 3);
        var right = Vector<double>.Build.Dense(3);
        double squares = 0, logs = 0;
        for (var i = 0; i < trial.Patients; i++)
        {
            int[] seen = [.. Enumerable.Range(0, trial.Visits.Length).Where(j => !double.IsNaN(trial.Values[(i * trial.Visits.Length) + j]))];
            if (seen.Length == 0)
            {
                continue;
            }

            var group = trial.Group[i];
            var z = Matrix<double>.Build.Dense(seen.Length, 2, (r, c) => c == 0 ? 1 : trial.Visits[seen[r]]);
            var x = Matrix<double>.Build.Dense(seen.Length, 3, (r, c) => c == 0 ? 1 : c == 1 ? trial.Visits[seen[r]] : group * trial.Visits[seen[r]]);
            var y = Vector<double>.Build.Dense(seen.Length, r => trial.Values[(i * trial.Visits.Length) + seen[r]]);
            var v = (z * covariance * z.Transpose()) + (Math.Exp(2 * p[3]) * Matrix<double>.Build.DenseIdentity(seen.Length));
            var inverse = v.Inverse();
            information += x.Transpose() * inverse * x;
            right += x.Transpose() * inverse * y;
            squares += y * (inverse * y);
            logs += Math.Log(v.Determinant()) + (seen.Length * Math.Log(2 * Math.PI));
        }

        var beta = information.Solve(right);
        return (beta[2], Math.Sqrt(information.Inverse()[2, 2]), -0.5 * (logs + squares - (right * beta)));
    }
}
