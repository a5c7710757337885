using System.Collections.Immutable;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>Bounds for the looks a trial actually had, however many and whenever, by error spending.</summary>
/// <remarks>
/// The number and times of looks need not be planned as long as they do not depend on the observed effect.
/// Source: Lan and DeMets, Biometrika 70:659-663 (1983), doi:10.1093/biomet/70.3.659. Pure functions, so thread-safe.
/// </remarks>
public static class ObservedBounds
{
    /// <summary>Upper bounds at all looks so far; a further look never changes an earlier bound.</summary>
    /// <param name="information">Observed information at the looks so far over that planned for the last: 1 to 20 rates, above 0, strictly ascending. May
    /// pass 1.</param>
    /// <param name="spending">Spending function of the type I error.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded; half of a two-sided level.</param>
    /// <param name="lastIsFinal">Whether the last look is the end of the trial, which spends all that is left even below (or above) information 1.</param>
    /// <returns>One z a look; infinity where nothing is left to spend.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static ImmutableArray<double> Upper(ReadOnlySpan<double> information, Spending spending, double oneSidedAlpha = 0.025, bool lastIsFinal = false)
    {
        ArgumentNullException.ThrowIfNull(spending);
        SequentialDesign.CheckAlpha(oneSidedAlpha);
        InformationRates.Check(information, nameof(information));
        var spent = SequentialDesign.Spent(information, spending, oneSidedAlpha);
        if (lastIsFinal)
        {
            spent[^1] = oneSidedAlpha;
        }

        return BoundSearch.Upper(information, spent);
    }

    /// <summary>Crossing probabilities of any bounds at any looks.</summary>
    /// <param name="information">Information at the looks: 1 to 20 rates, above 0, strictly ascending.</param>
    /// <param name="upper">Upper z bounds, one a look; infinity for none.</param>
    /// <param name="lower">Lower z bounds, one a look, minus infinity for none at that look; empty for none at all.</param>
    /// <param name="drift">Expected z at information 1; finite.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a bound is NaN, or an argument is outside its range.</exception>
    public static SequentialOutcome Crossing(ReadOnlySpan<double> information, ReadOnlySpan<double> upper, ReadOnlySpan<double> lower, double drift)
    {
        InformationRates.Check(information, nameof(information));
        if (upper.Length != information.Length || !(lower.IsEmpty || lower.Length == information.Length))
        {
            throw new ArgumentException("There is one bound a look.", nameof(upper));
        }

        foreach (var bound in upper)
        {
            ThrowIfNaN(bound, nameof(upper));
        }

        foreach (var bound in lower)
        {
            ThrowIfNaN(bound, nameof(lower));
        }

        if (!double.IsFinite(drift))
        {
            throw new ArgumentOutOfRangeException(nameof(drift), drift, "A drift is finite.");
        }

        return SequentialOutcome.Of(information, upper, lower, drift);
    }

    private static void ThrowIfNaN(double bound, string name)
    {
        if (double.IsNaN(bound))
        {
            throw new ArgumentException("A bound is a number or infinite.", name);
        }
    }
}
