using ProgressionSim.Statistics.Tables;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>The power curve of a search for a sample size, and the path of the search.</summary>
internal static class SizeFigure
{
    /// <summary>Builds the figure; null when no trial was run.</summary>
    public static Figure? Build(SampleSizeResult found)
    {
        if (found.Path.Count == 0)
        {
            return null;
        }

        return new()
        {
            Id = "power-curve",
            Title = SizeText.Headline(found),
            Caption = (found.Curve.Count > 1
                    ? "Left: fitted share of trials that succeed by number of patients with its 95 % interval (band), the batches of trials it was fitted to, joined by size (points with 95 % intervals), "
                    : "Left: share of trials that succeed by number of patients in batches of trials, joined by size (points with 95 % intervals), ")
                + "and the independent check (triangle)." + (SizeText.IsFound(found) ? " The upright strip is the 95 % interval of the number of patients." : "")
                + " Batches of sizes beyond the axis are left out. Right: sizes tried, in order.",
            AlternativeText = $"{SizeText.Headline(found)}. Independent check: {TrialWords.PercentWithInterval(found.Check)}. Batches: "
                + string.Join(", ", Batches(found).Select(point => $"{NumberText.Percent(point.Share)} of {NumberText.Count(point.Trials)} trials with {NumberText.Count(point.Patients)} patients")) + ".",
            Panels = [Curve(found), Path(found)],
            Columns = 2,
        };
    }

    private static IReadOnlyList<PowerPoint> Batches(SampleSizeResult found) =>
        [.. found.Path.GroupBy(point => point.Patients).OrderBy(group => group.Key).Select(group => new PowerPoint(group.Key, group.Sum(point => point.Trials), group.Sum(point => point.Successes)))];

    private static Panel Curve(SampleSizeResult found)
    {
        var hasCurve = found.Curve.Count > 1;
        var (low, high) = hasCurve
            ? TrialFigureParts.Around([found.Curve[0].Patients, found.Curve[^1].Patients])
            : TrialFigureParts.Around([0, found.Patients, .. found.Path.Select(point => (double)point.Patients)]);
        var horizontal = new Axis("Patients randomised", low, high);
        var batches = Batches(found).Where(point => point.Patients >= low && point.Patients <= high).ToArray();
        var intervals = batches.Select(point => ProportionInterval.Wilson(point.Successes, point.Trials, 0.95)).ToArray();
        double[] sizes = [.. found.Curve.Select(point => (double)point.Patients)];
        var layers = new List<Layer> { TrialFigureParts.Level($"{TrialWords.Share(found.TargetPower)} asked for", horizontal, found.TargetPower) };
        if (SizeText.IsFound(found))
        {
            double[] limits = [Math.Clamp(found.Estimate.Low, low, high), Math.Clamp(found.Estimate.High, low, high)];
            layers.Add(new BandLayer("95 % interval of the size", FigureColor.Arm3, limits, [0, 0], [1, 1], 0.2));
            layers.Add(new MarkerLayer($"{NumberText.Count(found.Patients)} patients ({TrialWords.SizeInterval(found)})", FigureColor.Arm3, found.Patients));
        }

        if (hasCurve)
        {
            layers.Add(new BandLayer("95 % interval of the curve", TrialFigureParts.WithEffect, sizes, [.. found.Curve.Select(point => point.Low)], [.. found.Curve.Select(point => point.High)], 0.25));
            layers.Add(new LineLayer("", TrialFigureParts.WithEffect, sizes, [.. found.Curve.Select(point => point.Power)]));
        }

        layers.Add(new IntervalLayer(
            "Batches of trials", TrialFigureParts.NoEffect, [.. batches.Select(point => (double)point.Patients)], [.. batches.Select(point => point.Share)],
            [.. intervals.Select(interval => interval.Low)], [.. intervals.Select(interval => interval.High)], []));
        layers.Add(new IntervalLayer("Independent check", FigureColor.Arm3, [found.Patients], [found.Check.Value], [found.Check.Low], [found.Check.High], []));
        return new() { Heading = "Power by number of patients", Horizontal = horizontal, Vertical = new("Share of trials that succeed (power)", 0, 1, 0.2), Layers = layers };
    }

    private static Panel Path(SampleSizeResult found)
    {
        double[] batches = [.. Enumerable.Range(1, found.Path.Count).Select(i => (double)i)];
        double[] patients = [.. found.Path.Select(point => (double)point.Patients)];
        var horizontal = new Axis("Batch of trials", 0.5, found.Path.Count + 0.5, found.Path.Count <= 12 ? 1 : null);
        Layer[] answer = SizeText.IsFound(found) ? [TrialFigureParts.Level($"{NumberText.Count(found.Patients)} found", horizontal, found.Patients)] : [];
        return new()
        {
            Heading = "Path of the search",
            Horizontal = horizontal,
            Vertical = new("Patients tried", 0, FigureParts.RoundedUp(patients.Select(each => each * 1.05), 4)),
            Layers =
            [
                .. answer,
                new LineLayer("", TrialFigureParts.NoEffect, batches, patients, LineStyle.Thin),
                new IntervalLayer("", TrialFigureParts.NoEffect, batches, patients, [], [], []),
            ],
        };
    }
}
