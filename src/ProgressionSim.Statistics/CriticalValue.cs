using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics;

/// <summary>Normal critical values for two-sided intervals, with the check on the confidence level they need.</summary>
internal static class CriticalValue
{
    /// <summary>The z with the given share of a standard normal distribution between -z and z; 1.959964 for 0.95.</summary>
    /// <param name="confidenceLevel">Share inside the interval; between 0 and 1, both excluded.</param>
    /// <param name="parameterName">Name the caller uses for the level, for the message.</param>
    /// <returns>Above 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its range.</exception>
    public static double TwoSided(double confidenceLevel, string parameterName)
    {
        Check(confidenceLevel, parameterName);

        // The lower tail is formed by one exact subtraction, so high levels keep their digits.
        return -Normal.InvCDF(0, 1, (1 - confidenceLevel) / 2);
    }

    /// <summary>Throws unless the level lies between 0 and 1, both excluded.</summary>
    /// <param name="confidenceLevel">Share inside the interval.</param>
    /// <param name="parameterName">Name the caller uses for the level, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its range.</exception>
    public static void Check(double confidenceLevel, string parameterName)
    {
        if (!(confidenceLevel > 0 && confidenceLevel < 1))
        {
            throw new ArgumentOutOfRangeException(parameterName, confidenceLevel, "A confidence level lies between 0 and 1, both excluded.");
        }
    }
}
