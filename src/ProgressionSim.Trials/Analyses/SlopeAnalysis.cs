using ProgressionSim.Statistics;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Random intercept and slope by REML, with a common mean at baseline and Satterthwaite's degrees of freedom.</summary>
internal sealed class SlopeAnalysis : IEndpointAnalysis
{
    private readonly RandomSlopeModel model = new();
    private readonly int benefitSign;
    private readonly bool commonTimes;

    public SlopeAnalysis(TrialDesign design, Endpoint endpoint)
    {
        benefitSign = endpoint.Measure!.HigherIsBetter ? 1 : -1;
        commonTimes = design.Visits.WindowDays == 0;
    }

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        if (input.Count == 0)
        {
            return AnalysisOutcome.None(FitStatus.NotEstimable);
        }

        // Without windows all patients share their visit times, which makes the fit faster.
        var times = input.Months.AsSpan(0, commonTimes ? input.Visits : input.Count * input.Visits);
        var fit = model.Fit(input.Values.AsSpan(0, input.Count * input.Visits), times, input.Group.AsSpan(0, input.Count));
        return Outcomes.Of(new EffectEstimate(fit.Status, fit.Estimate, fit.StandardError, fit.DegreesOfFreedom, fit.Statistic, fit.PValue), benefitSign);
    }
}
