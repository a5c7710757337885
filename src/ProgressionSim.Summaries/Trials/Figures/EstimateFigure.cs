using ProgressionSim.Engine.Sampling;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>Where the estimates of the primary endpoint fall, with and without an effect, against the truth.</summary>
internal static class EstimateFigure
{
    private const int Bins = 40;
    private const double Tail = 0.001;

    /// <summary>Builds the figure; null when there are too few estimates to show.</summary>
    public static Figure? Build(OperatingCharacteristics found)
    {
        var design = found.Design;
        var pairs = found.Alternative.Endpoints.Zip(found.Null.Endpoints).Where(pair => pair.First.Endpoint == design.Primary)
            .Where(pair => Known(pair.First).Length > 1 && Known(pair.Second).Length > 1).ToArray();
        if (pairs.Length == 0)
        {
            return null;
        }

        var first = pairs[0].First;
        var effect = AnalysisCatalogue.Of(design.Endpoints[design.Primary]).EffectName;
        return new()
        {
            Id = "estimates",
            Title = $"Estimates of {TrialWords.Comparison(design, first)} average {TrialWords.Value(first.Effect)} with the effect and {TrialWords.Value(pairs[0].Second.Effect)} without"
                + (first is { Bias: { } bias } ? $"; bias {TrialWords.WithInterval(bias)}" : ""),
            Caption = $"Estimates ({effect}) of the primary endpoint in {NumberText.Count(found.Replicates)} trials with the effect and as many without, {(pairs.Length > 1 ? "one panel for each active arm, " : "")}"
                + "at the deciding analysis; the outermost 0.1 % at either side may lie outside. Where \"rejects beyond\" is marked, it is the error bound times the mean standard error without an effect: "
                + "single trials reject by their own standard error. " + (design.Interim is null ? "" : "Trials that stop early are among them."),
            AlternativeText = string.Join(" ", pairs.Select(pair =>
                $"{TrialWords.Comparison(design, pair.First)}: mean estimate {TrialWords.WithInterval(pair.First.Effect)} with the effect (standard deviation {NumberText.Fixed(pair.First.EffectSd, 3)}), "
                + $"{TrialWords.WithInterval(pair.Second.Effect)} without (standard deviation {NumberText.Fixed(pair.Second.EffectSd, 3)})"
                + (pair.First.Truth is { } truth ? $"; truth {TrialWords.WithInterval(truth)}." : "."))),
            Panels = [.. pairs.Select(pair => PanelOf(found, pair.First, pair.Second, pairs.Length > 1, effect))],
            Columns = Math.Min(pairs.Length, 2),
        };
    }

    private static Panel PanelOf(OperatingCharacteristics found, EndpointCharacteristics with, EndpointCharacteristics without, bool hasHeading, string effect)
    {
        var (a, b) = (Known(with), Known(without));
        double[] corners = [Quantile(a, Tail), Quantile(a, 1 - Tail), Quantile(b, Tail), Quantile(b, 1 - Tail), 0];
        var (low, high) = TrialFigureParts.Around(corners);
        double[] edges = [.. Enumerable.Range(0, Bins + 1).Select(i => low + ((high - low) * i / Bins))];
        var (sharesWith, sharesWithout) = (Shares(a, low, high), Shares(b, low, high));
        var horizontal = new Axis($"Estimate ({effect})", low, high);
        return new()
        {
            Heading = hasHeading ? found.Design.Arms[with.Arm].Name : "",
            Horizontal = horizontal,
            Vertical = new("Trials (% in each bar)", 0, FigureParts.RoundedUp(sharesWith.Concat(sharesWithout).Select(share => share * 1.05), 1)),
            Layers =
            [
                .. Histogram("Without an effect", TrialFigureParts.NoEffect, edges, sharesWithout),
                .. Histogram("With the effect", TrialFigureParts.WithEffect, edges, sharesWith),
                .. Markers(found, with, without).Where(marker => marker.X >= low && marker.X <= high),
            ],
        };
    }

    private static IEnumerable<MarkerLayer> Markers(OperatingCharacteristics found, EndpointCharacteristics with, EndpointCharacteristics without)
    {
        if (with.Truth is { } truth)
        {
            yield return new MarkerLayer($"truth {TrialWords.Value(truth)}", TrialFigureParts.WithEffect, truth.Value);
        }

        // With looks there is a boundary for each; with standard errors of 0 or none there is no limit to draw.
        if (found.Design.Interim is not null || !(without.ReportedStandardError > 0))
        {
            yield break;
        }

        var limit = StandardNormal.QuantileUpper(found.Design.AlphaOneSided) * without.ReportedStandardError;
        if (found.Design.Sides == 2 || with.Effect.Value > 0)
        {
            yield return new MarkerLayer($"rejects beyond, about {NumberText.Fixed(limit, NumberText.DecimalsFor(limit / 50))}", FigureColor.Neutral, limit);
        }

        if (found.Design.Sides == 2 || with.Effect.Value < 0)
        {
            yield return new MarkerLayer($"rejects beyond, about {NumberText.Fixed(-limit, NumberText.DecimalsFor(limit / 50))}", FigureColor.Neutral, -limit);
        }
    }

    private static IEnumerable<Layer> Histogram(string label, FigureColor color, double[] edges, double[] shares)
    {
        double[] heights = [.. shares, shares[^1]];
        yield return new BandLayer(label, color, edges, new double[edges.Length], heights, 0.3, Steps: true);
        yield return new LineLayer("", color, edges, heights, LineStyle.Steps);
    }

    private static double[] Shares(double[] sorted, double low, double high)
    {
        var shares = new double[Bins];
        foreach (var value in sorted.Where(value => value >= low && value <= high))
        {
            shares[Math.Min(Bins - 1, (int)((value - low) / (high - low) * Bins))] += 100.0 / sorted.Length;
        }

        return shares;
    }

    private static double[] Known(EndpointCharacteristics of) => [.. of.Effects.Where(double.IsFinite).Order()];

    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
