namespace ProgressionSim.Engine.Population;

/// <summary>Correlation of two quantities on the normal scale of the Gaussian copula.</summary>
/// <param name="First">One quantity.</param>
/// <param name="Second">The other.</param>
/// <param name="Value">Correlation, more than -1 and less than 1.</param>
public sealed record QuantityCorrelation(PatientQuantity First, PatientQuantity Second, double Value)
{
    /// <summary>Correlation, more than -1 and less than 1.</summary>
    public double Value { get; } = Value is > -1 and < 1 ? Value : throw new ArgumentOutOfRangeException(nameof(Value), Value, "Must be more than -1 and less than 1.");
}
