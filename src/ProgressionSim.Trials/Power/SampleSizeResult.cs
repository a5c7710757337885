using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>Number of patients for a power, found by simulation.</summary>
public sealed record SampleSizeResult
{
    /// <summary>The design.</summary>
    public required TrialDesign Design { get; init; }

    /// <summary>Power asked for.</summary>
    public required double TargetPower { get; init; }

    /// <summary>Half-width of the interval asked for, as a share of the number.</summary>
    public required double RelativeHalfWidth { get; init; }

    /// <summary>How the search ended.</summary>
    public required SampleSizeStatus Status { get; init; }

    /// <summary>Patients, all arms together, rounded up to whole allocation ratios; the size last tried when unreachable.</summary>
    public required int Patients { get; init; }

    /// <summary>The estimate before rounding, with its interval; NaN when unreachable.</summary>
    public required SimulatedValue Estimate { get; init; }

    /// <summary>Trials of the search in order: the path it took.</summary>
    public required IReadOnlyList<PowerPoint> Path { get; init; }

    /// <summary>Fitted power curve around the answer.</summary>
    public required IReadOnlyList<PowerCurvePoint> Curve { get; init; }

    /// <summary>Success under the alternative in trials of their own at <see cref="Patients"/>.</summary>
    public required SimulatedValue Check { get; init; }

    /// <summary>Success under the null in the same trials.</summary>
    public required SimulatedValue CheckNull { get; init; }

    /// <summary>Formulas that apply, roughly; empty when none does.</summary>
    public required IReadOnlyList<ClosedFormSize> ClosedForms { get; init; }

    /// <summary>For an unreachable power: the power at the largest size and why it does not rise further, in a sentence; else empty.</summary>
    public required string Explanation { get; init; }

    /// <summary>Time taken, seconds.</summary>
    public required double ElapsedSeconds { get; init; }
}
