namespace ProgressionSim.Statistics.Ranks;

/// <summary>Rank-sum test stratified by van Elteren's rule: ranks within each stratum, strata weighted by 1/(size + 1), variance corrected for ties.</summary>
/// <remarks>
/// Van Elteren (Bull Int Stat Inst 37:351-361, 1960). For a stratified combined assessment of function and survival give it <see cref="JointComparison.Scores"/>.
/// One instance per thread: it owns its scratch memory and allocates only to grow.
/// </remarks>
public sealed class VanElterenTest
{
    private readonly MidRanks ranking = new();
    private int[] starts = [];
    private double[] values = [];
    private int[] groups = [];
    private double[] ranks = [];

    /// <summary>Tests whether group 1 has larger values than group 0.</summary>
    /// <param name="group">0 (reference) or 1 for each patient.</param>
    /// <param name="values">Value of each patient; not NaN.</param>
    /// <param name="strata">Stratum of each patient, numbered from 0 without large gaps.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a group is neither 0 nor 1, a stratum is negative, or a value is NaN.</exception>
    public VanElterenResult Run(ReadOnlySpan<int> group, ReadOnlySpan<double> values, ReadOnlySpan<int> strata)
    {
        Check(group, values, strata);
        var count = SortIntoStrata(group, values, strata);
        double sum = 0, variance = 0;
        var informative = 0;
        for (int stratum = 0, start = 0; stratum < count; stratum++)
        {
            // Filling has moved each start to where the next stratum begins.
            var size = starts[stratum] - start;
            var own = this.values.AsSpan(start, size);
            var result = RankSumResult.Of(ranks.AsSpan(0, size), groups.AsSpan(start, size), ranking.Rank(own, ranks));
            start += size;
            if (result.Status == FitStatus.Estimated)
            {
                double weight = 1.0 / (size + 1);
                sum += weight * result.Z * Math.Sqrt(result.Variance);
                variance += weight * weight * result.Variance;
                informative++;
            }
        }

        if (informative == 0)
        {
            return new VanElterenResult(FitStatus.NotEstimable, 0, double.NaN, double.NaN);
        }

        var z = sum / Math.Sqrt(variance);
        return new VanElterenResult(FitStatus.Estimated, informative, z, TailProbability.NormalTwoSided(z));
    }

    private static void Check(ReadOnlySpan<int> group, ReadOnlySpan<double> values, ReadOnlySpan<int> strata)
    {
        if (values.Length != group.Length || strata.Length != group.Length)
        {
            throw new ArgumentException("Groups, values and strata differ in length.", nameof(values));
        }

        RankInput.CheckGroups(group);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]) || strata[i] < 0)
            {
                throw new ArgumentException("A value is NaN or a stratum is negative.", nameof(values));
            }
        }
    }

    private int SortIntoStrata(ReadOnlySpan<int> group, ReadOnlySpan<double> given, ReadOnlySpan<int> strata)
    {
        var count = 0;
        foreach (var stratum in strata)
        {
            count = Math.Max(count, stratum + 1);
        }

        if (starts.Length <= count)
        {
            starts = new int[count + 1];
        }

        if (values.Length < given.Length)
        {
            values = new double[given.Length];
            groups = new int[given.Length];
            ranks = new double[given.Length];
        }

        starts.AsSpan(0, count + 1).Clear();
        foreach (var stratum in strata)
        {
            starts[stratum + 1]++;
        }

        for (var stratum = 0; stratum < count; stratum++)
        {
            starts[stratum + 1] += starts[stratum];
        }

        for (var i = 0; i < given.Length; i++)
        {
            var to = starts[strata[i]]++;
            values[to] = given[i];
            groups[to] = group[i];
        }

        return count;
    }
}
