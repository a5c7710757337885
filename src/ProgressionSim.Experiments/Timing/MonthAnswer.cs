namespace ProgressionSim.Experiments.Timing;

/// <summary>A start that answers a question, with its 95 % Monte Carlo interval.</summary>
/// <param name="Months">
/// Months from the moment that starts are counted from, by linear interpolation between examined starts; negative infinity when it lies before the earliest examined one (or
/// there is no benefit at all), positive infinity when it lies after the latest.
/// </param>
/// <param name="Low">Lower end; may be infinite likewise.</param>
/// <param name="High">Upper end; may be infinite likewise.</param>
public readonly record struct MonthAnswer(double Months, double Low, double High)
{
    /// <summary>True when it lies between examined starts.</summary>
    public bool IsFound => double.IsFinite(Months);
}
