using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Evidence;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>The tables of the report on a fit.</summary>
internal static class CalibrationTables
{
    // Weaker correlations say nothing worth a row.
    private const double ShownCorrelation = 0.3;

    /// <summary>Settings, targets, other quantities, strong correlations, open directions; what is empty is left out.</summary>
    public static IReadOnlyList<ReportTable> All(CalibrationView view) =>
    [
        .. new[]
        {
            Parameters(view),
            Quantities("Targets before and after the fit", view.Targets, ""),
            Quantities("Other quantities before and after the fit", view.Others, "The fit has not seen these."),
            Correlations(view),
            OpenDirections(view),
        }.Where(table => table.Rows.Count > 0),
    ];

    private static ReportTable Parameters(CalibrationView view) => new(
        "Fitted settings",
        ["Path", "Believed beforehand (95 %)", "Fitted (95 %)", "Spread against beforehand", "Remark"],
        [.. view.Result.Parameters.Select(each =>
        {
            var (low, high) = CalibrationView.Belief(each.Parameter);
            return new[]
            {
                each.Parameter.Path,
                $"{CalibrationText.Value(each.Parameter.Center)} ({CalibrationText.Value(low)} to {CalibrationText.Value(high)})",
                CalibrationText.Fitted(each),
                NumberText.Percent(each.Shrinkage, 0),
                Remark(each),
            };
        })],
        "In each setting's own unit, which its name says. The spread is the standard deviation after the fit as a share of that believed beforehand; near 100 %, the targets say nothing.");

    private static string Remark(FittedParameter fitted) => (fitted.IsIdentified, fitted.IsAtLimit) switch
    {
        (true, false) => "-",
        (true, true) => "at a limit: interval not to be trusted",
        (false, false) => "not identified by the targets",
        _ => "not identified by the targets; at a limit",
    };

    private static ReportTable Quantities(string title, IReadOnlyList<QuantityFit> fits, string note) => new(
        title,
        ["Quantity", "Use", "Published (interval)", "Before", "After", "Unit", "Inside before", "Inside after", "Source"],
        [.. fits.Select(fit => new[]
        {
            fit.Quantity.Title, EvidenceText.Use(fit.Quantity.Use), EvidenceNumbers.Published(fit.Quantity), CalibrationText.Prediction(fit, fit.Before),
            CalibrationText.Prediction(fit, fit.After), fit.Quantity.Unit.Length == 0 ? "-" : fit.Quantity.Unit,
            Inside(CalibrationView.IsInside(fit.Quantity, fit.Before)), Inside(CalibrationView.IsInside(fit.Quantity, fit.After)), fit.Quantity.Source,
        })],
        note);

    private static string Inside(bool? inside) => inside is { } known ? known ? "yes" : "no" : "-";

    private static ReportTable Correlations(CalibrationView view) => new(
        "Strong correlations of settings given the targets",
        ["One", "Other", "Correlation"],
        [.. view.Result.Correlations.Where(pair => Math.Abs(pair.Value) >= ShownCorrelation).OrderByDescending(pair => Math.Abs(pair.Value)).Select(pair => new[]
        {
            view.Names[pair.First], view.Names[pair.Second], NumberText.Fixed(pair.Value, 2),
        })],
        $"Of at least {NumberText.Fixed(ShownCorrelation, 1)}, beliefs included; correlations.csv has all. One of a pair cannot be varied without the other.");

    private static ReportTable OpenDirections(CalibrationView view) => new(
        "What the targets leave open",
        ["Number", "Combination"],
        [.. view.Result.OpenDirections.Select((direction, i) => new[] { NumberText.Whole(i + 1), CalibrationText.Open(view, direction) })],
        "Weights of the settings in standard deviations of their beliefs; those below 0.3 are left out.");
}
