using MathNet.Numerics.LinearAlgebra;

namespace ProgressionSim.Statistics.JointModels;

/// <summary>Nodes and weights for averages over a standard normal variable.</summary>
internal sealed class GaussHermite
{
    /// <summary>Makes a rule that is exact for polynomials up to degree 2 n - 1.</summary>
    /// <param name="points">n; at least 1.</param>
    /// <remarks>Eigenvalues of the recurrence's matrix, with root k beside the diagonal. Source: Golub and Welsch, Math Comp 23:221-230 (1969).</remarks>
    public GaussHermite(int points)
    {
        var jacobi = Matrix<double>.Build.Dense(points, points, (i, j) => Math.Abs(i - j) == 1 ? Math.Sqrt(Math.Max(i, j)) : 0);
        var decomposition = jacobi.Evd(Symmetricity.Symmetric);
        Nodes = [.. decomposition.EigenValues.Select(value => value.Real)];
        Weights = [.. decomposition.EigenVectors.Row(0).Select(entry => entry * entry)];
    }

    /// <summary>Ascending, symmetric about 0.</summary>
    public double[] Nodes { get; }

    /// <summary>One weight a node; the sum is 1.</summary>
    public double[] Weights { get; }
}
