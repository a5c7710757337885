using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;

namespace ProgressionSim.Scenarios.Questions;

/// <summary>The rule that a start of treatment lies before the month outcomes are counted up to.</summary>
internal static class LateStarts
{
    // Moments that never come before the one that the report counts from; from biological onset on, none does.
    private static readonly Dictionary<string, string[]> NeverBefore = new(StringComparer.Ordinal)
    {
        ["symptomOnset"] = ["symptomOnset", "diagnosis"],
        ["enrolment"] = ["enrolment"],
    };

    /// <summary>Reports a start that could change nothing of the outcomes in anybody. A moment that may come long before month 0 is let pass.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="section">The section that counts outcomes.</param>
    /// <param name="sectionPath">Its path.</param>
    /// <param name="at">The moment the start is counted from; null when it is not known.</param>
    /// <param name="offset">Months after it.</param>
    /// <param name="path">Path of <paramref name="offset"/>.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void Check(
        ExperimentView view, DocumentObject section, string sectionPath, string? at, DocumentNode? offset, string path, ProblemList problems)
    {
        var isLate = view.Scenario.Find("reportFrom")?.Text is not { } origin || !NeverBefore.TryGetValue(origin, out var moments)
            || at is null || moments.Contains(at, StringComparer.Ordinal);
        if (isLate && at != "age" && offset?.Number is { } months && section.Find("outcomeAtMonths")?.Number is >= 1 and { } month && months >= month)
        {
            problems.Wrong(
                offset,
                path,
                Invariant($"Outcomes are counted up to month {month} of the report, {sectionPath}.outcomeAtMonths, ")
                    + Invariant($"and a start {months} months after {at ?? "its moment"} could change nothing of them."),
                Invariant($"Write less than {month}, or a later outcomeAtMonths."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
