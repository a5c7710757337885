using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A strip's name, placed within it.</summary>
/// <param name="Span">The strip.</param>
/// <param name="Lines">Name, wrapped.</param>
/// <param name="Place">Where the text stands, from the upper left corner of the data.</param>
internal sealed record SpanLabel(SpanLayer Span, IReadOnlyList<string> Lines, SKRect Place);
