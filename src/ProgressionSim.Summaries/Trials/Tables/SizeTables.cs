using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Tables;

/// <summary>The small tables of reports on sample sizes and comparisons.</summary>
internal static class SizeTables
{
    /// <summary>The number found beside the formulas, the search, the analyses.</summary>
    public static IReadOnlyList<ReportTable> Of(SampleSizeResult found) => [Sizes(found), Path(found), TrialTables.Analyses([found.Design])];

    /// <summary>The designs side by side, their endpoints, the analyses.</summary>
    public static IReadOnlyList<ReportTable> Of(DesignComparison found) => [Designs(found), Endpoints(found), TrialTables.Analyses([.. found.Designs.Select(each => each.Design)])];

    private static ReportTable Sizes(SampleSizeResult found) => new(
        $"Patients for a power of {TrialWords.Share(found.TargetPower)}",
        ["How", "Patients", "Remark"],
        [
            [
                "Simulation", TrialWords.Size(found),
                $"Checked in trials of their own: power {TrialWords.PercentWithInterval(found.Check)}, type I error {TrialWords.PercentWithInterval(found.CheckNull)}",
            ],
            .. found.ClosedForms.Select(form => new[] { "Formula", NumberText.Count((long)Math.Ceiling(form.Patients)), form.Formula }),
        ],
        "All arms together, rounded up to whole allocation ratios.");

    private static ReportTable Path(SampleSizeResult found) => new(
        "The search",
        ["Batch", "Patients", "Trials", "Successes", "Share"],
        [.. found.Path.Select((point, i) => new[]
        {
            NumberText.Whole(i + 1), NumberText.Count(point.Patients), NumberText.Count(point.Trials), NumberText.Count(point.Successes), NumberText.Percent(point.Share),
        })],
        "Batches in the order in which they were run.");

    private static ReportTable Designs(DesignComparison found)
    {
        var (enrolment, sizes) = (ComparisonText.HasEnrolment(found), found.Sizes.Any(size => size is not null));
        string[] Optional(bool shown, string text) => shown ? [text] : [];
        return new(
            "Designs",
            [
                "Design", .. Optional(enrolment, "Enrolled (months after symptom onset)"), "Patients", "Primary endpoint", "Power", "Type I error", "Mean estimate",
                "Mean months to the deciding analysis", "Mean patients randomised", .. Optional(sizes, $"Patients for a power of {TrialWords.Share(found.TargetPower)}"),
            ],
            [.. found.Designs.Select((each, i) => (string[])
            [
                each.Design.Name,
                .. Optional(enrolment, ComparisonText.EnrolmentMonths(each.Design) ?? "-"),
                NumberText.Count(each.Design.Patients),
                TrialWords.Primary(each.Design),
                TrialWords.PercentWithInterval(each.Alternative.Success),
                TrialWords.PercentWithInterval(each.Null.Rejected),
                string.Join("; ", each.Alternative.Endpoints.Where(of => of.Endpoint == each.Design.Primary).Select(of => TrialWords.WithInterval(of.Effect))),
                TrialWords.Mean(each.Alternative.Course.DurationMonths),
                TrialWords.Mean(each.Alternative.Course.Randomised),
                .. Optional(sizes, found.Sizes[i] is { } size ? TrialWords.Size(size) : "-"),
            ])],
            "In brackets 95 % Monte Carlo intervals. Estimates of different analyses are on different scales.");
    }

    private static ReportTable Endpoints(DesignComparison found) => new(
        "Endpoints of each design",
        ["Design", "Endpoint", "Power", "Type I error", "Mean estimate", "Bias"],
        [.. found.Designs.SelectMany(each => each.Alternative.Endpoints.Zip(each.Null.Endpoints).Select(pair => new[]
        {
            each.Design.Name,
            TrialWords.Comparison(each.Design, pair.First),
            TrialWords.PercentWithInterval(pair.First.Rejected),
            TrialWords.PercentWithInterval(pair.Second.Rejected),
            TrialWords.WithInterval(pair.First.Effect),
            pair.First.Bias is { } bias ? TrialWords.WithInterval(bias) : "-",
        }))],
        "Each analysis on its own at the deciding analysis, looks aside.");
}
