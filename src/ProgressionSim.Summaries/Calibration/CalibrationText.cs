using System.Globalization;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Summaries.Evidence;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>The answer of a fit and the findings that support it.</summary>
internal static class CalibrationText
{
    /// <summary>Loss, targets inside, parameters that are not identified or lie at a limit.</summary>
    public static string Answer(CalibrationView view)
    {
        var result = view.Result;
        string[] sentences =
        [
            $"Fitting {Counted(view.Names.Count, "setting")} to {Counted(view.Targets.Count, "published quantity", "published quantities")} brought the loss from "
                + $"{Loss(result.Loss.Before)} to {Loss(result.Loss.After)}.",
            $"{CalibrationView.Inside(view.Targets, fit => fit.Before)} of them lay inside their published interval before, {CalibrationView.Inside(view.Targets, fit => fit.After)} after.",
            NotIdentified(view),
            .. view.AtLimit.Count == 0 ? Array.Empty<string>() : [$"At a limit, where the interval is not to be trusted: {Named(view, view.AtLimit)}."],
        ];
        return string.Join(" ", sentences);
    }

    /// <summary>The finding of the figure of targets.</summary>
    public static string TargetsTitle(CalibrationView view) =>
        $"{CalibrationView.Inside(view.Targets, fit => fit.After)} fitted quantities lie inside their published interval after the fit, "
            + $"{CalibrationView.Inside(view.Targets, fit => fit.Before)} before";

    /// <summary>The finding of the figure of parameters.</summary>
    public static string ParametersTitle(CalibrationView view) => view.NotIdentified.Count == 0
        ? $"The targets narrow down {(view.Names.Count == 1 ? "the setting" : $"all {NumberText.Count(view.Names.Count)} settings")}"
        : $"The targets narrow down {NumberText.Count(view.Names.Count - view.NotIdentified.Count)} of {Counted(view.Names.Count, "setting")}; not {Named(view, view.NotIdentified)}";

    /// <summary>The finding of the figure of the search.</summary>
    public static string TraceTitle(CalibrationView view) =>
        $"The least loss that the search met fell from {Loss(view.Result.Trace[0].Best)} to {Loss(view.Result.Trace[^1].Best)} in {Counted(view.Result.Trace.Count, "generation")}";

    /// <summary>Fitted values, targets outside, checks, open directions, effort.</summary>
    public static IReadOnlyList<string> Findings(CalibrationView view) =>
    [
        $"Fitted values with 95 % intervals: {string.Join("; ", view.Names.Select((name, i) => $"{name} {Fitted(view.Result.Parameters[i])}"))}.",
        .. view.Targets.Where(fit => CalibrationView.IsInside(fit.Quantity, fit.After) == false).Select(Outside),
        .. view.Others.Any(fit => CalibrationView.IsInside(fit.Quantity, fit.After) is not null)
            ? [$"Of the quantities that the fit did not see, {CalibrationView.Inside(view.Others, fit => fit.Before)} lay inside before, {CalibrationView.Inside(view.Others, fit => fit.After)} after."]
            : Array.Empty<string>(),
        .. view.Result.OpenDirections.Select(direction => Open(view, direction)),
        $"{NumberText.Count(view.Result.Evaluations)} sets of values were simulated, with {NumberText.Count(view.Plan.Patients)} patients each in the search and "
            + $"{NumberText.Count(view.Plan.PatientsOfPosterior)} for the intervals.",
    ];

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(CalibrationView view) =>
    [
        OutcomePhrases.Simulation,
        "Agreement with the targets after the fit is no test of the model: the settings were chosen to agree. The evidence command judges it on quantities that the fit did not see.",
        "The loss is half the sum of squared distances in standard deviations: of predictions from the published values, and of settings from what was believed about them beforehand.",
        "Intervals come from a normal approximation around the best values, with the beliefs. They hold if the structure of the model is right and the targets are independent of each "
            + "other; they are not wide enough for more than that.",
        "A setting that the targets do not identify keeps what was believed about it beforehand; that belief is an assumption.",
        $"Targets are simulated with the same {NumberText.Count(view.Plan.Patients)} patients and the same chance for all sets of values; the fit carries some chance of these patients.",
    ];

    /// <summary>An open direction in words.</summary>
    public static string Open(CalibrationView view, IReadOnlyList<double> direction)
    {
        var parts = CalibrationView.Parts(direction);
        string Part((int Parameter, double Weight) part) =>
            $"{(part.Weight > 0 ? "more" : "less")} {view.Names[part.Parameter]} (weight {NumberText.Fixed(Math.Abs(part.Weight), 2)})";

        return parts.Count == 0
            ? "Left open by the targets: a combination of many settings, none of which leads."
            : $"Left open by the targets: {Words.List([.. parts.Select(Part)])}{(parts.Count > 1 ? " together" : "")} hardly {(parts.Count > 1 ? "change" : "changes")} the predictions.";
    }

    /// <summary>A fitted value with its interval.</summary>
    public static string Fitted(FittedParameter fitted) => $"{Value(fitted.Value)} ({Value(fitted.Low)} to {Value(fitted.High)})";

    /// <summary>A value of a setting: three significant digits.</summary>
    public static string Value(double value) =>
        Math.Abs(value) >= 1000 ? NumberText.Setting(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : value < 0 ? $"-{NumberText.Significant(-value)}" : NumberText.Significant(value);

    /// <summary>Two predictions of a quantity.</summary>
    public static string Prediction(QuantityFit fit, double value) =>
        double.IsFinite(value) ? EvidenceNumbers.Number(fit.Quantity, value, Math.Abs(fit.After - fit.Before)) : "none";

    private static string NotIdentified(CalibrationView view) => (view.NotIdentified.Count, view.Result.OpenDirections.Count) switch
    {
        (0, 0) => "The targets narrow down every setting and every combination of them.",
        (0, var open) => $"The targets narrow down every setting, but leave {Counted(open, "combination")} of them open.",
        _ => $"The targets do not identify {Named(view, view.NotIdentified)}: {(view.NotIdentified.Count == 1 ? "it keeps" : "they keep")} most of what was believed beforehand.",
    };

    private static string Outside(QuantityFit fit)
    {
        var remark = fit.Quantity.Remark.Length > 0 ? $" {fit.Quantity.Remark}" : "";
        return $"Outside after the fit: {OutcomePhrases.Within(fit.Quantity.Title)}, published {EvidenceNumbers.WithUnit(EvidenceNumbers.Published(fit.Quantity), fit.Quantity)}, "
            + $"before {Prediction(fit, fit.Before)}, after {Prediction(fit, fit.After)}.{remark}";
    }

    private static string Named(CalibrationView view, IReadOnlyList<int> parameters) => Words.List([.. parameters.Select(parameter => view.Names[parameter])]);

    private static string Counted(int number, string noun, string? plural = null) => $"{NumberText.Count(number)} {(number == 1 ? noun : plural ?? noun + "s")}";

    private static string Loss(double loss) => double.IsFinite(loss) ? NumberText.Significant(loss) : "beyond any number";
}
