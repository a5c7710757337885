namespace ProgressionSim.Summaries.PlotData;

/// <summary>Something drawn in a panel.</summary>
/// <param name="Label">Text that names it, drawn beside it or in a legend; empty for none.</param>
/// <param name="Color">Which colour: the same meaning has the same colour in every figure of a report.</param>
public abstract record Layer(string Label, FigureColor Color);
