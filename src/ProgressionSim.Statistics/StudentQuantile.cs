using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics;

/// <summary>Quantiles of Student's t distribution, for intervals.</summary>
public static class StudentQuantile
{
    /// <summary>The value that a t variable exceeds with a given probability.</summary>
    /// <param name="tail">That probability, between 0 and 0.5, both excluded.</param>
    /// <param name="degreesOfFreedom">Above 0; infinite for the normal distribution.</param>
    /// <returns>Above 0; NaN when the degrees of freedom are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public static double UpperTail(double tail, double degreesOfFreedom)
    {
        if (!(tail > 0 && tail < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "A tail lies between 0 and 0.5, both excluded.");
        }

        if (!(degreesOfFreedom > 0))
        {
            return double.NaN;
        }

        return double.IsPositiveInfinity(degreesOfFreedom) ? -Normal.InvCDF(0, 1, tail) : -StudentT.InvCDF(0, 1, degreesOfFreedom, tail);
    }
}
