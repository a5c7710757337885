using ProgressionSim.Statistics;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Mixed model for repeated measures of the change: arm and baseline value by visit, covariates in common, unstructured covariance.</summary>
internal sealed class RepeatedMeasuresAnalysis : IEndpointAnalysis
{
    private readonly RepeatedMeasuresModel model = new();
    private readonly int benefitSign;
    private readonly bool[] byVisit;

    public RepeatedMeasuresAnalysis(Endpoint endpoint)
    {
        benefitSign = endpoint.Measure!.HigherIsBetter ? 1 : -1;
        byVisit = [true, .. endpoint.Covariates.Select(_ => false)];
    }

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        var visits = input.Visits - 1;
        var fit = model.Fit(
            input.Changes.AsSpan(0, input.Count * visits),
            visits,
            input.Group.AsSpan(0, input.Count),
            input.Covariates.AsSpan(0, input.Count * byVisit.Length),
            byVisit,
            visits - 1);
        return Outcomes.Of(
            new EffectEstimate(fit.Status, fit.Difference, fit.StandardError, fit.DegreesOfFreedom, fit.T, fit.PValue),
            benefitSign,
            fit.Covariance != VisitCovariance.Unstructured);
    }
}
