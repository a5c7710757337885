namespace ProgressionSim.Statistics.MixedModels;

/// <summary>A symmetric 2 x 2 matrix; the first row belongs to the intercept, the second to the slope.</summary>
internal readonly record struct Symmetric2(double A11, double A12, double A22)
{
    public double Determinant => (A11 * A22) - (A12 * A12);

    public static Symmetric2 operator +(Symmetric2 left, Symmetric2 right) => new(left.A11 + right.A11, left.A12 + right.A12, left.A22 + right.A22);

    public static Symmetric2 operator *(double factor, Symmetric2 matrix) => new(factor * matrix.A11, factor * matrix.A12, factor * matrix.A22);

    /// <summary>The quadratic form x'Ax.</summary>
    public double Form(double x1, double x2) => (A11 * x1 * x1) + (2 * A12 * x1 * x2) + (A22 * x2 * x2);
}
