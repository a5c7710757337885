using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Sensitivity;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>A fit as figures and texts look at it.</summary>
/// <param name="result">The fit.</param>
internal sealed class CalibrationView(CalibrationResult result)
{
    // Normal 97.5 % point.
    private const double TwoSided95 = 1.959963984540054;

    // A weight of a direction that is worth naming; all weights together have length 1.
    private const double NamedWeight = 0.3;

    public CalibrationResult Result => result;

    public CalibrationPlan Plan => result.Plan;

    /// <summary>Gets short names of the parameters, in words.</summary>
    public IReadOnlyList<string> Names { get; } = ParameterNames.Short([.. result.Parameters.Select(each => each.Parameter.Path)]);

    /// <summary>Gets the quantities that were fitted to.</summary>
    public IReadOnlyList<QuantityFit> Targets { get; } = [.. result.Quantities.Where(each => each.Quantity.Use == EvidenceUse.Fit)];

    /// <summary>Gets the quantities that the fit did not see.</summary>
    public IReadOnlyList<QuantityFit> Others { get; } = [.. result.Quantities.Where(each => each.Quantity.Use != EvidenceUse.Fit)];

    /// <summary>Gets the parameters that the targets do not narrow down.</summary>
    public IReadOnlyList<int> NotIdentified => [.. Enumerable.Range(0, Names.Count).Where(parameter => !result.Parameters[parameter].IsIdentified)];

    /// <summary>Gets the parameters whose value lies at a limit.</summary>
    public IReadOnlyList<int> AtLimit => [.. Enumerable.Range(0, Names.Count).Where(parameter => result.Parameters[parameter].IsAtLimit)];

    /// <summary>True when a prediction lies inside the published interval; null without an interval.</summary>
    public static bool? IsInside(EvidenceQuantity quantity, double predicted) =>
        quantity is { Low: { } low, High: { } high } ? predicted >= low && predicted <= high : null;

    /// <summary>How many of some quantities lie inside, of those with an interval: <c>4 of 5</c>.</summary>
    public static string Inside(IEnumerable<QuantityFit> fits, Func<QuantityFit, double> prediction)
    {
        bool[] verdicts = [.. fits.Select(fit => IsInside(fit.Quantity, prediction(fit))).OfType<bool>()];
        return $"{verdicts.Count(inside => inside)} of {verdicts.Length}";
    }

    /// <summary>The 95 % interval of the belief beforehand, in the setting's unit.</summary>
    public static (double Low, double High) Belief(CalibratedParameter parameter) => (parameter.ValueAt(-TwoSided95), parameter.ValueAt(TwoSided95));

    /// <summary>Parts of an open direction worth naming, heaviest first, the first with a plus: parameter and weight.</summary>
    public static IReadOnlyList<(int Parameter, double Weight)> Parts(IReadOnlyList<double> direction)
    {
        (int Parameter, double Weight)[] parts =
            [.. direction.Select((weight, parameter) => (parameter, weight)).Where(part => Math.Abs(part.weight) >= NamedWeight).OrderByDescending(part => Math.Abs(part.weight))];
        return parts.Length > 0 && parts[0].Weight < 0 ? [.. parts.Select(part => (part.Parameter, -part.Weight))] : parts;
    }
}
