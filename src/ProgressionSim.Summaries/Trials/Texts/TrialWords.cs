using System.Globalization;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>Phrases that figures, answers and tables of trials share.</summary>
internal static class TrialWords
{
    private const char NoBreak = '\u00a0';

    /// <summary>A share in percent: <c>85.3 %</c>.</summary>
    public static string Percent(SimulatedValue share) => NumberText.Percent(share.Value, PercentDecimals(share));

    /// <summary>Limits of a share in percent, without the sign: <c>84.6 to 86.0</c>.</summary>
    public static string PercentInterval(SimulatedValue share) => Interval.Text(100 * share.Low, 100 * share.High, PercentDecimals(share));

    /// <summary>A share with its limits: <c>85.3 % (84.6 to 86.0)</c>.</summary>
    public static string PercentWithInterval(SimulatedValue share) =>
        !double.IsFinite(share.Value) ? "none" : double.IsFinite(share.Low) ? $"{Percent(share)} ({PercentInterval(share)})" : Percent(share);

    /// <summary>A share beside a point of a figure, whose bar shows the limits.</summary>
    public static string PointLabel(SimulatedValue share) => Unbroken(Percent(share));

    /// <summary>A value rounded to what its standard error supports; to four digits when it is exact.</summary>
    public static string Value(SimulatedValue value) => value.StandardError > 0 || !double.IsFinite(value.Value)
        ? NumberText.Fixed(value.Value, Decimals(value))
        : value.Value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A text with limits in brackets that stay on one line.</summary>
    public static string Unbroken(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? text : text[..bracket] + text[bracket..].Replace(' ', NoBreak);
    }

    /// <summary>A value with its limits: <c>0.402 (0.398 to 0.406)</c>.</summary>
    public static string WithInterval(SimulatedValue value) =>
        double.IsFinite(value.Low) && value.High > value.Low ? $"{Value(value)} ({Interval.Text(value.Low, value.High, Decimals(value))})" : Value(value);

    /// <summary>A mean count or time with one decimal.</summary>
    public static string Mean(SimulatedValue value) => NumberText.Fixed(value.Value, 1);

    /// <summary>A sample size with its interval: <c>212 (206 to 219)</c>.</summary>
    public static string Size(SampleSizeResult size) => size.Status switch
    {
        SampleSizeStatus.Unreachable => $"not reached with {NumberText.Count(size.Patients)}",
        SampleSizeStatus.BelowSmallest => $"fewer than {NumberText.Count(size.Patients)}",
        _ => $"{NumberText.Count(size.Patients)} ({SizeInterval(size)})",
    };

    /// <summary>Limits of a sample size in whole patients.</summary>
    public static string SizeInterval(SampleSizeResult size) => Interval.Text(size.Estimate.Low, size.Estimate.High, 0);

    /// <summary>Name of a comparison: that of the endpoint, with the active arm when there are several.</summary>
    public static string Comparison(TrialDesign design, EndpointCharacteristics of) =>
        design.Arms.Count > 2 ? $"{design.Endpoints[of.Endpoint].Name}, {design.Arms[of.Arm].Name}" : design.Endpoints[of.Endpoint].Name;

    /// <summary>Who is randomised: <c>200 patients randomised 1:1 to placebo and active</c>.</summary>
    public static string Randomised(TrialDesign design, int patients) =>
        $"{NumberText.Count(patients)} patients randomised {string.Join(':', design.Arms.Select(arm => NumberText.Whole(arm.Allocation)))} to {Words.List([.. design.Arms.Select(arm => arm.Name)])}";

    /// <summary>The primary endpoint with its analysis: <c>function by mixed model for repeated measures</c>.</summary>
    public static string Primary(TrialDesign design) => $"{design.Endpoints[design.Primary].Name} by {AnalysisCatalogue.Of(design.Endpoints[design.Primary]).Name}";

    /// <summary>The error allowed: <c>two-sided error 5 %</c>.</summary>
    public static string Error(TrialDesign design) => $"{(design.Sides == 2 ? "two" : "one")}-sided error {Share(design.Alpha)}";

    /// <summary>What a trial that succeeds has shown.</summary>
    public static string Benefit(TrialDesign design) => design.Arms.Count > 2 ? "a benefit of at least one active arm" : "a benefit";

    /// <summary>A share that is known exactly, with as many decimals as it has: <c>2.5 %</c>.</summary>
    public static string Share(double share) => (NumberText.ForFile(Math.Round(100 * share, 3)) ?? "none") + " %";

    /// <summary>Error allowed to one comparison.</summary>
    public static double ErrorOfComparison(TrialDesign design) => design.Alpha / (design.Arms.Count - 1);

    /// <summary>Name of a method as scenarios write it: <c>randomSlope</c>.</summary>
    public static string MethodName(AnalysisMethod method) => char.ToLowerInvariant(method.ToString()[0]) + method.ToString()[1..];

    private static int PercentDecimals(SimulatedValue share) => share.StandardError is > 0 and < 0.0002 ? 2 : 1;

    private static int Decimals(SimulatedValue value) => NumberText.DecimalsFor(value.StandardError / 2);
}
