namespace ProgressionSim.Statistics.Survival;

/// <summary>Pointwise confidence limits of a survival probability.</summary>
internal static class SurvivalInterval
{
    /// <summary>Limits around one survival probability.</summary>
    /// <param name="survival">S(t), 0 to 1.</param>
    /// <param name="logStandardError">Standard error of log S(t), at least 0; infinite where S is 0.</param>
    /// <param name="z">Normal critical value, above 0.</param>
    /// <param name="type">Scale of the interval.</param>
    /// <returns>Limits between 0 and 1; NaN where the scale leaves them undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The type is not a named one.</exception>
    public static (double Low, double High) Of(double survival, double logStandardError, double z, SurvivalIntervalType type)
    {
        if (survival == 0)
        {
            return (double.NaN, double.NaN);
        }

        switch (type)
        {
            case SurvivalIntervalType.LogLog:
                if (survival == 1)
                {
                    return (double.NaN, double.NaN);
                }

                // d log(-log S) = d log S / log S, hence the ratio; exp(-exp(log(-log S) + x)) = S^exp(x).
                var halfWidth = z * logStandardError / -Math.Log(survival);
                return (Math.Pow(survival, Math.Exp(halfWidth)), Math.Pow(survival, Math.Exp(-halfWidth)));
            case SurvivalIntervalType.Log:
                var factor = Math.Exp(z * logStandardError);
                return (survival / factor, Math.Min(survival * factor, 1));
            case SurvivalIntervalType.Plain:
                var distance = z * logStandardError * survival;
                return (Math.Max(survival - distance, 0), Math.Min(survival + distance, 1));
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown interval type.");
        }
    }
}
