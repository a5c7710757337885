using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>The tables of a comparison with published quantities as files.</summary>
internal static class EvidenceFiles
{
    /// <summary>Quantities, curves of the visual checks, and series where there are any.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<TableFile> All(EvidenceResult result) =>
        [Quantities(result), Checks(result), .. EvidenceText.HasSeries(result) ? [Series(result)] : Array.Empty<TableFile>()];

    private static TableFile Quantities(EvidenceResult result)
    {
        var table = new CsvText(
            "name", "title", "use", "verdict", "unit", "published", "publishedLow", "publishedHigh", "predicted", "standardError", "predictedLow", "predictedHigh", "widthsOutside",
            "patients", "population", "intervalIs", "source", "confidence", "remark", "estimator");
        foreach (var each in result.Quantities)
        {
            var quantity = each.Quantity;
            table.Cell(quantity.Name).Cell(quantity.Title).Cell(EvidenceText.Use(quantity.Use)).Cell(EvidenceJson.NameOf(each.Verdict)).Cell(quantity.Unit)
                .Cell(quantity.Value).Cell(quantity.Low).Cell(quantity.High)
                .Cell(each.Predicted).Cell(each.StandardError).Cell(each.Low).Cell(each.High).Cell(EvidenceNumbers.WidthsOutside(quantity, each.Predicted))
                .Cell((double?)quantity.Patients).Cell(quantity.Population).Cell(quantity.IntervalIs).Cell(quantity.Source).Cell(EvidenceJson.NameOf(quantity.Confidence))
                .Cell(quantity.Remark).Cell(EstimatorWords.Of(quantity.Estimator, result.Plan.Run)).EndRow();
        }

        return table.ToFile("evidence.csv");
    }

    private static TableFile Checks(EvidenceResult result)
    {
        var measures = new MeasureCatalogue(result.Plan.Run.Disease).Observed;
        var table = new CsvText("arm", "measure", "percentile", "month", "value", "low", "high");
        foreach (var check in result.Checks)
        {
            foreach (var curve in check.Curves)
            {
                for (var i = 0; i < check.Months.Count; i++)
                {
                    table.Cell(result.Plan.Run.Arms[check.Arm].Name).Cell(check.Measure < 0 ? "alive" : measures[check.Measure].Name)
                        .Cell(check.Measure < 0 ? null : (double?)curve.Percentile).Cell(check.Months[i]).Cell(curve.Value[i]).Cell(curve.Low[i]).Cell(curve.High[i]).EndRow();
                }
            }
        }

        return table.ToFile("predictive-checks.csv");
    }

    private static TableFile Series(EvidenceResult result)
    {
        var table = new CsvText("name", "rank", "value");
        foreach (var each in result.Quantities)
        {
            for (var i = 0; i < each.Distribution.Count; i++)
            {
                table.Cell(each.Quantity.Name).Cell((long)i + 1).Cell(each.Distribution[i]).EndRow();
            }
        }

        return table.ToFile("series.csv");
    }
}
