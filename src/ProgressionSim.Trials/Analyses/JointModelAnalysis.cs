using ProgressionSim.Statistics;
using ProgressionSim.Statistics.JointModels;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Shared-parameter joint model of function and event with a Weibull hazard; the effect tested is that on the slope.</summary>
internal sealed class JointModelAnalysis : IEndpointAnalysis
{
    private readonly JointModel model = new();
    private readonly int benefitSign;

    public JointModelAnalysis(Endpoint endpoint) => benefitSign = endpoint.Measure!.HigherIsBetter ? 1 : -1;

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        var length = input.Count * input.Visits;
        var fit = model.Fit(
            input.Values.AsSpan(0, length),
            input.Months.AsSpan(0, length),
            input.Group.AsSpan(0, input.Count),
            input.EventMonths.AsSpan(0, input.Count),
            input.HasEvent.AsSpan(0, input.Count));
        return fit.Status == FitStatus.Estimated
            ? Outcomes.Of(EffectEstimate.FromNormal(fit.SlopeEffect.Estimate, fit.SlopeEffect.StandardError), benefitSign)
            : AnalysisOutcome.None(fit.Status);
    }
}
