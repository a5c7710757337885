namespace ProgressionSim.TestKit;

/// <summary>Mean, variance and fourth central moment of a sample kept in memory.</summary>
/// <param name="Count">Size.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Variance">Unbiased variance.</param>
/// <param name="FourthMoment">Fourth central moment.</param>
public readonly record struct SampleMoments(long Count, double Mean, double Variance, double FourthMoment)
{
    /// <summary>Standard error of the mean.</summary>
    public double StandardErrorOfMean => Math.Sqrt(Variance / Count);

    /// <summary>Standard error of the variance.</summary>
    public double StandardErrorOfVariance => StatAssert.StandardErrorOfVariance(Variance, Count, FourthMoment);

    /// <summary>Moments of values, in two passes.</summary>
    /// <param name="values">At least four values.</param>
    public static SampleMoments Of(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        double second = 0, fourth = 0;
        foreach (var value in values)
        {
            var square = (value - mean) * (value - mean);
            second += square;
            fourth += square * square;
        }

        return new SampleMoments(values.Count, mean, second / (values.Count - 1), fourth / values.Count);
    }

    /// <summary>Fails unless two independent samples have the same mean and variance.</summary>
    /// <param name="what">Name of the quantity.</param>
    /// <param name="first">One sample.</param>
    /// <param name="second">The other.</param>
    public static void AssertAgree(string what, SampleMoments first, SampleMoments second)
    {
        static double Combined(double a, double b) => Math.Sqrt((a * a) + (b * b));
        StatAssert.Mean(what, first.Mean, second.Mean, Combined(first.StandardErrorOfMean, second.StandardErrorOfMean));
        StatAssert.Mean($"variance of {what}", first.Variance, second.Variance, Combined(first.StandardErrorOfVariance, second.StandardErrorOfVariance));
    }
}
