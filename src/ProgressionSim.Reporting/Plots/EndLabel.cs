using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A line's name to be written at its right end.</summary>
/// <param name="Lines">The name, wrapped.</param>
/// <param name="Color">Colour of the line.</param>
/// <param name="EndX">Scaled place of the line's end.</param>
/// <param name="EndY">Scaled height of the line's end.</param>
internal sealed record EndLabel(IReadOnlyList<string> Lines, FigureColor Color, double EndX, double EndY)
{
    /// <summary>Room needed in logical pixels.</summary>
    public float Height => (Lines.Count * Pens.Label(Color).LineHeight) + 2;
}
