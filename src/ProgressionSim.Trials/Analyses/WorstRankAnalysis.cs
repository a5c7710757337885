using ProgressionSim.Statistics.Ranks;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Worst-rank test: those who had the event rank below all others by its time, the others by their change at the visit.</summary>
internal sealed class WorstRankAnalysis : IEndpointAnalysis
{
    private readonly WorstRankTest test = new();
    private readonly bool higherIsBetter;
    private double[] oriented = [];

    public WorstRankAnalysis(Endpoint endpoint) => higherIsBetter = endpoint.Measure!.HigherIsBetter;

    /// <inheritdoc/>
    public AnalysisOutcome Analyse(AnalysisInput input)
    {
        ReadOnlySpan<double> changes = input.Final.AsSpan(0, input.Count);
        if (!higherIsBetter)
        {
            changes = Orientation.Turn(changes, ref oriented);
        }

        var group = input.Group.AsSpan(0, input.Count);
        var result = test.Run(group, input.EventMonths.AsSpan(0, input.Count), input.HasEvent.AsSpan(0, input.Count), changes, double.PositiveInfinity);
        return RankOutcome.Of(result, group, test.Ranks);
    }
}
