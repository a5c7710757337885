using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Power and size of a one-sided normal test of an estimate with variance v0/n0 + v1/n1, perhaps another one without effect.</summary>
internal static class NormalPower
{
    /// <summary>Upper quantile of the standard normal distribution.</summary>
    public static double Z(double upperTail) => -Normal.InvCDF(0, 1, upperTail);

    /// <summary>Phi((|effect| - z_alpha s_null)/s) for variances s_null^2 and s^2 of the estimate.</summary>
    public static double Power(double effect, double variance, double nullVariance, double oneSidedAlpha) =>
        Normal.CDF(0, 1, (Math.Abs(effect) - (Z(oneSidedAlpha) * Math.Sqrt(nullVariance))) / Math.Sqrt(variance));

    /// <summary>Sizes at which <see cref="Power"/> is met, from variances that one patient in group 0 and its share of group 1 would give.</summary>
    public static GroupSizes Size(double effect, double variance, double nullVariance, double oneSidedAlpha, double power, double allocation)
    {
        DesignChecks.Target(power, allocation, oneSidedAlpha);
        var root = ((Z(oneSidedAlpha) * Math.Sqrt(nullVariance)) + (Z(1 - power) * Math.Sqrt(variance))) / effect;
        return new(root * root, allocation * root * root);
    }
}
