namespace ProgressionSim.Trials.Power;

/// <summary>Several designs side by side.</summary>
/// <param name="Designs">Each design's characteristics.</param>
/// <param name="Curves">For each design the success by number of patients, at its own size among them; rising.</param>
/// <param name="Sizes">For each design the number of patients for the target power with its interval; null where it was not asked for.</param>
/// <param name="TargetPower">Power the sizes are for; NaN when not asked for.</param>
/// <param name="ElapsedSeconds">Time taken, seconds.</param>
public sealed record DesignComparison(
    IReadOnlyList<OperatingCharacteristics> Designs,
    IReadOnlyList<IReadOnlyList<PowerCurvePoint>> Curves,
    IReadOnlyList<SampleSizeResult?> Sizes,
    double TargetPower,
    double ElapsedSeconds);
