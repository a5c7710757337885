using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>A group-sequential design: at each look the trial stops for effect at or above an upper z bound, and may stop for futility at or below a lower
/// one.</summary>
/// <remarks>
/// One-sided: large z speaks for an effect. A symmetric two-sided design of level a uses these bounds at a/2 with both signs; the chance that one trial would
/// cross both, at most about 1e-6 at usual levels, is neglected. Upper bounds ignore the lower ones (non-binding futility), so the type I error holds
/// whether or
/// not a trial obeys them. The canonical joint distribution is assumed: Z_k normal with mean drift sqrt(I_k) and correlation sqrt(I_j/I_k).
/// Source: Jennison and Turnbull, Group Sequential Methods with Applications to Clinical Trials (2000).
/// Arrays have one entry per look. Immutable, so thread-safe. Equality compares array references, not contents.
/// </remarks>
public sealed record SequentialDesign
{
    private SequentialDesign()
    {
    }

    /// <summary>Information at each look over that planned for the last one; strictly ascending, the last 1.</summary>
    public required ImmutableArray<double> InformationRates { get; init; }

    /// <summary>One-sided type I error over all looks.</summary>
    public required double OneSidedAlpha { get; init; }

    /// <summary>z at or above which the trial stops for effect; infinity where no error is spent.</summary>
    public required ImmutableArray<double> UpperBounds { get; init; }

    /// <summary>z at or below which the trial stops for futility; minus infinity where it does not. With futility, the last one equals the last upper
    /// bound.</summary>
    public required ImmutableArray<double> LowerBounds { get; init; }

    /// <summary>Looks; at least 1.</summary>
    public int Looks => InformationRates.Length;

    /// <summary>Whether any look may stop for futility.</summary>
    public bool HasFutility => LowerBounds.Any(double.IsFinite);

    /// <summary>One-sided p-value that each upper bound stands for.</summary>
    public ImmutableArray<double> NominalP => [.. UpperBounds.Select(bound => Normal.CDF(0, 1, -bound))];

    /// <summary>O'Brien and Fleming's bounds: c/sqrt(I), a constant bound on the scale of the sum.</summary>
    /// <param name="informationRates">1 to 20 rates, strictly ascending to 1.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded; half of a two-sided level.</param>
    /// <returns>The design, without futility.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    /// <remarks>Source: O'Brien and Fleming, Biometrics 35:549-556 (1979), doi:10.2307/2530245.</remarks>
    public static SequentialDesign OBrienFleming(ReadOnlySpan<double> informationRates, double oneSidedAlpha = 0.025) =>
        FromPowerFamily(informationRates, oneSidedAlpha, 0);

    /// <summary>Pocock's bounds: the same z at every look, also at looks that are not evenly spaced.</summary>
    /// <param name="informationRates">1 to 20 rates, strictly ascending to 1.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded; half of a two-sided level.</param>
    /// <returns>The design, without futility.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    /// <remarks>Source: Pocock, Biometrika 64:191-199 (1977), doi:10.1093/biomet/64.2.191.</remarks>
    public static SequentialDesign Pocock(ReadOnlySpan<double> informationRates, double oneSidedAlpha = 0.025) =>
        FromPowerFamily(informationRates, oneSidedAlpha, 0.5);

    /// <summary>Bounds that spend the type I error by a function of the information.</summary>
    /// <param name="informationRates">1 to 20 rates, strictly ascending to 1.</param>
    /// <param name="spending">Spending function.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded; half of a two-sided level.</param>
    /// <returns>The design, without futility.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static SequentialDesign FromSpending(ReadOnlySpan<double> informationRates, Spending spending, double oneSidedAlpha = 0.025)
    {
        ArgumentNullException.ThrowIfNull(spending);
        CheckAlpha(oneSidedAlpha);
        Sequential.InformationRates.CheckPlanned(informationRates, nameof(informationRates));
        return Make(informationRates, oneSidedAlpha, BoundSearch.Upper(informationRates, Spent(informationRates, spending, oneSidedAlpha)));
    }

