using ProgressionSim.Statistics;
using ProgressionSim.Statistics.Ranks;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Turns a rank-sum test into an outcome whose effect is the net benefit: chance of doing better less chance of doing worse.</summary>
internal static class RankOutcome
{
    /// <summary>The outcome.</summary>
    /// <param name="test">The test; larger ranks are better.</param>
    /// <param name="group">Group of each patient.</param>
    /// <param name="ranks">Rank of each patient; NaN for those left out.</param>
    public static AnalysisOutcome Of(RankSumResult test, ReadOnlySpan<int> group, ReadOnlySpan<double> ranks)
    {
        if (test.Status != FitStatus.Estimated)
        {
            return AnalysisOutcome.None(test.Status);
        }

        var (active, control) = (0L, 0L);
        for (var patient = 0; patient < group.Length; patient++)
        {
            if (!double.IsNaN(ranks[patient]))
            {
                active += group[patient];
                control += 1 - group[patient];
            }
        }

        // U over the number of pairs is the chance of doing better with ties counted half; the standard error is that without an effect.
        var pairs = (double)active * control;
        return new AnalysisOutcome(
            (2 * test.MannWhitney / pairs) - 1, 2 * Math.Sqrt(test.Variance) / pairs, double.PositiveInfinity, test.Z, test.Status, false);
    }
}
