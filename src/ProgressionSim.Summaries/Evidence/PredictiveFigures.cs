using ProgressionSim.Engine.Recording;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Visual predictive checks: what simulated patients show over time, with the published numbers that can be placed on the same axes.</summary>
internal static class PredictiveFigures
{
    private const int ShareAlive = -1;

    // Titles speak of this month, or of the last one before it with enough patients.
    private const double TitleMonth = 24;

    /// <summary>ALSFRS-R, survival and neurofilament, a panel for each arm; what was not simulated is left out.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<Figure> All(EvidenceResult result) =>
    [
        .. new[]
        {
            Of(result, MeasureCatalogue.AlsfrsTotal, "alsfrs-check"),
            Of(result, ShareAlive, "survival-check"),
            Of(result, MeasureCatalogue.Neurofilament, "neurofilament-check"),
        }.OfType<Figure>(),
    ];

    private static Figure? Of(EvidenceResult result, int measure, string id)
    {
        PredictiveCheck[] checks = [.. result.Checks.Where(check => check.Measure == measure && Main(check).Value.Any(double.IsFinite))];
        if (checks.Length == 0)
        {
            return null;
        }

        IReadOnlyList<Layer>[] layers = [.. checks.Select(check => Layers(result, check))];
        var vertical = Vertical(measure, layers.SelectMany(each => each));
        Panel[] panels = [.. checks.Select((check, i) => PanelOf(result, check, layers[i], vertical))];
        var placed = panels.Sum(panel => panel.Layers.OfType<IntervalLayer>().Count());
        return new()
        {
            Id = id,
            Title = Title(result, checks),
            Caption = (measure == ShareAlive
                    ? "Share of simulated patients alive"
                    : "Simulated patients alive at each month, as measured: median (line) and the middle 90 % (band)")
                + (result.Uncertainty is null
                    ? ". "
                    : $"; bands with dashed edges: 95 % of {NumberText.Count(result.Plan.Draws)} draws of uncertain settings{(measure == ShareAlive ? "" : " around the 5 %, 50 % and 95 % points")}. ")
                + (placed == 0
                    ? "No published quantity of all patients counts from symptom onset, so none can be placed on these axes. "
                    : "Points: published quantities of all patients with their intervals. ")
                + SlopesInWords(result, checks)
                + $"{NumberText.Count(result.Analysed)} virtual patients.",
            AlternativeText = string.Join(" ", checks.Select(check => InWords(result, check))),
            Panels = panels,
            Columns = Math.Min(2, panels.Length),
        };
    }

    private static string SlopesInWords(EvidenceResult result, PredictiveCheck[] checks)
    {
        var slopes = checks.Where(check => check.Measure == MeasureCatalogue.AlsfrsTotal).SelectMany(check => PublishedPoints.SlopesOf(result, check)).OrderBy(slope => slope.Value)
            .Select(slope => $"{OutcomePhrases.Within(slope.Title)} {NumberText.Fixed(slope.Value!.Value, 2)}").ToArray();
        return slopes.Length == 0 ? "" : $"Dashed grey lines, drawn from 48 points at onset for orientation only: published slopes, from the steepest on ({string.Join("; ", slopes)}). ";
    }

    private static PredictiveCurve Main(PredictiveCheck check) => check.Curves.First(curve => curve.Percentile is 0 or 50);

    private static string Title(EvidenceResult result, PredictiveCheck[] checks)
    {
        var months = checks[0].Months;
        var at = Enumerable.Range(0, months.Count).LastOrDefault(i => months[i] <= TitleMonth && checks.All(check => double.IsFinite(Main(check).Value[i])));
        var values = string.Join(", ", checks.Select(check => $"{(checks.Length == 1 ? "" : NameOf(result, check) + " ")}{Number(check, Main(check).Value[at])}"));
        var month = $"{NumberText.Setting(months[at])} months after symptom onset";
        return checks[0].Measure switch
        {
            ShareAlive => $"Alive {month}: {values}",
            MeasureCatalogue.AlsfrsTotal => $"Median ALSFRS-R {month}, among those alive: {values}",
            _ => $"Median neurofilament {month}, among those alive: {values}",
        };
    }

