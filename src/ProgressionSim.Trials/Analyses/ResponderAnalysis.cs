using ProgressionSim.Statistics;
using ProgressionSim.Statistics.Tables;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Tests of the share of responders; the effect is its difference.</summary>
internal sealed class ResponderAnalysis : IEndpointAnalysis
{
    private readonly bool isExact;

    public ResponderAnalysis(Endpoint endpoint) => isExact = endpoint.Analysis == AnalysisMethod.Fisher;

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        var table = TwoByTwoTable.Count(input.Responder.AsSpan(0, input.Count), input.Group.AsSpan(0, input.Count));
        var effect = ProportionComparison.Difference(table);
        if (isExact)
        {
            var test = FisherExactTest.Test(table);
            return Of(test.Status, effect, Outcomes.SignedQuantile(Math.Sign(effect.Estimate), test.PValue));
        }

        var chiSquare = ChiSquareTest.Test(table, continuityCorrection: false);
        return Of(chiSquare.Status, effect, chiSquare.Z);
    }

    /// <summary>A test can stand where the effect has no standard error, when each group is all responders or none.</summary>
    private static AnalysisOutcome Of(FitStatus status, EffectEstimate effect, double z) => status == FitStatus.Estimated
        ? new AnalysisOutcome(effect.Estimate, effect.StandardError, double.PositiveInfinity, double.IsNaN(z) ? 0 : z, status, false)
        : AnalysisOutcome.None(status);
}
