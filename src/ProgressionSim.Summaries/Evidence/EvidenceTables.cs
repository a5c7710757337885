using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>The tables of the report on a comparison with published quantities.</summary>
internal static class EvidenceTables
{
    /// <summary>Misses, checks, fitted quantities, context, series, sources, limits; what is empty is left out.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<ReportTable> All(EvidenceResult result) =>
    [
        .. new[]
        {
            Misses(result),
            Quantities(result, EvidenceUse.Check, "Checks: not used in any fit"),
            Quantities(result, EvidenceUse.Fit, "Fitted: the model was adjusted to these"),
            Quantities(result, EvidenceUse.Context, "Context: shown without a judgement"),
            Series(result),
            Sources(result),
            Limits(result),
        }.Where(table => table.Rows.Count > 0),
    ];

    private static ReportTable Misses(EvidenceResult result) => new(
        "What lies outside, and what the evidence says about it",
        ["Quantity", "Use", "Published (interval)", "Predicted (interval)", "Unit", "Verdict", "Remark"],
        [.. result.Quantities.Where(EvidenceText.IsMiss).Select(each => new[]
        {
            each.Quantity.Title, EvidenceText.Use(each.Quantity.Use), EvidenceNumbers.Published(each.Quantity), EvidenceNumbers.Predicted(each), OrDash(each.Quantity.Unit),
            EvidenceText.Verdict(each), OrDash(each.Quantity.Remark),
        })],
        "Distances are in widths of the published interval.");

    private static ReportTable Quantities(EvidenceResult result, EvidenceUse use, string title) => new(
        title,
        ["Quantity", "Published (interval)", "Predicted (interval)", "Unit", "Verdict", "How it is computed from simulated patients"],
        [.. result.Quantities.Where(each => each.Quantity.Use == use).Select(each => new[]
        {
            each.Quantity.Title, EvidenceNumbers.Published(each.Quantity), EvidenceNumbers.Predicted(each), OrDash(each.Quantity.Unit), EvidenceText.Verdict(each),
            EstimatorWords.Of(each.Quantity.Estimator, result.Plan.Run),
        })],
        "");

    private static ReportTable Series(EvidenceResult result) => new(
        "Small series of patients",
        ["Quantity", "Series", "Mean and 95 % of series", "Published", "At least as extreme"],
        [.. result.Quantities.Where(each => each.Distribution.Count > 0).Select(each => new[]
        {
            each.Quantity.Title, NumberText.Count(each.Distribution.Count), EvidenceText.Predicted(each), EvidenceNumbers.Published(each.Quantity),
            SeriesShare.Of(each)?.InWords(each) ?? "-",
        })],
        "The share counts series on the side of their median where the published number lies. A small share says that the model finds such a series rare; one published series proves little.");

    private static ReportTable Sources(EvidenceResult result) => new(
        "Where the published quantities come from",
        ["Quantity", "Population", "People", "What the interval is", "Source", "Confidence", "Remark"],
        [.. result.Quantities.Select(each => each.Quantity).Select(quantity => new[]
        {
            quantity.Title, quantity.Population, quantity.Patients is { } patients ? NumberText.Count(patients) : "-", OrDash(quantity.IntervalIs), quantity.Source,
            quantity.Confidence.ToString(), OrDash(quantity.Remark),
        })],
        "Confidence: how far the source can be trusted for this quantity.");

    private static ReportTable Limits(EvidenceResult result) => new(
        "What the model cannot do", ["Number", "Limit"], [.. result.Plan.Limits.Select((limit, i) => new[] { NumberText.Whole(i + 1), limit })], "");

    private static string OrDash(string text) => text.Length == 0 ? "-" : text;
}
