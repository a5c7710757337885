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
        var difference = ((double)table.Yes / table.Total) - ((double)table.ReferenceYes / table.ReferenceTotal);
        if (isExact)
        {
            var test = FisherExactTest.Test(table);
            return test.Status == FitStatus.Estimated
                ? Of(difference, effect.StandardError, Outcomes.SignedQuantile(Math.Sign(difference), test.PValue))
                : AnalysisOutcome.None(test.Status);
        }

        var chiSquare = ChiSquareTest.Test(table, continuityCorrection: false);
        return chiSquare.Status == FitStatus.Estimated ? Of(difference, effect.StandardError, chiSquare.Z) : AnalysisOutcome.None(chiSquare.Status);
    }

    /// <summary>A test can stand where the effect has no standard error, when each group is all responders or none.</summary>
    private static AnalysisOutcome Of(double difference, double standardError, double z) =>
        new(difference, standardError, double.PositiveInfinity, double.IsNaN(z) ? 0 : z, FitStatus.Estimated, false);
}
