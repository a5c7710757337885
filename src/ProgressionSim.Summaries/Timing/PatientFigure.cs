using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Timing;

/// <summary>One virtual patient under several starts.</summary>
internal static class PatientFigure
{
    /// <summary>Builds the figure.</summary>
    public static Figure Build(TimingView view)
    {
        var shown = view.Result.View;
        var months = view.Plan.Question.Rules.Months;
        var who = shown.Subgroup.Length == 0 ? "One virtual patient" : $"One virtual patient ({shown.Subgroup})";
        return new()
        {
            Id = "one-patient",
            Title = $"{who}, the same chance at every start: "
                + $"{string.Join(", ", shown.Courses.Select(course => $"{Name(view, course)} {End(course, months)}"))}",
            Caption = "ALSFRS-R that the patient's function stands for, without the noise of visits; triangles are treatment starts, crosses deaths. Among "
                + "the first 256 patients it is the one whose outcomes have the "
                + "ranks nearest to the middle at all shown starts. An illustration, not a finding: what one patient gains depends on how twins share their "
                + "random numbers.",
            AlternativeText = string.Join(" ", shown.Courses.Select(course =>
                $"{Name(view, course)}: score {NumberText.Fixed(course.Scores.Count > 0 ? course.Scores[0] : double.NaN, 0)} at month 0, "
                + $"{End(course, months)}.")),
            Panels =
            [
                new()
                {
                    Horizontal = new($"Months since {TimingWords.Origin(view.Plan.Run)}", 0, months, months > 36 ? 12 : 6),
                    Vertical = new("ALSFRS-R of the patient's function (points)", 0, 48, 12),
                    Layers = [.. shown.Courses.SelectMany((course, i) => Layers(view, course, (FigureColor)((int)FigureColor.Arm1 + i)))],
                },
            ],
        };
    }

    private static string Name(TimingView view, PatientCourse course) =>
        course.OffsetMonths is { } offset ? $"start {TimingWords.Short(offset)}" : view.ReferenceName;

    private static string End(PatientCourse course, int months) => course.DeathMonths is { } death ? $"lives {NumberText.Fixed(death, 0)} months"
        : $"alive at month {months}";

    private static IEnumerable<Layer> Layers(TimingView view, PatientCourse course, FigureColor color)
    {
        double[] months = [.. Enumerable.Range(0, course.Scores.Count).Select(month => (double)month)];
        yield return new LineLayer(Name(view, course), color, months, course.Scores);
        if (course.StartMonths is { } start and >= 0)
        {
            yield return new PointLayer("", color, [start], [At(course.Scores, start)], PointSymbol.Triangle);
        }

        if (course.DeathMonths is { } death && course.Scores.Count > 0)
        {
            yield return new PointLayer("", color, [death], [course.Scores[^1]], PointSymbol.Cross);
        }
    }

    private static double At(IReadOnlyList<double> scores, double month)
    {
        var below = Math.Min((int)month, scores.Count - 1);
        var above = Math.Min(below + 1, scores.Count - 1);
        return below < 0 ? double.NaN : scores[below] + ((scores[above] - scores[below]) * Math.Min(1, month - below));
    }
}
