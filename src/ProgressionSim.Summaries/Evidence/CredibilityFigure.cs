using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Published intervals against predicted ones: checks, fitted quantities and context apart.</summary>
internal static class CredibilityFigure
{
    private static readonly (EvidenceUse Use, string Heading)[] Panels =
    [
        (EvidenceUse.Check, "Checks: not used in any fit"),
        (EvidenceUse.Fit, "Fitted: the model was adjusted to these"),
        (EvidenceUse.Context, "Context: shown without a judgement"),
    ];

    /// <summary>Builds the figure; null when no quantity has an interval.</summary>
    /// <param name="result">The result.</param>
    public static Figure? Build(EvidenceResult result)
    {
        (string Heading, QuantityResult[] Rows)[] panels =
            [.. Panels.Select(panel => (panel.Heading, Rows(result, panel.Use))).Where(panel => panel.Item2.Length > 0)];
        if (panels.Length == 0)
        {
            return null;
        }

        var left = result.Quantities.Count - panels.Sum(panel => panel.Rows.Length);
        return new()
        {
            Id = "evidence",
            Title = EvidenceText.Title(result),
            Caption = $"{QuantityPanel.Explanation} Bars: predicted intervals, "
                + (result.Uncertainty is null ? "95 % of Monte Carlo alone" : $"95 % of {NumberText.Count(result.Plan.Draws)} draws of uncertain settings")
                + (EvidenceText.HasSeries(result) ? ", or of simulated series of patients. " : ". ")
                + $"{NumberText.Count(result.Analysed)} virtual patients."
                + (left == 0 ? "" : $" {NumberText.Count(left)} more {(left == 1 ? "quantity" : "quantities")} without a published interval or a prediction: see the tables."),
            AlternativeText = string.Join(" ", panels.SelectMany(panel => panel.Rows).Select(InWords)),
            Panels = [.. panels.Select(panel => PanelOf(panel.Heading, panel.Rows))],
        };
    }

    private static QuantityResult[] Rows(EvidenceResult result, EvidenceUse use) =>
        [.. result.Quantities.Where(each => each.Quantity.Use == use && QuantityScale.Holds(each.Quantity) && double.IsFinite(each.Predicted))];

    private static Panel PanelOf(string heading, QuantityResult[] rows)
    {
        PredictionGroup Group(string label, FigureColor color, Func<QuantityResult, bool> belongs) => new(
            label, color, 0, [.. rows.Index().Where(row => belongs(row.Item)).Select(row => new PlacedPrediction(row.Index, row.Item.Predicted, row.Item.Low, row.Item.High))]);

        return QuantityPanel.Build(
            heading,
            [.. rows.Select(row => row.Quantity)],
            [.. rows.Select(row => $"published {EvidenceNumbers.Published(row.Quantity)}\npredicted {EvidenceNumbers.Predicted(row)}")],
            [
                Group("Predicted, inside", FigureColor.Arm2, row => row.Verdict == EvidenceVerdict.Inside),
                Group("Predicted, outside", FigureColor.Arm3, EvidenceText.IsMiss),
                Group("Predicted", FigureColor.Neutral, row => row.Verdict == EvidenceVerdict.NotJudged),
            ]);
    }

    private static string InWords(QuantityResult row) =>
        $"{row.Quantity.Title} ({EvidenceText.Use(row.Quantity.Use)}): published {EvidenceNumbers.WithUnit(EvidenceNumbers.Published(row.Quantity), row.Quantity)}, predicted "
            + $"{EvidenceText.Predicted(row)}; {EvidenceText.Verdict(row)}.";
}
