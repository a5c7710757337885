using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>A fitted parameter.</summary>
/// <param name="Parameter">The parameter and the belief about it beforehand.</param>
/// <param name="Value">Most probable value given the targets.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Sd">Standard deviation on its scale: of the logarithm, or of the value.</param>
/// <param name="Shrinkage">Its standard deviation divided by that of the belief beforehand: near 1, the targets say nothing about it.</param>
/// <param name="IsAtLimit">True when the value lies at a limit, where the interval is not to be trusted.</param>
public sealed record FittedParameter(
    CalibratedParameter Parameter, double Value, double Low, double High, double Sd, double Shrinkage, bool IsAtLimit)
{
    /// <summary>A parameter whose interval is at least this share of what was believed beforehand is not identified by the targets.</summary>
    public const double NotIdentifiedFrom = 0.8;

    /// <summary>True when the targets narrow it down.</summary>
    public bool IsIdentified => Shrinkage < NotIdentifiedFrom;
}

/// <summary>A generation of the search.</summary>
/// <param name="Best">Least loss so far: half the sum of squared distances, targets and beliefs in standard deviations.</param>
/// <param name="Median">Median loss of the generation.</param>
/// <param name="StepSize">Step size, in standard deviations of the beliefs.</param>
/// <param name="Values">Values at the centre of the search, by parameter.</param>
public sealed record SearchStep(double Best, double Median, double StepSize, IReadOnlyList<double> Values);

/// <summary>A quantity before and after the fit.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Before">Prediction at the centre of the beliefs.</param>
/// <param name="After">Prediction at the fitted values.</param>
/// <param name="StandardError">Monte Carlo standard error of the latter.</param>
public sealed record QuantityFit(EvidenceQuantity Quantity, double Before, double After, double StandardError);

/// <summary>Values that agree best with the targets, and how sure they are.</summary>
public sealed record CalibrationResult
{
    /// <summary>The plan.</summary>
    public required CalibrationPlan Plan { get; init; }

    /// <summary>The parameters, in the order of the plan.</summary>
    public required IReadOnlyList<FittedParameter> Parameters { get; init; }

    /// <summary>Correlations of the parameters given the targets, on their scales; every pair.</summary>
    public required IReadOnlyList<ParameterCorrelation> Correlations { get; init; }

    /// <summary>
    /// Directions that the targets leave open: combinations of parameters whose spread is at least <see cref="FittedParameter.NotIdentifiedFrom"/> of what was believed
    /// beforehand, as weights by parameter, of length 1; none when all combinations are narrowed down.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<double>> OpenDirections { get; init; }

    /// <summary>The search, by generation.</summary>
    public required IReadOnlyList<SearchStep> Trace { get; init; }

    /// <summary>Every quantity of the evidence, targets or not, before and after.</summary>
    public required IReadOnlyList<QuantityFit> Quantities { get; init; }

    /// <summary>Loss at the centre of the beliefs and at the fitted values.</summary>
    public required (double Before, double After) Loss { get; init; }

    /// <summary>Sets of values that were simulated.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Seconds the work took.</summary>
    public required double ElapsedSeconds { get; init; }
}
