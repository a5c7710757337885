using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>Designs side by side: power curves, power and error at their own sizes, and the patients each takes.</summary>
internal static class ComparisonFigures
{
    /// <summary>The figures in reading order.</summary>
    public static IReadOnlyList<Figure> All(DesignComparison found) => [Curves(found), Designs(found), .. Sizes(found)];

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
        return new()
        {
            Id = "designs",
            Title = $"If the treatment does nothing, {string.Join(", ", found.Designs.Select(each => $"{each.Design.Name} rejects in {TrialWords.Percent(each.Null.Rejected)}"))}; "
                + $"with the effect, {string.Join(", ", found.Designs.Select(each => $"{each.Design.Name} succeeds in {TrialWords.Percent(each.Alternative.Success)}"))}",
            Caption = "Power of each design at its own number of patients, and its type I error, with 95 % Monte Carlo intervals; dashed: error allowed.",
            AlternativeText = string.Join(" ", found.Designs.Select(each =>
                $"{each.Design.Name}: power {TrialWords.PercentWithInterval(each.Alternative.Success)}, type I error {TrialWords.PercentWithInterval(each.Null.Rejected)}.")),
            Panels = [Powers(found, names), Errors(found, names)],
            Columns = 2,
        };
    }

    /// <summary>Patients for the target power, when it was asked for and some design reaches it.</summary>
    private static IEnumerable<Figure> Sizes(DesignComparison found)
    {
        var known = found.Sizes.Select((size, i) => (Size: size, Place: i)).Where(each => each.Size is not null && SizeText.IsFound(each.Size)).ToArray();
        if (known.Length == 0)
        {
            yield break;
        }

        var all = string.Join(", ", found.Designs.Zip(found.Sizes).Where(pair => pair.Second is not null).Select(pair => $"{pair.First.Design.Name} {TrialWords.Size(pair.Second!)}"));
        yield return new()
        {
            Id = "sizes",
            Title = $"Patients for a power of {TrialWords.Share(found.TargetPower)}: {all}",
            Caption = $"Patients, all arms together, for a power of {TrialWords.Share(found.TargetPower)}, with the 95 % interval of the search. Designs without a point do not reach it, or exceed it with the smallest trial.",
            AlternativeText = $"Patients for a power of {TrialWords.Share(found.TargetPower)}: {all}.",
            Panels =
            [
                new()
                {
                    Horizontal = TrialFigureParts.Categories([.. found.Designs.Select(each => each.Design.Name)]),
                    Vertical = new("Patients randomised", 0, FigureParts.RoundedUp(known.SelectMany(each => new[] { 1.1 * each.Size!.Patients, 1.1 * each.Size.Estimate.High }), 4)),
                    Layers = [.. known.Select(each => TrialFigureParts.Point(
                        "", TrialFigureParts.ColorOf(each.Place), each.Place + 1, each.Size!.Estimate with { Value = each.Size.Patients }, TrialWords.Unbroken(TrialWords.Size(each.Size))))],
                },
            ],
        };
    }

    private static Panel Powers(DesignComparison found, string[] names) => new()
    {
        Heading = "Power at its own size",
        Horizontal = TrialFigureParts.Categories(names),
        Vertical = new("Share of trials that succeed", 0, 1, 0.2),
        Layers = [.. found.Designs.Select((each, i) => TrialFigureParts.Point("", TrialFigureParts.ColorOf(i), i + 1, each.Alternative.Success, TrialWords.PointLabel(each.Alternative.Success)))],
    };

    private static Panel Errors(DesignComparison found, string[] names)
    {
        var horizontal = TrialFigureParts.Categories(names);
        var alphas = found.Designs.Select(each => each.Design.Alpha).Distinct().ToArray();
        return new()
        {
            Heading = "Type I error: the treatment does nothing",
            Horizontal = horizontal,
            Vertical = TrialFigureParts.ShareAxis("Share of trials that reject", found.Designs.Select(each => each.Null.Rejected.High).Concat(alphas), 1.5 * alphas.Max()),
            Layers =
            [
                .. alphas.Select(alpha => TrialFigureParts.Level($"{TrialWords.Share(alpha)} allowed", horizontal, alpha)),
                .. found.Designs.Select((each, i) => TrialFigureParts.Point("", TrialFigureParts.ColorOf(i), i + 1, each.Null.Rejected, TrialWords.PointLabel(each.Null.Rejected))),
            ],
        };
    }

    /// <summary>The ends and the middle of a curve.</summary>
    private static IEnumerable<PowerCurvePoint> Read(IReadOnlyList<PowerCurvePoint> curve) => curve.Count <= 3 ? curve : [curve[0], curve[curve.Count / 2], curve[^1]];
}
