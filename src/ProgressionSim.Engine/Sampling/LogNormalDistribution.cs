using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Positive values whose logarithm is normal.</summary>
/// <remarks>With s the standard deviation of the logarithm, the coefficient of variation is sqrt(exp(s^2) - 1).</remarks>
public sealed record LogNormalDistribution : Distribution
{
    private LogNormalDistribution(double median, double coefficientOfVariation, double logSd)
    {
        Median = median;
        CoefficientOfVariation = coefficientOfVariation;
        LogSd = logSd;
    }

    /// <inheritdoc/>
    public override double Median { get; }

    /// <summary>Standard deviation over mean, of the values; more than 0.</summary>
    public double CoefficientOfVariation { get; }

    /// <summary>Standard deviation of the natural logarithm; more than 0.</summary>
    public double LogSd { get; }

    /// <inheritdoc/>
    public override double Mean => Median * Math.Sqrt(Math.FusedMultiplyAdd(CoefficientOfVariation, CoefficientOfVariation, 1.0));

    /// <summary>Distribution of a given median and relative spread.</summary>
    /// <param name="median">In the unit of the values; finite, more than 0.</param>
    /// <param name="cv">Standard deviation over mean, of the values; finite, more than 0, at most 1e6.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static LogNormalDistribution FromMedianAndCv(double median, double cv)
    {
        Require.Positive(median);
        Require.Positive(cv);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cv, 1e6);
        return new LogNormalDistribution(median, cv, Math.Sqrt(PortableMath.Log1P(cv * cv)));
    }

    /// <inheritdoc/>
    public override double Quantile(double u) => Median * PortableMath.Exp(LogSd * StandardNormal.Quantile(ParameterRange.OpenUnit(u)));

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0.0 ? 0.0 : StandardNormal.Cdf(PortableMath.Log(x / Median) / LogSd);
}
