using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>Designs side by side: power curves, and power with the number of patients by design.</summary>
internal static class ComparisonFigures
{
    /// <summary>The figures in reading order.</summary>
    public static IReadOnlyList<Figure> All(DesignComparison found) => [Curves(found), Designs(found)];

    private static Figure Curves(DesignComparison found)
    {
        var largest = found.Curves.SelectMany(curve => curve).Select(point => (double)point.Patients).Concat(found.Designs.Select(each => (double)each.Design.Patients)).Max();
        var horizontal = new Axis("Patients randomised", 0, FigureParts.RoundedUp([largest], 4));
        var layers = new List<Layer>();
        if (double.IsFinite(found.TargetPower))
        {
            layers.Add(TrialFigureParts.Level($"{TrialWords.Share(found.TargetPower)} asked for", horizontal, found.TargetPower));
        }

        for (var i = 0; i < found.Designs.Count; i++)
        {
            var curve = found.Curves[i];
            double[] sizes = [.. curve.Select(point => (double)point.Patients)];
            layers.Add(new BandLayer("", TrialFigureParts.ColorOf(i), sizes, [.. curve.Select(point => point.Low)], [.. curve.Select(point => point.High)], 0.2));
        }

        for (var i = 0; i < found.Designs.Count; i++)
        {
            layers.Add(new LineLayer(
                found.Designs[i].Design.Name, TrialFigureParts.ColorOf(i), [.. found.Curves[i].Select(point => (double)point.Patients)], [.. found.Curves[i].Select(point => point.Power)]));
        }

        layers.AddRange(found.Designs.Select((each, i) =>
            TrialFigureParts.Point("", TrialFigureParts.ColorOf(i), each.Design.Patients, each.Alternative.Success, "")));
        return new()
        {
            Id = "power-curves",
            Title = ComparisonText.Headline(found),
            Caption = "Share of trials that show a benefit by number of patients: curves fitted to trials of five sizes with pointwise 95 % intervals (bands). "
                + "Points with bars: each design at its own size, from trials of their own, with 95 % Monte Carlo intervals.",
            AlternativeText = "Power by number of patients. " + string.Join(" ", found.Designs.Select((each, i) =>
                $"{each.Design.Name}: {string.Join(", ", Read(found.Curves[i]).Select(point => $"{NumberText.Percent(point.Power)} with {NumberText.Count(point.Patients)}"))}.")),
            Panels = [new() { Horizontal = horizontal, Vertical = new("Share of trials that succeed (power)", 0, 1, 0.2), Layers = layers }],
        };
    }

    private static Figure Designs(DesignComparison found)
    {
        var names = found.Designs.Select(each => each.Design.Name).ToArray();
        var hasSizes = found.Sizes.Any(size => size is not null && SizeText.IsFound(size));
        Panel[] sizes = hasSizes ? [Sizes(found, names)] : [];
        return new()
        {
            Id = "designs",
            Title = hasSizes
                ? $"Patients for a power of {TrialWords.Share(found.TargetPower)}: {string.Join(", ", found.Designs.Zip(found.Sizes).Where(pair => pair.Second is not null).Select(pair => $"{pair.First.Design.Name} {TrialWords.Size(pair.Second!)}"))}"
                : ComparisonText.Headline(found),
            Caption = "Power of each design at its own number of patients, and the type I error when the treatment does nothing, with 95 % Monte Carlo intervals."
                + (hasSizes ? $" Right: patients for a power of {TrialWords.Share(found.TargetPower)} with the 95 % interval of the search; designs that do not reach it are left out." : ""),
            AlternativeText = string.Join(" ", found.Designs.Select((each, i) =>
                $"{each.Design.Name}: power {TrialWords.PercentWithInterval(each.Alternative.Success)}, type I error {TrialWords.PercentWithInterval(each.Null.Rejected)}"
                + (found.Sizes[i] is { } size ? $", patients for {TrialWords.Share(found.TargetPower)} power {TrialWords.Size(size)}." : "."))),
            Panels = [Powers(found, names), Errors(found, names), .. sizes],
            Columns = hasSizes ? 3 : 2,
        };
    }

    private static Panel Powers(DesignComparison found, string[] names) => new()
    {
        Heading = "Power at its own size",
        Horizontal = TrialFigureParts.Categories(names),
        Vertical = new("Share of trials that succeed", 0, 1, 0.2),
        Layers = [.. found.Designs.Select((each, i) => TrialFigureParts.Point("", TrialFigureParts.ColorOf(i), i + 1, each.Alternative.Success, TrialWords.Percent(each.Alternative.Success)))],
    };

    private static Panel Errors(DesignComparison found, string[] names)
    {
        var horizontal = TrialFigureParts.Categories(names);
        var alphas = found.Designs.Select(each => each.Design.Alpha).Distinct().ToArray();
        return new()
        {
            Heading = "Type I error",
            Horizontal = horizontal,
            Vertical = TrialFigureParts.ShareAxis("Share of trials that reject without an effect", found.Designs.Select(each => each.Null.Rejected.High).Concat(alphas), 1.5 * alphas.Max()),
            Layers =
            [
                .. alphas.Select(alpha => TrialFigureParts.Level($"{TrialWords.Share(alpha)} allowed", horizontal, alpha)),
                .. found.Designs.Select((each, i) => TrialFigureParts.Point("", TrialFigureParts.ColorOf(i), i + 1, each.Null.Rejected, TrialWords.Percent(each.Null.Rejected))),
            ],
        };
    }

    private static Panel Sizes(DesignComparison found, string[] names)
    {
        var known = found.Sizes.Select((size, i) => (Size: size, Place: i)).Where(each => each.Size is not null && SizeText.IsFound(each.Size)).ToArray();
        return new()
        {
            Heading = $"Patients for a power of {TrialWords.Share(found.TargetPower)}",
            Horizontal = TrialFigureParts.Categories(names),
            Vertical = new("Patients randomised", 0, FigureParts.RoundedUp(known.SelectMany(each => new[] { 1.05 * each.Size!.Patients, each.Size.Estimate.High }), 4)),
            Layers = [.. known.Select(each => TrialFigureParts.Point(
                "", TrialFigureParts.ColorOf(each.Place), each.Place + 1, each.Size!.Estimate with { Value = each.Size.Patients }, NumberText.Count(each.Size.Patients)))],
        };
    }

    /// <summary>The ends and the middle of a curve.</summary>
    private static IEnumerable<PowerCurvePoint> Read(IReadOnlyList<PowerCurvePoint> curve) => curve.Count <= 3 ? curve : [curve[0], curve[curve.Count / 2], curve[^1]];
}