    private static string InWords(EvidenceResult result, PredictiveCheck check)
    {
        int[] shown = [.. Enumerable.Range(0, check.Months.Count).Where(i => check.Months[i] % 12 == 0 && double.IsFinite(Main(check).Value[i]))];
        var published = PublishedPoints.Of(result, check).Select(layer => layer.Label).ToArray();
        return $"{NameOf(result, check)}, {(check.Measure == ShareAlive ? "share alive" : "median")}: "
            + string.Join(", ", shown.Select(i => $"{Number(check, Main(check).Value[i])} at month {NumberText.Setting(check.Months[i])}"))
            + (published.Length == 0 ? "." : $". Published beside it: {string.Join("; ", published)}.");
    }

    private static string NameOf(EvidenceResult result, PredictiveCheck check) => result.Plan.Run.Arms[check.Arm].Name;

    private static string Number(PredictiveCheck check, double value) => check.Measure switch
    {
        ShareAlive => NumberText.Percent(value, 0),
        MeasureCatalogue.AlsfrsTotal => $"{NumberText.Fixed(value, 0)} points",
        _ => $"{NumberText.Count((long)Math.Round(value))} pg/mL",
    };

    private static Panel PanelOf(EvidenceResult result, PredictiveCheck check, IReadOnlyList<Layer> layers, Axis vertical) => new()
    {
        Heading = result.Plan.Run.Arms.Count > 1 ? NameOf(result, check) : "",
        Horizontal = new("Months since symptom onset", 0, check.Months[^1], check.Months[^1] <= 36 ? 6 : 12),
        Vertical = vertical,
        Layers = layers,
    };

    private static List<Layer> Layers(EvidenceResult result, PredictiveCheck check)
    {
        var color = check.Arm == 0 ? FigureColor.Arm1 : FigureColor.Arm2;
        var layers = new List<Layer>();
        var (low, high) = (check.Curves.FirstOrDefault(curve => curve.Percentile == 5), check.Curves.FirstOrDefault(curve => curve.Percentile == 95));
        if (low is not null && high is not null)
        {
            layers.Add(new BandLayer("Middle 90 % of patients", color, check.Months, low.Value, high.Value, 0.12));
        }

        if (result.Uncertainty is not null)
        {
            layers.AddRange(check.Curves.Select(curve => new BandLayer("95 % of draws", color, check.Months, curve.Low, curve.High, 0.22, Outlined: true)));
        }

        layers.Add(new LineLayer(check.Measure == ShareAlive ? "Predicted" : "Predicted median", color, check.Months, Main(check).Value));
        layers.AddRange(check.Measure == MeasureCatalogue.AlsfrsTotal ? PublishedPoints.Slopes(result, check) : []);
        layers.AddRange(PublishedPoints.Of(result, check));
        return layers;
    }

    /// <summary>The same for all arms.</summary>
    private static Axis Vertical(int measure, IEnumerable<Layer> layers)
    {
        if (measure == ShareAlive)
        {
            return new("Share alive", 0, 1, 0.25);
        }

        if (measure == MeasureCatalogue.AlsfrsTotal)
        {
            return new("ALSFRS-R (points)", 0, 48, 12);
        }

        double[] drawn =
        [
            .. layers.SelectMany(layer => layer switch
            {
                BandLayer band => band.Low.Concat(band.High),
                LineLayer line => line.Y,
                IntervalLayer points => points.Y.Concat(points.Low).Concat(points.High),
                _ => [],
            }).Where(value => double.IsFinite(value) && value > 0).DefaultIfEmpty(1),
        ];
        return new("Neurofilament light chain (pg/mL)", drawn.Min() / 1.25, drawn.Max() * 1.25, Logarithmic: true);
    }
}
