using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Wilcoxon test of untied worst ranks: the dead rank below all survivors by time of death, survivors by a normal change (combined function and
/// survival).</summary>
/// <remarks>
/// Deaths are exponential and independent of the change; everyone is followed to the horizon L. With p_g = 1 - exp(-h_g L) and q_g = 1 - p_g, a patient of
/// group 1 beats
/// one of group 0 with probability pi = h0/(h0 + h1) (1 - exp(-(h0 + h1) L)) + q0 q1 Phi((m1 - m0)/sqrt(s0^2 + s1^2)). Variance of the Mann-Whitney share:
/// (pi (1 - pi) + (n1 - 1)(A - pi^2) + (n0 - 1)(B - pi^2))/(n0 n1), where A (B) is the chance that two of group 1 both beat one of group 0 (that one of
/// group 1 beats two of
/// group 0); without effect (n0 + n1 + 1)/(12 n0 n1). Power: Phi((|pi - 1/2| - z_alpha s_null)/s).
/// Source: the approach of Matsouaka and Betensky, Stat Med 34:406-431 (2015); A and B derived here. Immutable, so thread-safe.
/// </remarks>
public sealed record WorstRankPower
{
    private readonly double _twoBeatOne;
    private readonly double _oneBeatsTwo;

    /// <summary>Plans for two groups.</summary>
    /// <param name="hazard0">Death hazard of group 0, per unit of the horizon; at least 0.</param>
    /// <param name="hazard1">Death hazard of group 1; at least 0.</param>
    /// <param name="horizon">Follow-up of every patient; above 0.</param>
    /// <param name="meanChange0">Mean change of group 0 at the horizon, higher is better; finite.</param>
    /// <param name="meanChange1">Mean change of group 1; finite.</param>
    /// <param name="standardDeviation0">Of the change in group 0; above 0.</param>
    /// <param name="standardDeviation1">Of the change in group 1; above 0.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public WorstRankPower(
        double hazard0,
        double hazard1,
        double horizon,
        double meanChange0,
        double meanChange1,
        double standardDeviation0,
        double standardDeviation1,
        double oneSidedAlpha = 0.025)
    {
        DesignChecks.NotNegative(hazard0, nameof(hazard0));
        DesignChecks.NotNegative(hazard1, nameof(hazard1));
        DesignChecks.Positive(horizon, nameof(horizon));
        DesignChecks.Positive(standardDeviation0, nameof(standardDeviation0));
        DesignChecks.Positive(standardDeviation1, nameof(standardDeviation1));
        OneSidedAlpha = DesignChecks.Alpha(oneSidedAlpha);
        var gain = DesignChecks.Finite(meanChange1 - meanChange0, nameof(meanChange1));
        double alive0 = Math.Exp(-hazard0 * horizon), alive1 = Math.Exp(-hazard1 * horizon);

        // Chance that the one with the given hazard dies before the horizon and before an independent time of the rival hazard.
        double First(double hazard, double rival) =>
            hazard == 0 ? 0 : hazard / (hazard + rival) * (1 - Math.Exp(-(hazard + rival) * horizon));

        var spread = Math.Sqrt((standardDeviation0 * standardDeviation0) + (standardDeviation1 * standardDeviation1));
        WinProbability = First(hazard0, hazard1) + (alive0 * alive1 * Normal.CDF(0, 1, gain / spread));
        _twoBeatOne = First(hazard0, 2 * hazard1) + (alive0 * alive1 * alive1 * Average(
            u => Math.Pow(Normal.CDF(0, 1, (gain - (u * standardDeviation0)) / standardDeviation1), 2)));

        // Group 1 dead at t beats both of group 0 with (1 - S0(t))^2; alive with y, each is dead or lower.
        var dead = First(hazard1, 0) - (2 * First(hazard1, hazard0)) + First(hazard1, 2 * hazard0);
        _oneBeatsTwo = dead + (alive1 * Average(
            u => Math.Pow(1 - alive0 + (alive0 * Normal.CDF(0, 1, (gain + (u * standardDeviation1)) / standardDeviation0)), 2)));
    }

    /// <summary>One-sided level.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Chance that a patient of group 1 does better than one of group 0; 1/2 without effect.</summary>
    public double WinProbability { get; }

    /// <summary>Power in the direction of the effect; the one-sided level is not reached when the win probability is 1/2.</summary>
    /// <param name="sizes">At least 1 each.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public double Power(GroupSizes sizes)
    {
        double n0 = sizes.Group0, n1 = sizes.Group1, pairs = n0 * n1, win = WinProbability;
        if (!(n0 >= 1 && n1 >= 1 && double.IsFinite(pairs)))
        {
            throw new ArgumentOutOfRangeException(nameof(sizes), sizes, "Each group has at least 1 patient.");
        }

        var variance = ((win * (1 - win)) + ((n1 - 1) * (_twoBeatOne - (win * win))) + ((n0 - 1) * (_oneBeatsTwo - (win * win)))) / pairs;
        return NormalPower.Power(win - 0.5, variance, (n0 + n1 + 1) / (12 * pairs), OneSidedAlpha);
    }

    /// <summary>Sizes that give a power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded; infinite when the win probability is 1/2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes SampleSize(double power, double allocation = 1)
    {
        DesignChecks.Target(power, allocation, OneSidedAlpha);
        if (Math.Abs(WinProbability - 0.5) < 1e-9)
        {
            return new(double.PositiveInfinity, double.PositiveInfinity);
        }

        var least = Math.Max(1, 1 / allocation);
        var group0 = BracketedRoot.FindAbove(n => power - Power(new(n, n * allocation)), least, 4 * least);
        return new(group0, group0 * allocation);
    }

    // Over a standard normal u; the integrand is smooth unless one deviation is much smaller than the other, hence the many panels.
    private static double Average(Func<double, double> value)
    {
        var sum = 0.0;
        for (var low = -9.0; low < 9; low += 0.5)
        {
            sum += GaussLegendreRule.Integrate(u => Normal.PDF(0, 1, u) * value(u), low, low + 0.5, 20);
        }

        return sum;
    }
}
