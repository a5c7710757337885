using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A vertical line's name, placed above the data.</summary>
/// <param name="Marker">The line.</param>
/// <param name="Lines">Name, wrapped.</param>
/// <param name="LineX">Place of the line, from the left edge of the data.</param>
/// <param name="TextLeft">Left edge of the text, from the left edge of the data.</param>
/// <param name="Row">Row of the lowest line of text, counted upwards from the data.</param>
internal sealed record MarkerLabel(MarkerLayer Marker, IReadOnlyList<string> Lines, float LineX, float TextLeft, int Row);
