using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A number in a cell of a heat map.</summary>
/// <param name="Text">The number.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="Place">Where the text stands.</param>
/// <param name="Ground">Colour of the cell.</param>
internal sealed record HeatMapNumber(string Text, SKRect Cell, SKRect Place, SKColor Ground);
