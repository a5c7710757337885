using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Evidence;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>The figures of a fit.</summary>
internal static class CalibrationFigures
{
    private const double Beside = 0.19;

    // Colours of lines: as many as a panel holds.
    private static readonly FigureColor[] Colors = [FigureColor.Arm2, FigureColor.Arm3, FigureColor.Healthy, FigureColor.Arm5, FigureColor.Arm6, FigureColor.Arm4];

    /// <summary>Targets, parameters and the search; what has nothing to show is left out.</summary>
    public static IReadOnlyList<Figure> All(CalibrationView view) =>
    [
        .. new[] { Targets(view) }.OfType<Figure>(),
        Parameters(view),
        .. view.Result.Trace.Count == 0 ? Array.Empty<Figure>() : [Trace(view)],
    ];

    private static Figure? Targets(CalibrationView view)
    {
        (string Heading, QuantityFit[] Rows)[] panels =
        [
            .. new (string Heading, Func<EvidenceUse, bool> Belongs)[]
            {
                ("Targets: the settings were fitted to these", use => use == EvidenceUse.Fit),
                ("Checks: not used in the fit", use => use == EvidenceUse.Check),
            }
            .Select(panel => (panel.Heading, Rows: Rows(view, panel.Belongs))).Where(panel => panel.Rows.Length > 0),
        ];
        return panels.Length == 0 ? null : new()
        {
            Id = "targets",
            Title = CalibrationText.TargetsTitle(view),
            Caption = $"{QuantityPanel.Explanation} Predictions with the settings at the centres of the beliefs (before) and at the fitted values (after, bars: 95 % Monte Carlo intervals).",
            AlternativeText = string.Join(" ", panels.SelectMany(panel => panel.Rows).Select(fit =>
                $"{fit.Quantity.Title}: published {EvidenceNumbers.WithUnit(EvidenceNumbers.Published(fit.Quantity), fit.Quantity)}, before {CalibrationText.Prediction(fit, fit.Before)}, "
                    + $"after {CalibrationText.Prediction(fit, fit.After)}.")),
            Panels = [.. panels.Select(panel => TargetPanel(panel.Heading, panel.Rows))],
        };
    }

    private static QuantityFit[] Rows(CalibrationView view, Func<EvidenceUse, bool> belongs) =>
        [.. view.Result.Quantities.Where(fit => belongs(fit.Quantity.Use) && QuantityScale.Holds(fit.Quantity) && double.IsFinite(fit.After))];

    private static Panel TargetPanel(string heading, QuantityFit[] rows)
    {
        PredictionGroup After(string label, FigureColor color, bool inside) => new(
            label,
            color,
            Beside,
            [
                .. rows.Index().Where(row => CalibrationView.IsInside(row.Item.Quantity, row.Item.After) == inside).Select(row =>
                    new PlacedPrediction(row.Index, row.Item.After, row.Item.After - (1.96 * row.Item.StandardError), row.Item.After + (1.96 * row.Item.StandardError))),
            ]);

        return QuantityPanel.Build(
            heading,
            [.. rows.Select(fit => fit.Quantity)],
            [.. rows.Select(fit => $"published {EvidenceNumbers.Published(fit.Quantity)}\nbefore {CalibrationText.Prediction(fit, fit.Before)}, after {CalibrationText.Prediction(fit, fit.After)}")],
            [
                new("Before", FigureColor.Neutral, -Beside, [.. rows.Index().Select(row => new PlacedPrediction(row.Index, row.Item.Before, double.NaN, double.NaN))]),
                After("After, inside", FigureColor.Arm2, inside: true),
                After("After, outside", FigureColor.Arm3, inside: false),
            ]);
    }

