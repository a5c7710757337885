using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>What a comparison with published quantities says in sentences.</summary>
internal static class EvidenceText
{
    /// <summary>How many checks and fitted quantities lie inside, which do not and how far, and what that proves.</summary>
    public static string Answer(EvidenceResult result)
    {
        QuantityResult[] judged = [.. Uses.SelectMany(use => result.Judged(use.Use))];
        if (judged.Length == 0)
        {
            return "Nothing here has a published interval to be judged by: these are predictions of the model under its assumptions, and no test of it.";
        }

        QuantityResult[] misses = [.. judged.Where(IsMiss)];
        QuantityResult[] series = [.. judged.Where(IsJudgedAmongSeries)];
        string[] intervals = [.. Uses.Where(use => ByInterval(result, use.Use).Length > 0).Select(use => $"{Inside(ByInterval(result, use.Use))} {use.Words}")];
        string[] sentences =
        [
            .. intervals.Length == 0 ? Array.Empty<string>() : [$"{Words.List(intervals)} lie inside their published interval."],
            .. series.Length == 0
                ? Array.Empty<string>()
                : [$"{Inside(series)} published {(series.Length == 1 ? "number of a small series lies" : "numbers of small series lie")} among 95 % of simulated series, which differ widely by chance."],
            misses.Length == 0 ? "None lies outside." : $"Outside: {string.Join("; ", misses.Select(Distance))}.",
            result.Judged(EvidenceUse.Check).Any()
                ? "That the model agrees with what it was fitted to is no test of it; only the checks are."
                : "That the model agrees with what it was fitted to is no test of it, and there is no check here.",
        ];
        return string.Join(" ", sentences);
    }

    /// <summary>The finding in one sentence without a full stop, for the title of the figure.</summary>
    public static string Title(EvidenceResult result)
    {
        var use = ByInterval(result, EvidenceUse.Check).Length > 0 ? EvidenceUse.Check : EvidenceUse.Fit;
        return ByInterval(result, use) is { Length: > 0 } judged
            ? $"{Inside(judged)} {(use == EvidenceUse.Check ? "checks" : "quantities that the model was fitted to")} lie inside the published interval"
            : "No published interval to be judged by: predictions of the model under its assumptions";
    }

    /// <summary>Misses with their remarks, then how many of context agree, and what was simulated.</summary>
    public static IReadOnlyList<string> Findings(EvidenceResult result) =>
    [
        .. result.Quantities.Where(IsMiss).OrderBy(each => each.Quantity.Use == EvidenceUse.Check ? 0 : 1).Select(Miss),
        .. NotJudged(result) is { Length: > 0 } others
            ? [$"Not judged: {string.Join("; ", others.Select(NotJudged))}."]
            : Array.Empty<string>(),
        $"{NumberText.Count(result.Analysed)} of {NumberText.Count(result.Plan.Patients)} virtual patients reached symptom onset and are counted.",
    ];

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(EvidenceResult result) =>
    [
        OutcomePhrases.Simulation,
        result.Uncertainty is { } uncertainty
            ? $"Predicted intervals hold 95 % of {NumberText.Count(result.Plan.Draws)} draws of {NumberText.Count(uncertainty.Parameters.Count)} uncertain settings, with "
                + $"{NumberText.Count(result.Plan.PatientsOfDraw)} patients each. How wrong the structure of the model may be is not in them."
            : "Predicted intervals show only the chance of simulating a limited number of patients: no setting of this scenario counts as uncertain.",
        .. HasSeries(result)
            ? ["Predicted intervals of small series hold 95 % of simulated series of that size: they show how much so few patients differ by chance, with the scenario's own values."]
            : Array.Empty<string>(),
        .. result.Quantities.Any(IsJudgedAmongSeries)
            ? ["A published number of a small series that lies among 95 % of simulated series is weak evidence: so few patients differ so much by chance that most models would pass."]
            : Array.Empty<string>(),
        "Some published intervals were derived by the project from what a source prints; the table says which. A prediction inside a wide interval says little.",
        "Published quantities come from patients selected in ways that the simulated cohort imitates only by the stated conditions.",
        .. result.Plan.Limits.Count == 0 ? Array.Empty<string>() : ["What the model cannot do is listed in a table of its own below; agreement here does not remove it."],
    ];

