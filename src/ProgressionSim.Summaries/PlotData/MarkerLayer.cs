namespace ProgressionSim.Summaries.PlotData;

/// <summary>A labelled vertical line at a time, such as a treatment start, or at an estimate with its interval.</summary>
/// <param name="Label">Text at its top.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Where it stands.</param>
/// <param name="Low">Lower limit of the place, drawn as a bar at the foot of the line; infinite when there is no limit; null for no bar.</param>
/// <param name="High">Upper limit of the place; null for no bar.</param>
public sealed record MarkerLayer(string Label, FigureColor Color, double X, double? Low = null, double? High = null) : Layer(Label, Color);