    /// <summary>The same upper bounds with non-binding futility: the type II error is spent by a function of its own at the drift that gives the
    /// power.</summary>
    /// <param name="spending">Spending function of the type II error.</param>
    /// <param name="power">Above the one-sided level, below 1; with every lower bound obeyed.</param>
    /// <returns>The design; <see cref="DriftForPower"/> of the same power returns the drift it was made for.</returns>
    /// <exception cref="ArgumentException">The power is outside its range.</exception>
    /// <remarks>Source: Pampallona, Tsiatis and Kim, Drug Inf J 35:1113-1121 (2001); upper bounds here ignore the lower.</remarks>
    public SequentialDesign WithFutility(Spending spending, double power)
    {
        ArgumentNullException.ThrowIfNull(spending);
        CheckPower(power);
        var spent = Spent(InformationRates.AsSpan(), spending, 1 - power);
        double Excess(double drift) => BoundSearch.Lower(InformationRates.AsSpan(), UpperBounds.AsSpan(), spent, drift).LastExcess;
        var found = BracketedRoot.FindAbove(Excess, 0, FixedDrift(power) * 1.25);
        return this with { LowerBounds = BoundSearch.Lower(InformationRates.AsSpan(), UpperBounds.AsSpan(), spent, found).Lower };
    }

    /// <summary>Crossing probabilities and expected information at a drift.</summary>
    /// <param name="drift">Expected z at the last look; 0 is no effect; finite.</param>
    /// <param name="obeyFutility">Whether the trial stops at the lower bounds; false gives the error that non-binding bounds are allowed to reach.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The drift is not finite.</exception>
    public SequentialOutcome At(double drift, bool obeyFutility = true)
    {
        if (!double.IsFinite(drift))
        {
            throw new ArgumentOutOfRangeException(nameof(drift), drift, "A drift is finite.");
        }

        return SequentialOutcome.Of(InformationRates.AsSpan(), UpperBounds.AsSpan(), obeyFutility ? LowerBounds.AsSpan() : [], drift);
    }

    /// <summary>Drift at which the design has a given power, every lower bound obeyed.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <returns>Expected z at the last look.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The power is outside its range.</exception>
    public double DriftForPower(double power)
    {
        CheckPower(power);
        return BracketedRoot.FindAbove(drift => power - At(drift).RejectionProbability, 0, FixedDrift(power) * 1.25);
    }

    /// <summary>Maximum information of the design over that of a design with one look, for the same power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <returns>At least 1 without rounding: multiply a fixed sample size by it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The power is outside its range.</exception>
    public double Inflation(double power)
    {
        var ratio = DriftForPower(power) / FixedDrift(power);
        return ratio * ratio;
    }

    internal static double[] Spent(ReadOnlySpan<double> rates, Spending spending, double total) =>
        [.. rates.ToArray().Select(rate => spending.Spent(rate, total))];

    internal static void CheckAlpha(double oneSidedAlpha)
    {
        if (!(oneSidedAlpha > 0 && oneSidedAlpha < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(oneSidedAlpha), oneSidedAlpha, "A one-sided level lies between 0 and 0.5, both excluded.");
        }
    }

    private static SequentialDesign FromPowerFamily(ReadOnlySpan<double> rates, double oneSidedAlpha, double shape)
    {
        CheckAlpha(oneSidedAlpha);
        Sequential.InformationRates.CheckPlanned(rates, "informationRates");
        return Make(rates, oneSidedAlpha, BoundSearch.PowerFamily(rates, oneSidedAlpha, shape));
    }

    private static SequentialDesign Make(ReadOnlySpan<double> rates, double oneSidedAlpha, ImmutableArray<double> upper) => new()
    {
        InformationRates = [.. rates],
        OneSidedAlpha = oneSidedAlpha,
        UpperBounds = upper,
        LowerBounds = [.. upper.Select(_ => double.NegativeInfinity)],
    };

    private double FixedDrift(double power) => Normal.InvCDF(0, 1, power) - Normal.InvCDF(0, 1, OneSidedAlpha);

    private void CheckPower(double power)
    {
        if (!(power > OneSidedAlpha && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between the one-sided level and 1, both excluded.");
        }
    }
}
