using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>Power of the trial and of each endpoint's analysis, and the type I error beside it.</summary>
internal static class TrialOverviewFigure
{
    // With more names than this on its axis a panel needs the whole width.
    private const int MostSideBySide = 4;

    /// <summary>Builds the figure.</summary>
    public static Figure Build(OperatingCharacteristics found)
    {
        var design = found.Design;
        return new()
        {
            Id = "overview",
            Title = $"With {NumberText.Count(design.Patients)} patients {TrialWords.Percent(found.Alternative.Success)} of trials show {TrialWords.Benefit(design)} "
                + $"(95 % MC interval {TrialWords.PercentInterval(found.Alternative.Success)}); without an effect {TrialWords.Percent(found.Null.Rejected)} reject",
            Caption = $"Power: share of {NumberText.Count(found.Replicates)} simulated trials that succeed (\"trial\": primary endpoint {design.Endpoints[design.Primary].Name}, all looks and arms together, benefit only) and "
                + "in which each endpoint's analysis rejects on its own at the deciding analysis. Type I error: the same trials with the control's treatment in every arm; dashed: error allowed. Bars are 95 % Monte Carlo intervals.",
            AlternativeText = $"Power: trial {TrialWords.PercentWithInterval(found.Alternative.Success)}, {Words(found, found.Alternative)}. "
                + $"Type I error: trial {TrialWords.PercentWithInterval(found.Null.Rejected)}, {Words(found, found.Null)}.",
            Panels = [Power(found), Error(found)],
            Columns = found.Alternative.Endpoints.Count > MostSideBySide ? 1 : 2,
        };
    }

    private static string Words(OperatingCharacteristics found, HypothesisCharacteristics under) =>
        string.Join(", ", under.Endpoints.Select(of => $"{TrialWords.Comparison(found.Design, of)} {TrialWords.PercentWithInterval(of.Rejected)}"));

    private static Axis Horizontal(OperatingCharacteristics found) =>
        TrialFigureParts.Categories(["trial", .. found.Alternative.Endpoints.Select(of => SpokenNames.Event(TrialWords.Comparison(found.Design, of)))]);

    private static Panel Power(OperatingCharacteristics found) => new()
    {
        Heading = "Power: the treatment works as assumed",
        Horizontal = Horizontal(found),
        Vertical = new("Share of trials that reject", 0, 1, 0.2),
        Layers = Points(TrialFigureParts.WithEffect, [found.Alternative.Success, .. found.Alternative.Endpoints.Select(of => of.Rejected)]),
    };

    private static Panel Error(OperatingCharacteristics found)
    {
        var horizontal = Horizontal(found);
        SimulatedValue[] rejected = [found.Null.Rejected, .. found.Null.Endpoints.Select(of => of.Rejected)];
        var (ofTrial, ofComparison) = (found.Design.Alpha, TrialWords.ErrorOfComparison(found.Design));
        Layer[] nominal = ofTrial == ofComparison
            ? [TrialFigureParts.Level($"{TrialWords.Share(ofTrial)} allowed", horizontal, ofTrial)]
            :
            [
                TrialFigureParts.Level($"{TrialWords.Share(ofTrial)} allowed", horizontal with { High = 1.5 }, ofTrial),
                TrialFigureParts.Level($"{TrialWords.Share(ofComparison)} allowed to one comparison", horizontal with { Low = 1.5 }, ofComparison),
            ];
        return new()
        {
            Heading = "Type I error: the treatment does nothing",
            Horizontal = horizontal,
            Vertical = TrialFigureParts.ShareAxis("Share of trials that reject", rejected.SelectMany(each => new[] { each.Value, each.High }).Append(ofTrial), 1.5 * ofTrial),
            Layers = [.. nominal, .. Points(TrialFigureParts.NoEffect, rejected)],
        };
    }

    private static IReadOnlyList<Layer> Points(FigureColor color, IReadOnlyList<SimulatedValue> values) =>
        [.. values.Select((value, i) => TrialFigureParts.Point("", color, i + 1, value, TrialWords.PointLabel(value)))];
}
