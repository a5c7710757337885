using ProgressionSim.Statistics;
using ProgressionSim.Statistics.Survival;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Analyses of the time to an event.</summary>
internal sealed class EventAnalysis : IEndpointAnalysis
{
    // An event later is a benefit, so fewer events than expected and a smaller hazard are; more event-free time is too.
    private const int FewerIsBetter = -1;
    private const int MoreIsBetter = 1;

    private readonly AnalysisMethod method;
    private readonly double horizonMonths;
    private readonly LogRankTest logRank = new();
    private readonly CoxModel cox = new();
    private readonly RestrictedMeanDifference restrictedMean = new();
    private double[] covariates = [];
    private double[] groupTimes = [];
    private bool[] groupEvents = [];

    public EventAnalysis(TrialDesign design, Endpoint endpoint)
    {
        method = endpoint.Analysis;
        horizonMonths = TrialTime.MonthsOfWeeks(design.Visits.Weeks[endpoint.Visit]);
    }

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        var times = input.EventMonths.AsSpan(0, input.Count);
        var events = input.HasEvent.AsSpan(0, input.Count);
        var group = input.Group.AsSpan(0, input.Count);
        return method switch
        {
            AnalysisMethod.LogRank => FromScore(logRank.Test(times, events, group)),
            AnalysisMethod.StratifiedLogRank => FromScore(logRank.TestStratified(times, events, group, input.Strata.AsSpan(0, input.Count))),
            AnalysisMethod.Cox => Cox(input),
            AnalysisMethod.RestrictedMean => Outcomes.Of(restrictedMean.Estimate(times, events, group, horizonMonths).Difference, MoreIsBetter),
            _ => Outcomes.Of(EventFreeDifference(input), MoreIsBetter),
        };
    }

    /// <summary>The one-step estimate of the log hazard ratio: score over information.</summary>
    private static AnalysisOutcome FromScore(LogRankResult test) => test.Status == FitStatus.Estimated
        ? new AnalysisOutcome(
            (test.Observed - test.Expected) / test.Variance, 1 / Math.Sqrt(test.Variance), double.PositiveInfinity, FewerIsBetter * test.Z, test.Status, false)
        : AnalysisOutcome.None(test.Status);

    private AnalysisOutcome Cox(AnalysisInput input)
    {
        var count = input.CovariateCount + 1;
        if (covariates.Length < input.Count * count)
        {
            covariates = new double[input.Count * count];
        }

        for (var patient = 0; patient < input.Count; patient++)
        {
            covariates[patient * count] = input.Group[patient];
            for (var covariate = 1; covariate < count; covariate++)
            {
                covariates[(patient * count) + covariate] = input.Covariates[(patient * count) + covariate];
            }
        }

        cox.Fit(input.EventMonths.AsSpan(0, input.Count), input.HasEvent.AsSpan(0, input.Count), covariates.AsSpan(0, input.Count * count), count);
        return Outcomes.Of(cox.Effect(0), FewerIsBetter);
    }

    /// <summary>Difference of Kaplan-Meier estimates at the horizon, with Greenwood's variances.</summary>
    private EffectEstimate EventFreeDifference(AnalysisInput input)
    {
        if (!TryCurve(input, 0, out var control) || !TryCurve(input, 1, out var active))
        {
            return EffectEstimate.NotEstimable;
        }

        var error = Math.Sqrt((control.StandardError * control.StandardError) + (active.StandardError * active.StandardError));
        return EffectEstimate.FromNormal(active.Survival - control.Survival, error);
    }

    private bool TryCurve(AnalysisInput input, int group, out SurvivalPoint point)
    {
        if (groupTimes.Length < input.Count)
        {
            (groupTimes, groupEvents) = (new double[input.Count], new bool[input.Count]);
        }

        var count = 0;
        for (var patient = 0; patient < input.Count; patient++)
        {
            if (input.Group[patient] == group)
            {
                (groupTimes[count], groupEvents[count]) = (input.EventMonths[patient], input.HasEvent[patient]);
                count++;
            }
        }

        point = default;
        if (count == 0)
        {
            return false;
        }

        point = KaplanMeier.Estimate(groupTimes.AsSpan(0, count), groupEvents.AsSpan(0, count)).At(horizonMonths);
        return true;
    }
}
