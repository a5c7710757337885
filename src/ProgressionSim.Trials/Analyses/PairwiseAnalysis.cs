using ProgressionSim.Statistics;
using ProgressionSim.Statistics.Ranks;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Joint rank, win ratio and win odds: every treated patient against every untreated one, first by time of the event, then by change in function.</summary>
internal sealed class PairwiseAnalysis : IEndpointAnalysis
{
    private readonly JointComparison comparison = new();
    private readonly AnalysisMethod method;
    private readonly bool higherIsBetter;
    private double[] oriented = [];

    public PairwiseAnalysis(Endpoint endpoint)
    {
        method = endpoint.Analysis;
        higherIsBetter = endpoint.Measure!.HigherIsBetter;
    }

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        var visits = input.Visits - 1;
        var changes = input.Changes.AsSpan(0, input.Count * visits);
        if (!higherIsBetter)
        {
            changes = Orientation.Turn(changes, ref oriented);
        }

        comparison.Compare(
            input.Group.AsSpan(0, input.Count), input.EventMonths.AsSpan(0, input.Count), input.HasEvent.AsSpan(0, input.Count), changes, visits);
        var wins = WinRatio.Estimate(comparison);
        if (method == AnalysisMethod.JointRank)
        {
            // Berry 2013: the rank-sum test of the ranked scores; the effect is the net benefit of the same pairs, whose standard error may be unknown in tiny trials.
            var test = JointRankTest.RankSum(comparison);
            return test.Status == FitStatus.Estimated
                ? new AnalysisOutcome((double)(wins.Wins - wins.Losses) / wins.Pairs, wins.NetBenefit.StandardError, double.PositiveInfinity, test.Z, test.Status, false)
                : AnalysisOutcome.None(test.Status);
        }

        var ratio = method == AnalysisMethod.WinRatio ? wins.WinRatio : wins.WinOdds;
        return ratio.Status == FitStatus.Estimated
            ? new AnalysisOutcome(Math.Log(ratio.Estimate), ratio.StandardError, double.PositiveInfinity, ratio.Z, ratio.Status, false)
            : AnalysisOutcome.None(ratio.Status);
    }
}
