namespace ProgressionSim.Statistics.Means;

/// <summary>Student's and Welch's t tests of two groups.</summary>
/// <remarks>
/// Sources: Student, Biometrika 6:1-25 (1908), doi:10.1093/biomet/6.1.1; Welch, Biometrika 34:28-35 (1947), doi:10.1093/biomet/34.1-2.28.
/// Pure, so thread-safe. No allocation.
/// </remarks>
public static class TwoSampleTTest
{
    /// <summary>Student's test: one variance for both groups.</summary>
    /// <param name="values">One per patient; NaN is missing and leaves the patient out; otherwise finite.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <returns>Mean of group 1 minus mean of group 0. Not estimable when a group is empty, there are fewer than three values, or no spread.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a value is infinite.</exception>
    public static EffectEstimate Pooled(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
    {
        var (reference, compared) = Moments.OfGroups(values, group);
        double freedom = reference.Count + compared.Count - 2;
        if (reference.Count == 0 || compared.Count == 0 || freedom <= 0 || !HasSpread(reference, compared))
        {
            return EffectEstimate.NotEstimable;
        }

        var variance = (reference.Squares + compared.Squares) / freedom;
        var error = Math.Sqrt(variance * ((1.0 / reference.Count) + (1.0 / compared.Count)));
        return EffectEstimate.FromStudent(compared.Mean - reference.Mean, error, freedom);
    }

    /// <summary>Welch's test: a variance for each group, with Satterthwaite's degrees of freedom.</summary>
    /// <param name="values">One per patient; NaN is missing and leaves the patient out; otherwise finite.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <returns>Mean of group 1 minus mean of group 0. Not estimable when a group has fewer than two values or there is no spread.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a value is infinite.</exception>
    public static EffectEstimate Welch(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
    {
        var (reference, compared) = Moments.OfGroups(values, group);
        if (reference.Count < 2 || compared.Count < 2 || !HasSpread(reference, compared))
        {
            return EffectEstimate.NotEstimable;
        }

        double freedom0 = reference.Count - 1, freedom1 = compared.Count - 1;
        double part0 = reference.Squares / freedom0 / reference.Count, part1 = compared.Squares / freedom1 / compared.Count;
        double variance = part0 + part1, share0 = part0 / variance, share1 = part1 / variance;
        var freedom = 1 / ((share0 * share0 / freedom0) + (share1 * share1 / freedom1));
        return EffectEstimate.FromStudent(compared.Mean - reference.Mean, Math.Sqrt(variance), freedom);
    }

    /// <summary>False when deviations from the means are no more than rounding.</summary>
    private static bool HasSpread(Moments reference, Moments compared)
    {
        var size = Math.Max(Math.Abs(reference.Mean), Math.Abs(compared.Mean));
        return Math.Sqrt((reference.Squares + compared.Squares) / (reference.Count + compared.Count)) > 1e-14 * size;
    }

    /// <summary>What a t test needs of a group.</summary>
    /// <param name="Count">Values.</param>
    /// <param name="Mean">Their mean.</param>
    /// <param name="Squares">Sum of squared deviations from it.</param>
    private readonly record struct Moments(int Count, double Mean, double Squares)
    {
        public static (Moments Reference, Moments Compared) OfGroups(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
        {
            _ = GroupCodes.CountOnes(group, values.Length);
            int count0 = 0, count1 = 0;
            double sum0 = 0, sum1 = 0;
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i]))
                {
                    continue;
                }

                count1 += group[i];
                count0 += 1 - group[i];
                sum1 += group[i] == 1 ? values[i] : 0;
                sum0 += group[i] == 0 ? values[i] : 0;
            }

            double mean0 = sum0 / count0, mean1 = sum1 / count1, squares0 = 0, squares1 = 0;
            if (!double.IsFinite(sum0) || !double.IsFinite(sum1))
            {
                throw new ArgumentOutOfRangeException(nameof(values), "Every value must be finite or NaN.");
            }

            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i]))
                {
                    continue;
                }

                var deviation = values[i] - (group[i] == 1 ? mean1 : mean0);
                squares1 += group[i] == 1 ? deviation * deviation : 0;
                squares0 += group[i] == 0 ? deviation * deviation : 0;
            }

            return (new(count0, mean0, squares0), new(count1, mean1, squares1));
        }
    }
}
