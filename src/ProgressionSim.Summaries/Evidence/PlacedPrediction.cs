namespace ProgressionSim.Summaries.Evidence;

/// <summary>A prediction in a row of a <see cref="QuantityPanel"/>.</summary>
/// <param name="Row">Row, from 0.</param>
/// <param name="Value">Prediction, in the quantity's unit.</param>
/// <param name="Low">Lower end of its interval; NaN for none.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct PlacedPrediction(int Row, double Value, double Low, double High);