    /// <summary>A prediction with its interval and unit.</summary>
    public static string Predicted(QuantityResult result) =>
        double.IsFinite(result.Predicted) ? EvidenceNumbers.WithUnit(EvidenceNumbers.Predicted(result), result.Quantity) : EvidenceNumbers.Predicted(result);

    /// <summary>What a quantity is for, in a word; also in files.</summary>
    public static string Use(EvidenceUse use) => use switch
    {
        EvidenceUse.Fit => "fit",
        EvidenceUse.Check => "check",
        _ => "context",
    };

    /// <summary>A verdict in words.</summary>
    public static string Verdict(QuantityResult result) => result.Verdict switch
    {
        EvidenceVerdict.Inside => IsJudgedAmongSeries(result) ? "inside: published number among 95 % of series" : "inside",
        EvidenceVerdict.Overlaps => $"outside {Outside(result)}, but the intervals overlap",
        EvidenceVerdict.Outside => IsJudgedAmongSeries(result) ? "outside: published number beyond 95 % of series" : $"outside {Outside(result)}",
        _ => "not judged",
    };

    /// <summary>True when a judged prediction does not lie inside.</summary>
    public static bool IsMiss(QuantityResult result) => result.Verdict is EvidenceVerdict.Overlaps or EvidenceVerdict.Outside;

    /// <summary>True when any quantity is about series.</summary>
    public static bool HasSeries(EvidenceResult result) => result.Quantities.Any(each => each.Distribution.Count > 0);

    private static (EvidenceUse Use, string Words)[] Uses => [(EvidenceUse.Check, "checks"), (EvidenceUse.Fit, "quantities that the model was fitted to")];

    private static QuantityResult[] ByInterval(EvidenceResult result, EvidenceUse use) => [.. result.Judged(use).Where(each => !IsJudgedAmongSeries(each))];

    private static string Inside(QuantityResult[] judged) => $"{judged.Count(each => each.Verdict == EvidenceVerdict.Inside)} of {judged.Length}";

    private static bool IsJudgedAmongSeries(QuantityResult result) =>
        result.Verdict != EvidenceVerdict.NotJudged && result.Distribution.Count > 0 && result.Quantity is not { Low: not null, High: not null };

    private static string NotJudged(QuantityResult result)
    {
        var published = result.Quantity is { Value: null, Low: null, High: null } ? "" : $"published {EvidenceNumbers.Published(result.Quantity)}, ";
        return $"{OutcomePhrases.Within(result.Quantity.Title)}, {published}predicted {Predicted(result)}";
    }

    private static QuantityResult[] NotJudged(EvidenceResult result) => [.. result.Quantities.Where(each => each.Verdict == EvidenceVerdict.NotJudged)];

    private static string Distance(QuantityResult result) => $"{OutcomePhrases.Within(result.Quantity.Title)} ({Use(result.Quantity.Use)}), {Far(result)}";

    private static string Far(QuantityResult result) => EvidenceNumbers.WidthsOutside(result.Quantity, result.Predicted) is { } widths
        ? $"{(result.Predicted > result.Quantity.High ? "above" : "below")} it by {Widths(widths)}"
        : double.IsFinite(result.Predicted) ? "published number beyond 95 % of simulated series" : "which the simulated patients do not give";

    private static string Outside(QuantityResult result) =>
        EvidenceNumbers.WidthsOutside(result.Quantity, result.Predicted) is { } widths ? $"by {Widths(widths)}" : "(no prediction)";

    private static string Widths(double widths) => widths < 0.1 ? "less than a tenth of its width" : $"{NumberText.Fixed(widths, 1)} of its width";

    private static string Miss(QuantityResult result)
    {
        var remark = result.Quantity.Remark.Length > 0 ? $" {result.Quantity.Remark}" : " The evidence has no remark that explains it.";
        return $"Outside ({Use(result.Quantity.Use)}): {OutcomePhrases.Within(result.Quantity.Title)}, published {EvidenceNumbers.Published(result.Quantity)}, predicted "
            + $"{Predicted(result)}.{remark}";
    }
}
