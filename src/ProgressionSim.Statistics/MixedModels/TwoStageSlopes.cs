namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Two-stage analysis of slopes: a least-squares line for each patient, then t tests on the slopes.</summary>
/// <remarks>
/// Simple and robust, but slopes of short follow-up count as much as those of long, and patients with a single measurement are left out; so it is biased where
/// follow-up depends on the slope, as it does when fast progressors die. Pure, so thread-safe; allocates nothing.
/// </remarks>
public static class TwoStageSlopes
{
    /// <summary>Least-squares slope of each patient.</summary>
    /// <param name="values">Measurements [patient * visits + visit]; NaN is missing.</param>
    /// <param name="times">Times of the visits, the same for all patients, or [patient * visits + visit]; finite where needed.</param>
    /// <param name="slopes">Receives one slope for each patient, NaN where there are no two measurements at different times; sets the number of patients.</param>
    /// <exception cref="ArgumentException">Lengths do not fit together.</exception>
    public static void Slopes(ReadOnlySpan<double> values, ReadOnlySpan<double> times, Span<double> slopes)
    {
        if (slopes.IsEmpty || values.IsEmpty || values.Length % slopes.Length != 0)
        {
            throw new ArgumentException("There must be as many values for each patient as visits, and at least one.", nameof(values));
        }

        var visits = values.Length / slopes.Length;
        if (times.Length != visits && times.Length != values.Length)
        {
            throw new ArgumentException("There must be a time for each visit or for each value.", nameof(times));
        }

        for (var patient = 0; patient < slopes.Length; patient++)
        {
            slopes[patient] = SlopeOf(values, times, visits, patient);
        }
    }

    /// <summary>Compares the slopes of two groups.</summary>
    /// <param name="values">Measurements [patient * visits + visit]; NaN is missing.</param>
    /// <param name="times">Times of the visits, the same for all patients, or [patient * visits + visit].</param>
    /// <param name="group">Group of each patient, 0 or 1.</param>
    /// <exception cref="ArgumentException">Lengths do not fit together, a group is not 0 or 1, or a time needed is not finite.</exception>
    public static TwoStageResult Compare(ReadOnlySpan<double> values, ReadOnlySpan<double> times, ReadOnlySpan<int> group)
    {
        var visits = RandomSlopeShapes.Visits(values, times, group);
        double n0 = 0, n1 = 0, mean0 = 0, mean1 = 0, squares0 = 0, squares1 = 0;
        for (var patient = 0; patient < group.Length; patient++)
        {
            var slope = SlopeOf(values, times, visits, patient);
            if (double.IsNaN(slope))
            {
                continue;
            }

            // Running means (Welford) keep their digits.
            if (group[patient] == 0)
            {
                Add(slope, ref n0, ref mean0, ref squares0);
            }
            else
            {
                Add(slope, ref n1, ref mean1, ref squares1);
            }
        }

        // Lines through the same numbers can differ by rounding.
        var rounding = 1e-24 * ((mean0 * mean0) + (mean1 * mean1));
        if (!(n0 >= 2 && n1 >= 2 && squares0 > n0 * rounding && squares1 > n1 * rounding))
        {
            var none = new TwoStageTest(double.NaN, double.NaN, double.NaN, double.NaN);
            return new TwoStageResult(FitStatus.NotEstimable, (int)n0, (int)n1, double.NaN, double.NaN, double.NaN, none, none);
        }

        var estimate = mean1 - mean0;
        var pooled = (squares0 + squares1) / (n0 + n1 - 2) * ((1 / n0) + (1 / n1));
        var v0 = squares0 / ((n0 - 1) * n0);
        var v1 = squares1 / ((n1 - 1) * n1);
        var welch = (v0 + v1) * (v0 + v1) / ((v0 * v0 / (n0 - 1)) + (v1 * v1 / (n1 - 1)));
        return new TwoStageResult(
            FitStatus.Estimated, (int)n0, (int)n1, mean0, mean1, estimate, Test(estimate, pooled, n0 + n1 - 2), Test(estimate, v0 + v1, welch));
    }

    private static double SlopeOf(ReadOnlySpan<double> values, ReadOnlySpan<double> times, int visits, int patient) =>
        LeastSquaresLine.Fit(
            values.Slice(patient * visits, visits), times.Length == visits ? times : times.Slice(patient * visits, visits)).Slope;

    private static void Add(double value, ref double count, ref double mean, ref double squares)
    {
        count++;
        var apart = value - mean;
        mean += apart / count;
        squares += apart * (value - mean);
    }

    private static TwoStageTest Test(double estimate, double variance, double degrees)
    {
        var error = Math.Sqrt(variance);
        var statistic = estimate / error;
        return new TwoStageTest(error, degrees, statistic, TailProbability.StudentTTwoSided(statistic, degrees));
    }
}
