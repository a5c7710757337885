using ProgressionSim.Summaries.Findings;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>Phrases that figures, answers and tables of trials share.</summary>
internal static class TrialWords
{
    /// <summary>A share in percent: <c>85.3 %</c>.</summary>
    public static string Percent(SimulatedValue share) => NumberText.Percent(share.Value, PercentDecimals(share));

    /// <summary>Limits of a share in percent, without the sign: <c>84.6 to 86.0</c>.</summary>
    public static string PercentInterval(SimulatedValue share) => Interval.Text(100 * share.Low, 100 * share.High, PercentDecimals(share));

    /// <summary>A share with its limits: <c>85.3 % (84.6 to 86.0)</c>.</summary>
    public static string PercentWithInterval(SimulatedValue share) =>
        !double.IsFinite(share.Value) ? "none" : double.IsFinite(share.Low) ? $"{Percent(share)} ({PercentInterval(share)})" : Percent(share);

    /// <summary>A value rounded to what its standard error supports.</summary>
    public static string Value(SimulatedValue value) => NumberText.Fixed(value.Value, Decimals(value));

    /// <summary>A value with its limits: <c>0.402 (0.398 to 0.406)</c>.</summary>
    public static string WithInterval(SimulatedValue value) =>
        double.IsFinite(value.Low) && value.High > value.Low ? $"{Value(value)} ({Interval.Text(value.Low, value.High, Decimals(value))})" : Value(value);

    /// <summary>A mean count or time: one decimal at least, for readers who compare columns.</summary>
    public static string Mean(SimulatedValue value) => NumberText.Fixed(value.Value, Math.Max(1, Math.Min(2, Decimals(value))));

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

    /// <summary>The primary endpoint with its analysis: <c>function (mixed model for repeated measures)</c>.</summary>
    public static string Primary(TrialDesign design) => $"{design.Endpoints[design.Primary].Name} ({AnalysisCatalogue.Of(design.Endpoints[design.Primary]).Name})";

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

    /// <summary>A sentence begun with a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static int PercentDecimals(SimulatedValue share) => share.StandardError is > 0 and < 0.0005 ? 2 : 1;

    private static int Decimals(SimulatedValue value) => NumberText.DecimalsFor(value.StandardError / 2);
}
