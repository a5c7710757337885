using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>How much small series of patients differ by chance, with the published series where there is one.</summary>
internal static class SeriesFigure
{
    private const int FewestBins = 12;
    private const int MostBins = 40;
    private const int MostWholeNumbers = 60;

    /// <summary>Builds the figure, a histogram for each quantity of series; null when there is none.</summary>
    /// <param name="result">The result.</param>
    public static Figure? Build(EvidenceResult result)
    {
        QuantityResult[] shown = [.. result.Quantities.Where(each => each.Distribution.Any(double.IsFinite))];
        if (shown.Length == 0)
        {
            return null;
        }

        return new()
        {
            Id = "series",
            Title = Title(shown),
            Caption = $"Histograms of {NumberText.Count(shown.Max(each => each.Distribution.Count))} simulated series of the size of the published one, with the scenario's own values; "
                + "lines mark the published numbers, with the share of series that are at least as extreme on that side of the median.",
            AlternativeText = string.Join(" ", shown.Select(InWords)),
            Panels = [.. shown.Select(PanelOf)],
            Columns = Math.Min(2, shown.Length),
        };
    }

    private static string Title(QuantityResult[] shown)
    {
        QuantityResult[] published = [.. shown.Where(each => each.Quantity.Value is not null)];
        if (published.Length == 0)
        {
            return $"{shown[0].Quantity.Title}: {EvidenceNumbers.Number(shown[0].Quantity, shown[0].Low, shown[0].High - shown[0].Low)} to "
                + $"{EvidenceNumbers.WithUnit(EvidenceNumbers.Number(shown[0].Quantity, shown[0].High, shown[0].High - shown[0].Low), shown[0].Quantity)} in 95 % of simulated series";
        }

        var among = published.Count(each => each.Quantity.Value >= each.Low && each.Quantity.Value <= each.High);
        return $"{among} of {published.Length} published numbers of small series lie among 95 % of simulated series";
    }

    private static string InWords(QuantityResult each)
    {
        var share = SeriesShare.Of(each) is { } found ? $", published {EvidenceNumbers.Published(each.Quantity)}; {found.InWords(each)}" : "";
        return $"{each.Quantity.Title}: mean of series and 95 % of them {EvidenceText.Predicted(each)}{share}.";
    }

    private static Panel PanelOf(QuantityResult result)
    {
        double[] values = [.. result.Distribution.Where(double.IsFinite)];
        var (edges, shares) = Histogram(values, result.Quantity.Value);
        double[] high = [.. shares.Select(share => 100 * share), 100 * shares[^1]];
        Layer[] published = SeriesShare.Of(result) is { } share
            ? [new MarkerLayer($"Published {NumberText.Setting(result.Quantity.Value!.Value)}: {share.InWords(result)}", FigureColor.Arm3, result.Quantity.Value!.Value)]
            : [];
        return new()
        {
            Heading = result.Quantity.Title,
            Horizontal = new(result.Quantity.Unit.Length == 0 ? "Value" : OutcomePhrases.Capital(result.Quantity.Unit), edges[0], edges[^1]),
            Vertical = new("Share of series (%)", 0, FigureParts.RoundedUp([1.05 * high.Max()], 1)),
            Layers = [new BandLayer("", FigureColor.Arm2, edges, [.. edges.Select(_ => 0.0)], high, 0.5, Steps: true), .. published],
        };
    }

    /// <summary>Bins of whole numbers where all values are whole, else of equal width, wide enough to hold the published value; the last edge closes the last bin.</summary>
    private static (double[] Edges, double[] Shares) Histogram(double[] values, double? published)
    {
        double[] all = [.. values, .. published is { } known ? [known] : Array.Empty<double>()];
        var isWhole = values.All(double.IsInteger);
        var (low, high) = isWhole ? (Math.Floor(all.Min()) - 0.5, Math.Ceiling(all.Max()) + 0.5) : (all.Min(), all.Max() > all.Min() ? all.Max() : all.Min() + 1);
        var number = isWhole && high - low <= MostWholeNumbers ? (int)Math.Round(high - low) : Math.Clamp((int)Math.Sqrt(values.Length), FewestBins, MostBins);
        double[] edges = [.. Enumerable.Range(0, number + 1).Select(edge => low + ((high - low) * edge / number))];
        var shares = new double[number];
        foreach (var value in values)
        {
            shares[Math.Clamp((int)((value - low) / (high - low) * number), 0, number - 1)] += 1.0 / values.Length;
        }

        return (edges, shares);
    }
}
