using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Normal (Gaussian) distribution.</summary>
public sealed record NormalDistribution : Distribution
{
    /// <summary>Sets both parameters.</summary>
    /// <param name="mean">Finite.</param>
    /// <param name="sd">Standard deviation; finite, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public NormalDistribution(double mean, double sd)
    {
        Mean = ParameterRange.Finite(mean);
        Sd = Require.Positive(sd);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <summary>Standard deviation; more than 0.</summary>
    public double Sd { get; }

    /// <inheritdoc/>
    public override double Median => Mean;

    /// <inheritdoc/>
    public override double Quantile(double u) => Math.FusedMultiplyAdd(Sd, StandardNormal.Quantile(ParameterRange.OpenUnit(u)), Mean);

    /// <inheritdoc/>
    public override double Cdf(double x) => StandardNormal.Cdf((x - Mean) / Sd);
}
