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
