using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>The figures of a comparison with published quantities.</summary>
internal static class EvidenceFigures
{
    /// <summary>Credibility, series, visual predictive checks; what has nothing to show is left out.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<Figure> All(EvidenceResult result) =>
        [.. new[] { CredibilityFigure.Build(result), SeriesFigure.Build(result) }.OfType<Figure>(), .. PredictiveFigures.All(result)];
}
