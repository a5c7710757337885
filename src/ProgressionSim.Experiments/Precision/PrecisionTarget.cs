namespace ProgressionSim.Experiments.Precision;

/// <summary>How precisely a run is to know a measure at a month. What is counted follows from the measure's name: see <see cref="PrecisionMeasures"/>.</summary>
/// <param name="Measure">Name of a measure or a contrast of the catalogue, for example <c>alsfrsTotal</c>.</param>
/// <param name="Month">Whole months from the report origin.</param>
/// <param name="StandardError">Largest Monte Carlo standard error allowed, in the measure's unit; finite, above 0.</param>
public sealed record PrecisionTarget(string Measure, int Month, double StandardError)
{
    /// <summary>Largest Monte Carlo standard error allowed, in the measure's unit; finite, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 or not finite.</exception>
    public double StandardError { get; } = StandardError > 0 && double.IsFinite(StandardError)
        ? StandardError
        : throw new ArgumentOutOfRangeException(nameof(StandardError), StandardError, "The standard error must be above 0 and finite.");
}
