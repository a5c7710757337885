namespace ProgressionSim.Engine.Sampling;

/// <summary>The normal distribution of mean 0 and standard deviation 1, with both tails kept precise.</summary>
/// <remarks>Same bits on every platform. Pure, so thread-safe.</remarks>
public static class StandardNormal
{
    // Chebyshev coefficients of exp(x^2/2) P(X > x) (x + 4) in (x - 4) / (x + 4), for x from 0 to infinity; own fit.
    private static ReadOnlySpan<double> TailCoefficients =>
    [
        0.9704512045660766,
        -0.7517088168395706,
        0.22219355567525104,
        -0.048517753260446085,
        0.006925920496242481,
        -0.00032059847439814995,
        -0.00010054739163210679,
        1.8903369019706965e-05,
        1.010356885474631e-06,
        -6.145334749397824e-07,
        -3.3810201200691756e-09,
        2.0686508061742833e-08,
        -1.1282603632469507e-10,
        -7.774015228388695e-10,
        -9.941424191404708e-12,
        3.174482949858303e-11,
        1.842480684470494e-12,
        -1.3128616466710965e-12,
        -1.7415362652654813e-13,
        4.9072740317044244e-14,
        1.2931384326165576e-14,
        -1.2180663521726341e-15,
        -8.052147372620933e-16,
        -2.8604941442616213e-17,
        4.057064424335354e-17,
        7.006400772814596e-18,
    ];

    /// <summary>Probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>0 to 1, to a few 1e-16 relative in the lower tail; NaN for NaN.</returns>
    public static double Cdf(double x) => UpperTail(-x);

    /// <summary>Probability of a value above <paramref name="x"/>.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>0 to 1, to a few 1e-16 relative in the upper tail; 0 above 38.6; NaN for NaN.</returns>
    public static double UpperTail(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        double size = Math.Abs(x);
        double tail = size > 39.0 ? 0.0 : TailOf(size);
        return x < 0.0 ? 1.0 - tail : tail;
    }

    /// <summary>Value below which the normal variable lies with probability <paramref name="p"/>.</summary>
    /// <param name="p">0 to 1; near 1 <see cref="QuantileUpper"/> keeps more digits.</param>
    /// <returns>Relative error of about 1e-15; infinite at 0 and 1; NaN outside 0 to 1.</returns>
    /// <remarks>Source: Wichura, Applied Statistics 37:477-484 (1988), doi:10.2307/2347330, algorithm AS 241.</remarks>
    public static double Quantile(double p)
    {
        double centred = p - 0.5;
        if (Math.Abs(centred) <= 0.425)
        {
            return CentralQuantile(centred);
        }

        return centred < 0.0 ? -TailQuantile(p) : TailQuantile(1.0 - p);
    }

    /// <summary>Value above which the normal variable lies with probability <paramref name="q"/>.</summary>
    /// <param name="q">0 to 1.</param>
    /// <returns>As <see cref="Quantile"/>, of which it is the negative.</returns>
    public static double QuantileUpper(double q) => -Quantile(q);

    // P(X > x) for x from 0 to 39; the square is carried in two parts because its error would count 700-fold.
    private static double TailOf(double x)
    {
        double t = (x - 4.0) / (x + 4.0);
        double twice = t + t;
        double previous = 0.0;
        double current = 0.0;
        ReadOnlySpan<double> coefficients = TailCoefficients;
        for (int i = coefficients.Length - 1; i > 0; i--)
        {
            double next = Math.FusedMultiplyAdd(twice, current, coefficients[i] - previous);
            previous = current;
            current = next;
        }

        double scaled = Math.FusedMultiplyAdd(t, current, coefficients[0] - previous) / (x + 4.0);
        double square = x * x;
        double squareLow = Math.FusedMultiplyAdd(x, x, -square);
        return scaled * PortableMath.ExpOfSum(-0.5 * square, -0.5 * squareLow);
    }

    private static double CentralQuantile(double q)
    {
        double r = Math.FusedMultiplyAdd(-q, q, 0.180625);
        double numerator = Polynomial(
            r,
            [2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608]);
        double denominator = Polynomial(
            r,
            [5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0]);
        return q * numerator / denominator;
    }

    // Quantile of the upper tail for a tail of at most 0.075.
    private static double TailQuantile(double tail)
    {
        if (!(tail > 0.0))
        {
            return tail == 0.0 ? double.PositiveInfinity : double.NaN;
        }

        double r = Math.Sqrt(-PortableMath.Log(tail));
        if (r <= 5.0)
        {
            r -= 1.6;
            return Polynomial(
                r,
                [7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734])
                / Polynomial(
                r,
                [1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0]);
        }

        r -= 5.0;
        return Polynomial(
            r,
            [2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772])
            / Polynomial(
            r,
            [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0]);
    }

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.Length; i++)
        {
            value = Math.FusedMultiplyAdd(value, x, coefficients[i]);
        }

        return value;
    }
}
