using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Predictions of a <see cref="QuantityPanel"/> that look alike.</summary>
/// <param name="Label">Text for the legend.</param>
/// <param name="Color">Colour, and with it the shape.</param>
/// <param name="Beside">How far below the middle of their rows they lie, rows being 1 apart.</param>
/// <param name="Predictions">The predictions.</param>
internal sealed record PredictionGroup(string Label, FigureColor Color, double Beside, IReadOnlyList<PlacedPrediction> Predictions);
