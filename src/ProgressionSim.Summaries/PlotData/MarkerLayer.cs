namespace ProgressionSim.Summaries.PlotData;

/// <summary>A labelled vertical line at a time, such as a treatment start.</summary>
/// <param name="Label">Text at its top.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Where it stands.</param>
public sealed record MarkerLayer(string Label, FigureColor Color, double X) : Layer(Label, Color);
