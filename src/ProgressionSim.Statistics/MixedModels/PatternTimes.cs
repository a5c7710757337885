namespace ProgressionSim.Statistics.MixedModels;

/// <summary>The times of one pattern.</summary>
/// <param name="Count">Number of times.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Squares">Sum of their squares.</param>
/// <param name="Spread">Sum of squares around their mean; exactly 0 if all are the same.</param>
internal readonly record struct PatternTimes(double Count, double Sum, double Squares, double Spread);
