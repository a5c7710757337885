using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.JointModels;

/// <summary>One parameter of a fitted model.</summary>
/// <param name="Estimate">Maximum likelihood estimate; NaN if the model does not hold it.</param>
/// <param name="StandardError">From the observed information, above 0; NaN if there is none.</param>
public readonly record struct JointEffect(double Estimate, double StandardError)
{
    /// <summary>Estimate over standard error.</summary>
    public double Statistic => Estimate / StandardError;

    /// <summary>Two-sided normal p-value, 0 to 1.</summary>
    public double PValue => 2 * Normal.CDF(0, 1, -Math.Abs(Statistic));
}
