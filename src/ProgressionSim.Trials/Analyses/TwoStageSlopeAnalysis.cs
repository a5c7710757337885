using ProgressionSim.Statistics;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Each patient's least-squares slope, then a t test.</summary>
internal sealed class TwoStageSlopeAnalysis : IEndpointAnalysis
{
    private readonly int benefitSign;

    public TwoStageSlopeAnalysis(Endpoint endpoint) => benefitSign = endpoint.Measure!.HigherIsBetter ? 1 : -1;

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        if (input.Count == 0)
        {
            return AnalysisOutcome.None(FitStatus.NotEstimable);
        }

        var length = input.Count * input.Visits;
        var result = TwoStageSlopes.Compare(input.Values.AsSpan(0, length), input.Months.AsSpan(0, length), input.Group.AsSpan(0, input.Count));
        return result.Status == FitStatus.Estimated
            ? Outcomes.Of(EffectEstimate.FromStudent(result.Estimate, result.Pooled.StandardError, result.Pooled.DegreesOfFreedom), benefitSign)
            : AnalysisOutcome.None(result.Status);
    }
}
