namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Covariance matrix of the four means (intercept and slope of group 0, then of group 1), in blocks, in units of the residual variance.</summary>
/// <param name="B00">Of the means of group 0.</param>
/// <param name="B11">Of the means of group 1.</param>
/// <param name="C11">Covariance of the intercepts of the two groups.</param>
/// <param name="C12">Covariance of the intercept of group 0 and the slope of group 1.</param>
/// <param name="C21">Covariance of the slope of group 0 and the intercept of group 1.</param>
/// <param name="C22">Covariance of the slopes of the two groups.</param>
/// <param name="LogDeterminant">Logarithm of the determinant of the information matrix it is the inverse of.</param>
internal readonly record struct GroupCovariance(
    Symmetric2 B00, Symmetric2 B11, double C11, double C12, double C21, double C22, double LogDeterminant)
{
    /// <summary>Forms it from the information each group holds on its own two means; false if a mean cannot be estimated.</summary>
    /// <param name="model">Whether the intercepts are the same.</param>
    /// <param name="h0">Information of group 0: the sum of its patients' Z'V^-1 Z.</param>
    /// <param name="h1">Information of group 1.</param>
    /// <param name="covariance">The matrix; meaningless if false.</param>
    public static bool TryForm(RandomSlopeMeanModel model, Symmetric2 h0, Symmetric2 h1, out GroupCovariance covariance)
    {
        const double Smallest = 1e-13;
        if (model == RandomSlopeMeanModel.FullFactorial)
        {
            var d0 = h0.Determinant;
            var d1 = h1.Determinant;
            covariance = new GroupCovariance(
                new Symmetric2(h0.A22 / d0, -h0.A12 / d0, h0.A11 / d0),
                new Symmetric2(h1.A22 / d1, -h1.A12 / d1, h1.A11 / d1),
                0, 0, 0, 0, Math.Log(d0 * d1));
            return d0 > Smallest * h0.A11 * h0.A22 && d1 > Smallest * h1.A11 * h1.A22;
        }

        // Intercept, slope 0, slope 1: the intercept's information is what the two slopes leave of it.
        var r0 = h0.A12 / h0.A22;
        var r1 = h1.A12 / h1.A22;
        var left = h0.A11 + h1.A11 - (r0 * h0.A12) - (r1 * h1.A12);
        var v = 1 / left;
        covariance = new GroupCovariance(
            new Symmetric2(v, -r0 * v, (1 / h0.A22) + (r0 * r0 * v)),
            new Symmetric2(v, -r1 * v, (1 / h1.A22) + (r1 * r1 * v)),
            v, -r1 * v, -r0 * v, r0 * r1 * v,
            Math.Log(left * h0.A22 * h1.A22));
        return h0.A22 > 0 && h1.A22 > 0 && left > Smallest * (h0.A11 + h1.A11);
    }

    /// <summary>The covariances of the slope difference with the means of group 0.</summary>
    public (double Intercept, double Slope) Contrast0 => (C12 - B00.A12, C22 - B00.A22);

    /// <summary>The covariances of the slope difference with the means of group 1.</summary>
    public (double Intercept, double Slope) Contrast1 => (B11.A12 - C21, B11.A22 - C22);

    /// <summary>Variance of the slope difference.</summary>
    public double ContrastVariance => B11.A22 - (2 * C22) + B00.A22;

    /// <summary>Covariance matrix of intercept, slope and their differences between the groups.</summary>
    /// <param name="model">Whether the intercepts are the same.</param>
    /// <param name="variance">Residual variance.</param>
    public RandomSlopeCovariance ByEffect(RandomSlopeMeanModel model, double variance)
    {
        var full = model == RandomSlopeMeanModel.FullFactorial;
        return new RandomSlopeCovariance(
            variance * B00.A11,
            variance * B00.A22,
            full ? variance * (B00.A11 - (2 * C11) + B11.A11) : 0,
            variance * ContrastVariance,
            variance * B00.A12,
            full ? variance * (C11 - B00.A11) : 0,
            variance * (C12 - B00.A12),
            full ? variance * (C21 - B00.A12) : 0,
            variance * (C22 - B00.A22),
            full ? variance * (B11.A12 - C12 - C21 + B00.A12) : 0);
    }

    /// <summary>The form x'By of the whole matrix, where x and y hold two entries for each group.</summary>
    public double Form((double I0, double S0, double I1, double S1) x, (double I0, double S0, double I1, double S1) y) =>
        (x.I0 * ((B00.A11 * y.I0) + (B00.A12 * y.S0) + (C11 * y.I1) + (C12 * y.S1)))
        + (x.S0 * ((B00.A12 * y.I0) + (B00.A22 * y.S0) + (C21 * y.I1) + (C22 * y.S1)))
        + (x.I1 * ((C11 * y.I0) + (C21 * y.S0) + (B11.A11 * y.I1) + (B11.A12 * y.S1)))
        + (x.S1 * ((C12 * y.I0) + (C22 * y.S0) + (B11.A12 * y.I1) + (B11.A22 * y.S1)));

    /// <summary>The trace of B T B U, where T and U consist of a block for each group.</summary>
    public double Trace(Symmetric2 t0, Symmetric2 t1, Symmetric2 u0, Symmetric2 u1) =>
        Within(B00, t0, u0) + Within(B11, t1, u1) + Between(t0, u1) + Between(u0, t1);

    // tr(B T B U) of one group's blocks.
    private static double Within(Symmetric2 b, Symmetric2 t, Symmetric2 u)
    {
        var x11 = (b.A11 * t.A11) + (b.A12 * t.A12);
        var x12 = (b.A11 * t.A12) + (b.A12 * t.A22);
        var x21 = (b.A12 * t.A11) + (b.A22 * t.A12);
        var x22 = (b.A12 * t.A12) + (b.A22 * t.A22);
        var y11 = (b.A11 * u.A11) + (b.A12 * u.A12);
        var y12 = (b.A11 * u.A12) + (b.A12 * u.A22);
        var y21 = (b.A12 * u.A11) + (b.A22 * u.A12);
        var y22 = (b.A12 * u.A12) + (b.A22 * u.A22);
        return (x11 * y11) + (x12 * y21) + (x21 * y12) + (x22 * y22);
    }

    // tr(C' T0 C U1), with C the covariances between the groups.
    private double Between(Symmetric2 t0, Symmetric2 u1)
    {
        var x11 = (C11 * t0.A11) + (C21 * t0.A12);
        var x12 = (C11 * t0.A12) + (C21 * t0.A22);
        var x21 = (C12 * t0.A11) + (C22 * t0.A12);
        var x22 = (C12 * t0.A12) + (C22 * t0.A22);
        var y11 = (C11 * u1.A11) + (C12 * u1.A12);
        var y12 = (C11 * u1.A12) + (C12 * u1.A22);
        var y21 = (C21 * u1.A11) + (C22 * u1.A12);
        var y22 = (C21 * u1.A12) + (C22 * u1.A22);
        return (x11 * y11) + (x12 * y21) + (x21 * y12) + (x22 * y22);
    }
}
