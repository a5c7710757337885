namespace ProgressionSim.Statistics.MixedModels;

/// <summary>A symmetric 3 x 3 matrix, for information on three variance parameters.</summary>
internal readonly record struct Symmetric3(double A11, double A12, double A13, double A22, double A23, double A33)
{
    /// <summary>Solves A x = b by Cholesky's method; false unless the matrix is clearly positive definite.</summary>
    /// <param name="b">Right-hand side.</param>
    /// <param name="x">Solution; meaningless if false.</param>
    public bool TrySolve((double B1, double B2, double B3) b, out (double X1, double X2, double X3) x)
    {
        // LDL', with a pivot counted as zero once it has lost all but the last few digits.
        const double Smallest = 1e-13;
        var l21 = A12 / A11;
        var l31 = A13 / A11;
        var d2 = A22 - (l21 * A12);
        var e = A23 - (l21 * A13);
        var l32 = e / d2;
        var d3 = A33 - (l31 * A13) - (l32 * e);
        var y2 = b.B2 - (l21 * b.B1);
        var y3 = b.B3 - (l31 * b.B1) - (l32 * y2);
        var x3 = y3 / d3;
        var x2 = (y2 / d2) - (l32 * x3);
        x = ((b.B1 / A11) - (l21 * x2) - (l31 * x3), x2, x3);
        return A11 > 0 && d2 > Smallest * A22 && d3 > Smallest * A33;
    }
}
