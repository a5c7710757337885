namespace ProgressionSim.Statistics.Sequential;

/// <summary>Checks on the information at the looks of a trial.</summary>
internal static class InformationRates
{
    /// <summary>Most looks a design may have.</summary>
    public const int MaximumLooks = 20;

    /// <summary>Throws unless there are 1 to 20 finite rates, above 0 and strictly ascending.</summary>
    /// <param name="rates">Information at each look.</param>
    /// <param name="parameterName">Name the caller uses for the rates.</param>
    /// <exception cref="ArgumentException">The rates break the rule.</exception>
    public static void Check(ReadOnlySpan<double> rates, string parameterName)
    {
        if (rates.Length is < 1 or > MaximumLooks)
        {
            throw new ArgumentException("A design has 1 to 20 looks.", parameterName);
        }

        for (var k = 0; k < rates.Length; k++)
        {
            if (!double.IsFinite(rates[k]) || !(rates[k] > (k == 0 ? 0 : rates[k - 1])))
            {
                throw new ArgumentException("Information rates are finite, above 0 and strictly ascending.", parameterName);
            }
        }
    }

    /// <summary>As <see cref="Check"/>, with the last rate 1.</summary>
    /// <param name="rates">Information at each look.</param>
    /// <param name="parameterName">Name the caller uses for the rates.</param>
    /// <exception cref="ArgumentException">The rates break the rule.</exception>
    public static void CheckPlanned(ReadOnlySpan<double> rates, string parameterName)
    {
        Check(rates, parameterName);
        if (Math.Abs(rates[^1] - 1) > 1e-12)
        {
            throw new ArgumentException("The last planned information rate is 1.", parameterName);
        }
    }
}
