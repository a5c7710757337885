using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>
/// Bayesian stopping by the predictive probability that the final analysis succeeds, from the effect estimated so far under a normal prior of effect 0.
/// </summary>
/// <param name="SuccessAbove">Predictive probability above which the trial stops for success, 0-1; 1 for never.</param>
/// <param name="FutilityBelow">Predictive probability below which it stops for futility, 0-1; 0 for never.</param>
/// <param name="PriorInformationShare">Information of the prior as a share of the planned final information; 0 for a flat prior.</param>
public sealed record PredictiveStopping(double SuccessAbove, double FutilityBelow, double PriorInformationShare)
{
    /// <summary>Predictive probability above which the trial stops for success, 0-1; 1 for never.</summary>
    public double SuccessAbove { get; } = Require.Fraction(SuccessAbove);

    /// <summary>Predictive probability below which it stops for futility, 0-1; 0 for never.</summary>
    public double FutilityBelow { get; } = Require.Fraction(FutilityBelow);

    /// <summary>Information of the prior as a share of the planned final information; 0 for a flat prior.</summary>
    public double PriorInformationShare { get; } = Require.NonNegative(PriorInformationShare);
}
