using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Range checks of distribution parameters; each names the parameter it refuses.</summary>
internal static class ParameterRange
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Must be finite.");

    /// <summary>A shape for which values and tails stay in range of a double and the series stay short.</summary>
    public static double Shape(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 1e-3 and <= 1e8 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be 0.001 to 100 million.");

    /// <summary>A probability strictly between 0 and 1.</summary>
    public static double OpenUnit(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0.0 and < 1.0 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be more than 0 and less than 1.");
}
