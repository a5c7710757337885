namespace ProgressionSim.Experiments.Calibration;

/// <summary>A generation of the search.</summary>
/// <param name="Best">Least loss so far: half the sum of squared distances, targets and beliefs in standard deviations.</param>
/// <param name="Median">Median loss of the generation.</param>
/// <param name="StepSize">Step size, in standard deviations of the beliefs.</param>
/// <param name="Values">Values at the centre of the search, by parameter.</param>
public sealed record SearchStep(double Best, double Median, double StepSize, IReadOnlyList<double> Values);
