using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace ProgressionSim.Statistics.Tests.JointModels;

/// <summary>Maximum likelihood of a random intercept and slope with one mean intercept and two mean slopes, by whole matrices and a search that needs no
/// gradient.</summary>
internal static class PlainLine
{
    /// <summary>Slope effect, its standard error from the whole observed information, and the maximum.</summary>
    public static (double SlopeEffect, double StandardError, double LogLikelihood) Maximise(JointTrial trial)
    {
        // The means are profiled out. The search is restarted, as the simplex may stall.
        var at = Vector<double>.Build.Dense([1.5, 0.2, 0, 0.5]);
        for (var round = 0; round < 2; round++)
        {
            at = NelderMeadSimplex.Minimum(ObjectiveFunction.Value(p => -LogLikelihood(trial, Means(trial, p), p)), at, 1e-13, 20_000).MinimizingPoint;
        }

        var means = Means(trial, at);
        double[] whole = [.. means, .. at];
        double Value(double[] p) => LogLikelihood(trial, Vector<double>.Build.Dense(p[..3]), Vector<double>.Build.Dense(p[3..]));
        var information = Matrix<double>.Build.Dense(7, 7);
        const double H = 1e-3;
        for (var i = 0; i < 7; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                double Corner(int a, int b)
                {
                    var moved = whole.ToArray();
                    moved[i] += a * H;
                    moved[j] += b * H;
                    return Value(moved);
                }

                information[i, j] = (Corner(1, -1) + Corner(-1, 1) - Corner(1, 1) - Corner(-1, -1)) / (4 * H * H);
            }
        }

        return (means[2], Math.Sqrt(information.Inverse()[2, 2]), Value(whole));
    }

    private static Vector<double> Means(JointTrial trial, Vector<double> p)
    {
        var information = Matrix<double>.Build.Dense(3, 3);
        var right = Vector<double>.Build.Dense(3);
        for (var i = 0; i < trial.Patients; i++)
        {
            var (x, y, v) = Patient(trial, i, p);
            var inverse = v.Inverse();
            information += x.Transpose() * inverse * x;
            right += x.Transpose() * inverse * y;
        }

        return information.Solve(right);
    }

    private static double LogLikelihood(JointTrial trial, Vector<double> means, Vector<double> p)
    {
        var total = 0.0;
        for (var i = 0; i < trial.Patients; i++)
        {
            var (x, y, v) = Patient(trial, i, p);
            var residual = y - (x * means);
            total -= 0.5 * ((y.Count * Math.Log(2 * Math.PI)) + Math.Log(v.Determinant()) + (residual * v.Solve(residual)));
        }

        return total;
    }

    private static (Matrix<double> X, Vector<double> Y, Matrix<double> V) Patient(JointTrial trial, int i, Vector<double> p)
    {
        int[] seen = [.. Enumerable.Range(0, trial.Visits.Length).Where(j => !double.IsNaN(trial.Values[(i * trial.Visits.Length) + j]))];
        var factor = Matrix<double>.Build.DenseOfArray(new[,] { { Math.Exp(p[0]), 0 }, { p[1], Math.Exp(p[2]) } });
        var group = trial.Group[i];
        var z = Matrix<double>.Build.Dense(seen.Length, 2, (r, c) => c == 0 ? 1 : trial.Visits[seen[r]]);
        var x = Matrix<double>.Build.Dense(seen.Length, 3, (r, c) => c == 0 ? 1 : c == 1 ? trial.Visits[seen[r]] : group * trial.Visits[seen[r]]);
        var y = Vector<double>.Build.Dense(seen.Length, r => trial.Values[(i * trial.Visits.Length) + seen[r]]);
        var v = (z * factor * factor.Transpose() * z.Transpose()) + (Math.Exp(2 * p[3]) * Matrix<double>.Build.DenseIdentity(seen.Length));
        return (x, y, v);
    }
}
