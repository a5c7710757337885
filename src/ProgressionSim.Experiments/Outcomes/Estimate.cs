namespace ProgressionSim.Experiments.Outcomes;

/// <summary>An estimate with its Monte Carlo standard error.</summary>
/// <param name="Value">The estimate; NaN when there is nobody to estimate it from.</param>
/// <param name="StandardError">Its standard error, at least 0.</param>
public readonly record struct Estimate(double Value, double StandardError)
{
    // 97.5 % point of the normal distribution.
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Low => Value - (NormalQuantile * StandardError);

    /// <summary>Upper end of the 95 % interval.</summary>
    public double High => Value + (NormalQuantile * StandardError);
}
