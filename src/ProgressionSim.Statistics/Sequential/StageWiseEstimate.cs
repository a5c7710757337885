namespace ProgressionSim.Statistics.Sequential;

/// <summary>Effect after a group-sequential trial, with the stopping rule taken into account by stage-wise ordering.</summary>
/// <param name="PValue">One-sided p-value of no effect, 0 to 1.</param>
/// <param name="MedianUnbiasedDrift">Drift (expected z at information 1) at which the result is as often exceeded as not.</param>
/// <param name="LowDrift">Lower limit of the two-sided interval of the drift.</param>
/// <param name="HighDrift">Upper limit of the two-sided interval of the drift.</param>
/// <remarks>A drift divided by the root of the maximum information is an effect on the scale of the analysis.</remarks>
public readonly record struct StageWiseEstimate(double PValue, double MedianUnbiasedDrift, double LowDrift, double HighDrift);
