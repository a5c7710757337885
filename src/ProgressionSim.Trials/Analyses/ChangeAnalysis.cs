using ProgressionSim.Statistics.Means;
using ProgressionSim.Statistics.Ranks;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Analyses of the change at one visit among those seen: analysis of covariance, t test and rank-sum test.</summary>
internal sealed class ChangeAnalysis : IEndpointAnalysis
{
    private readonly Ancova ancova = new();
    private readonly WorstRankTest ranks = new();
    private readonly AnalysisMethod method;
    private readonly bool higherIsBetter;
    private double[] oriented = [];
    private bool[] noEvents = [];

    public ChangeAnalysis(Endpoint endpoint) => (method, higherIsBetter) = (endpoint.Analysis, endpoint.Measure!.HigherIsBetter);

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        var changes = input.Final.AsSpan(0, input.Count);
        var group = input.Group.AsSpan(0, input.Count);
        var benefitSign = higherIsBetter ? 1 : -1;
        switch (method)
        {
            case AnalysisMethod.TTest:
                return Outcomes.Of(TwoSampleTTest.Pooled(changes, group), benefitSign);
            case AnalysisMethod.Ancova:
                var covariates = input.CovariateCount + 1;
                return Outcomes.Of(ancova.Fit(changes, group, input.Covariates.AsSpan(0, input.Count * covariates), covariates).Effect, benefitSign);
            default:
                return RankSum(input, changes, group);
        }
    }

    /// <summary>The worst-rank test without events is the rank-sum test of those seen, with ties.</summary>
    private AnalysisOutcome RankSum(AnalysisInput input, ReadOnlySpan<double> changes, ReadOnlySpan<int> group)
    {
        if (noEvents.Length < input.Count)
        {
            noEvents = new bool[input.Count];
        }

        var better = higherIsBetter ? changes : Orientation.Turn(changes, ref oriented);
        var result = ranks.Run(group, input.EventMonths.AsSpan(0, input.Count), noEvents.AsSpan(0, input.Count), better, double.PositiveInfinity);
        return RankOutcome.Of(result, group, ranks.Ranks);
    }
}
