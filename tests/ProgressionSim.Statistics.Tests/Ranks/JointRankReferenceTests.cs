using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.Ranks;

namespace ProgressionSim.Statistics.Tests.Ranks;

/// <summary>Oracle: the pair rule and its tests written out in R on two made-up trials; 15 digits are given.</summary>
public sealed class JointRankReferenceTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<string, TiedEvents> Trials => new(
        from file in new[] { "cafs_small", "cafs_medium" }
        from tied in Enum.GetValues<TiedEvents>()
        select (file, tied));

    [Theory]
    [MemberData(nameof(Trials))]
    public void Scores_ranks_and_pairs_are_met_exactly(string file, TiedEvents tied)
    {
        var comparison = Compare(file, tied);
        var rows = ReferenceData.Csv($"{file}_scores_{NameInR(tied)}_expected.csv");
        Assert.Equal(rows.Select(row => row["score"]), comparison.Scores.ToArray());
        Assert.Equal(rows.Select(row => row["rank"]), comparison.Ranks.ToArray());
        var pairs = Expected(file, tied).GetProperty("pairs");
        Assert.Equal(pairs.GetProperty("total").GetInt64(), comparison.Pairs);
        Assert.Equal(pairs.GetProperty("decided_by_survival").GetInt64(), comparison.PairsDecidedBySurvival);
        Assert.Equal(pairs.GetProperty("decided_by_function").GetInt64(), comparison.PairsDecidedByFunction);
        Assert.Equal(pairs.GetProperty("tied").GetInt64(), comparison.PairsTied);
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Both_tests_are_met(string file, TiedEvents tied)
    {
        var comparison = Compare(file, tied);
        var expected = Expected(file, tied);
        var rankSum = JointRankTest.RankSum(comparison);
        Assert.Equal(FitStatus.Estimated, rankSum.Status);
        Close(expected, "mean_rank_arm1", rankSum.MeanRankDifference + expected.GetProperty("mean_rank_arm0").GetDouble());
        var wilcoxon = expected.GetProperty("wilcoxon");
        Close(wilcoxon, "W_mann_whitney_arm1", rankSum.MannWhitney);
        Close(wilcoxon, "variance_tie_corrected", rankSum.Variance);
        Close(wilcoxon, "z", rankSum.Z);
        Close(wilcoxon, "p_two_sided", rankSum.PValue);
        Close(wilcoxon, "p_continuity_corrected", rankSum.CorrectedPValue);
        var test = JointRankTest.FinkelsteinSchoenfeld(comparison);
        Assert.Equal(FitStatus.Estimated, test.Status);
        var finkelstein = expected.GetProperty("finkelstein_schoenfeld");
        Close(finkelstein, "T_arm1", test.Score);
        Close(finkelstein, "variance", test.Variance);
        Close(finkelstein, "z", test.Z);
        Close(finkelstein, "p_two_sided", test.PValue);
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Van_elterens_test_is_met(string file, TiedEvents tied)
    {
        var comparison = Compare(file, tied);
        int[] strata = [.. ReferenceData.Csv(file + ".csv").Select(row => (int)((2 * row["bulbar"]) + row["riluzole"]))];
        var test = new VanElterenTest().Run(comparison.Groups, comparison.Scores, strata);
        var expected = Expected(file, tied).GetProperty("van_elteren_bulbar_x_riluzole");
        Assert.Equal(FitStatus.Estimated, test.Status);
        Close(expected, "z", test.Z);
        Close(expected, "p_two_sided", test.PValue);
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Win_statistics_are_met(string file, TiedEvents tied)
    {
        var result = WinRatio.Estimate(Compare(file, tied));
        var expected = Expected(file, tied).GetProperty("win_statistics_arm1_vs_arm0");
        Assert.Equal(expected.GetProperty("pairs").GetInt64(), result.Pairs);
        Assert.Equal(expected.GetProperty("wins").GetInt64(), result.Wins);
        Assert.Equal(expected.GetProperty("losses").GetInt64(), result.Losses);
        Assert.Equal(expected.GetProperty("ties").GetInt64(), result.Ties);
        Close(expected, "win_ratio", result.WinRatio.Estimate);
        Close(expected, "var_log_win_ratio", Math.Pow(result.WinRatio.StandardError, 2));
        Close(expected, "wr_lower95", result.WinRatio.Low);
        Close(expected, "wr_upper95", result.WinRatio.High);
        Close(expected, "net_benefit", result.NetBenefit.Estimate);
        Close(expected, "var_net_benefit", Math.Pow(result.NetBenefit.StandardError, 2));
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Regressions_on_the_ranks_are_met(string file, TiedEvents tied)
    {
        var comparison = Compare(file, tied);
        var rows = ReferenceData.Csv(file + ".csv");
        foreach (var (name, columns) in new (string, string[])[]
            { ("ancova_on_ranks_unadjusted", ["arm"]), ("ancova_on_ranks_adjusted", ["arm", "delta_fs", "bulbar", "riluzole"]) })
        {
            var expected = Expected(file, tied).GetProperty(name);
            var x = Matrix<double>.Build.Dense(rows.Count, columns.Length + 1, (i, j) => j == 0 ? 1 : rows[i][columns[j - 1]]);
            var y = Vector<double>.Build.Dense(comparison.Ranks.ToArray());
            var beta = x.QR().Solve(y);
            var rss = (y - (x * beta)).PointwisePower(2).Sum();
            var inverse = x.TransposeThisAndMultiply(x).Inverse();
            Close(expected, "rss", rss);
            for (var j = 0; j <= columns.Length; j++)
            {
                Numbers.Close(expected.GetProperty("estimate")[j].GetDouble(), beta[j], 1e-11, "estimate");
                Numbers.Close(expected.GetProperty("se")[j].GetDouble(), Math.Sqrt(inverse[j, j] * rss / (rows.Count - columns.Length - 1)), 1e-11, "standard error");
            }
        }
    }

    private static JointComparison Compare(string file, TiedEvents tied) => PlainComparison.Read(file).With(new JointComparison(), tied);

    private static JsonElement Expected(string file, TiedEvents tied) =>
        ReferenceData.Json("cafs_expected.json").GetProperty(file).GetProperty("tied_deaths_" + NameInR(tied));

    private static string NameInR(TiedEvents tied) => tied == TiedEvents.CompareFunction ? "function" : "zero";

    private static void Close(JsonElement expected, string name, double actual) =>
        Numbers.RelativelyClose(expected.GetProperty(name).GetDouble(), actual, Tolerance, name);
}
