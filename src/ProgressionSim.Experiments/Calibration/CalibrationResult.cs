using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Calibration;

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
