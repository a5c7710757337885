using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>A time without recruitment.</summary>
/// <param name="FromMonth">Begin, months after the first site opens; at least 0.</param>
/// <param name="ToMonth">End; more than the begin.</param>
public sealed record RecruitmentPause(double FromMonth, double ToMonth)
{
    /// <summary>Begin, months after the first site opens; at least 0.</summary>
    public double FromMonth { get; } = Require.NonNegative(FromMonth);

    /// <summary>End, months; more than the begin.</summary>
    public double ToMonth { get; } = ToMonth > FromMonth ? ToMonth : throw new ArgumentOutOfRangeException(nameof(ToMonth), ToMonth, "Must be after the begin.");
}