    private static Figure Parameters(CalibrationView view)
    {
        var fitted = view.Result.Parameters;
        IntervalLayer? Group(string label, FigureColor color, Func<FittedParameter, bool> belongs)
        {
            (int Index, FittedParameter Item)[] rows = [.. fitted.Index().Where(row => belongs(row.Item))];
            double[] At(Func<FittedParameter, double> value) => [.. rows.Select(row => Place(row.Item, value(row.Item)))];
            return rows.Length == 0 ? null : new(
                label, color, At(each => each.Value), [.. rows.Select(row => row.Index + 1 + Beside)], At(each => each.Low), At(each => each.High), [], Horizontal: true);
        }

        double[] before = [.. fitted.Select(_ => 0.0)];
        double[] Beliefs(Func<(double Low, double High), double> end) => [.. fitted.Select(each => Place(each, end(CalibrationView.Belief(each.Parameter))))];
        var layers = new Layer?[]
        {
            new IntervalLayer(
                "Believed beforehand", FigureColor.Neutral, before, [.. fitted.Select((_, i) => i + 1 - Beside)], Beliefs(belief => belief.Low), Beliefs(belief => belief.High), [], Horizontal: true),
            Group("Fitted", FigureColor.Arm2, each => each.IsIdentified && !each.IsAtLimit),
            Group("Fitted, not identified by the targets", FigureColor.Arm3, each => !each.IsIdentified && !each.IsAtLimit),
            Group("Fitted, at a limit", FigureColor.Arm5, each => each.IsAtLimit),
        }.OfType<IntervalLayer>().ToArray();
        var end = Math.Max(2.5, Math.Ceiling(layers.SelectMany(layer => layer.X.Concat(layer.Low).Concat(layer.High)).Where(double.IsFinite).Max(Math.Abs)));
        return new()
        {
            Id = "parameters",
            Title = CalibrationText.ParametersTitle(view),
            Caption = "95 % intervals of what was believed beforehand and of what the targets leave, each setting in standard deviations of its belief (of the logarithm where that is "
                + $"log-normal). A setting counts as not identified where its standard deviation is at least {NumberText.Percent(FittedParameter.NotIdentifiedFrom, 0)} of that beforehand.",
            AlternativeText = string.Join(" ", fitted.Select((each, i) => $"{view.Names[i]}: {Numbers(each)}.")).Replace("\n", "; ", StringComparison.Ordinal),
            Panels =
            [
                new()
                {
                    Horizontal = new("Distance from the centre of the belief, in its standard deviations", -end, end, 1),
                    Vertical = Axis.OfNames("", view.Names) with { RowTexts = [.. fitted.Select(Numbers)] },
                    Layers = layers,
                },
            ],
        };
    }

    private static string Numbers(FittedParameter fitted)
    {
        var (low, high) = CalibrationView.Belief(fitted.Parameter);
        return $"believed {CalibrationText.Value(fitted.Parameter.Center)} ({CalibrationText.Value(low)} to {CalibrationText.Value(high)})\nfitted {CalibrationText.Fitted(fitted)}";
    }

    private static double Place(FittedParameter fitted, double value) => fitted.Parameter.IsLogarithmic && value <= 0 ? double.NaN : fitted.Parameter.ZOf(value);

    private static Figure Trace(CalibrationView view)
    {
        var trace = view.Result.Trace;
        double[] generations = [.. trace.Select((_, i) => i + 1.0)];
        var horizontal = new Axis("Generation", 1, Math.Max(2, trace.Count));
        double[] losses = [.. trace.SelectMany(step => (double[])[step.Best, step.Median]).Where(loss => double.IsFinite(loss) && loss > 0).DefaultIfEmpty(1)];
        double[][] centres = [.. view.Result.Parameters.Select((each, i) => trace.Select(step => Place(each, step.Values[i])).ToArray())];
        var end = Math.Max(1, Math.Ceiling(2 * centres.SelectMany(centre => centre).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max()) / 2);
        return new()
        {
            Id = "trace",
            Title = CalibrationText.TraceTitle(view),
            Caption = $"Above: least loss so far and median loss of each generation of {NumberText.Count(view.Plan.Candidates)} sets of values, on a logarithmic axis, in the "
                + $"{NumberText.Count(view.Plan.Patients)} patients of the search, where the least is partly luck. Below: the centre of the search, each setting in standard deviations of what was "
                + "believed about it beforehand.",
            AlternativeText = $"Least loss {CalibrationText.Value(trace[0].Best)} in the first and {CalibrationText.Value(trace[^1].Best)} in the last of {NumberText.Count(trace.Count)} generations; "
                + $"step size {CalibrationText.Value(trace[0].StepSize)} and {CalibrationText.Value(trace[^1].StepSize)}.",
            Panels =
            [
                new()
                {
                    Heading = "Loss",
                    Horizontal = horizontal,
                    Vertical = new("Loss", losses.Min() / 1.2, losses.Max() * 1.2, Logarithmic: true),
                    Layers =
                    [
                        new LineLayer("Median", FigureColor.Neutral, generations, [.. trace.Select(step => step.Median)]),
                        new LineLayer("Least so far", FigureColor.Arm2, generations, [.. trace.Select(step => step.Best)]),
                    ],
                },
                .. centres.Index().Chunk(Colors.Length).Select((lines, chunk) => new Panel
                {
                    Heading = chunk == 0 ? "Centre of the search" : "Centre of the search, further settings",
                    Horizontal = horizontal,
                    Vertical = new("Standard deviations of the belief", -end, end),
                    Layers = [.. lines.Select((line, i) => new LineLayer(view.Names[line.Index], Colors[i], generations, line.Item))],
                }),
            ],
        };
    }
}
