namespace ProgressionSim.Trials.Design;

/// <summary>A condition on one measure; a value that is missing does not meet it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Limit">The limit, in the measure's unit.</param>
public sealed record MeasureCondition(TrialMeasure Measure, Comparison Comparison, double Limit)
{
    /// <summary>True when a value meets the condition.</summary>
    /// <param name="value">Value of the measure; NaN when missing.</param>
    public bool IsMetBy(double value) => Comparison switch
    {
        Comparison.Below => value < Limit,
        Comparison.AtMost => value <= Limit,
        Comparison.AtLeast => value >= Limit,
        Comparison.Above => value > Limit,
        _ => value == Limit,
    };
}
