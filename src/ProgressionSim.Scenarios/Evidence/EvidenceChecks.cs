using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Evidence;

/// <summary>Rules that tie the settings of the section together: names that exist, intervals in order, months that are followed, and how much work it is.</summary>
internal static class EvidenceChecks
{
    private const string Section = EvidenceSettings.Section;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(ExperimentView view, ProblemList problems)
    {
        if (view.Scenario.FindObject(Section) is not { } section)
        {
            return;
        }

        if (view.Scenario.Find("reportFrom") is { Text: { } origin } typed && origin != "symptomOnset")
        {
            problems.Wrong(typed, "reportFrom", "Published quantities are counted from symptoms, so with evidence it must be symptomOnset.", "Write \"symptomOnset\".");
        }

        var quantities = section.FindArray(EvidenceSettings.Quantities)?.Items ?? [];
        for (var i = 0; i < quantities.Count; i++)
        {
            if (quantities[i] is DocumentObject quantity)
            {
                CheckQuantity(view, quantity, SettingPath.Item($"{Section}.{EvidenceSettings.Quantities}", i), problems);
            }
        }

        if (section.Find("patients")?.Number is { } patients && section.Find("draws")?.Number is { } draws && section.Find("patientsOfDraw")?.Number is { } each)
        {
            var arms = Math.Max(1, view.Arms.Count);
            QuestionChecks.CheckWork(section, Section, 1, "cohort", patients, arms, $"{Section}.patients", problems);
            QuestionChecks.CheckWork(section, Section, draws, "draws", each, arms, $"{Section}.patientsOfDraw", problems);
        }
    }

    private static void CheckQuantity(ExperimentView view, DocumentObject quantity, string path, ProblemList problems)
    {
        var (value, low, high) = (quantity.Find("value")?.Number, quantity.Find("low")?.Number, quantity.Find("high")?.Number);
        if (low is not null != high is not null)
        {
            var missing = low is null ? "low" : "high";
            problems.Add(quantity.Origin, $"{path}.{missing}", $"{path}.{missing} is missing", "An interval has two ends.", "Write both, or neither.");
        }
        else if (low >= high)
        {
            problems.Wrong(quantity.Find("high")!, $"{path}.high", "It must be more than low.");
        }
        else if (value < low || value > high)
        {
            problems.Wrong(quantity.Find("value")!, $"{path}.value", "It must lie between low and high.");
        }

        var estimator = quantity.FindObject("estimator");
        var isSeries = estimator?.Find("seriesOf") is not null;
        if (quantity.Find("use")?.Text == "fit" && (low is null || isSeries))
        {
            problems.Add(
                quantity.Origin,
                path,
                $"{path} cannot be fitted to",
                isSeries ? "A series of few patients is mostly chance." : "A fit needs an interval: how far the prediction may lie off.",
                isSeries ? "Use it as a check, or leave seriesOf out." : "Write low and high, or another use.");
        }

        if (quantity.Find("use")?.Text == "check" && low is null && !(isSeries && value is not null))
        {
            problems.Add(quantity.Origin, path, $"{path} cannot be checked", "A check needs an interval, or the value of one series and seriesOf.", "Write low and high, or \"use\": \"context\".");
        }

        if (estimator is not null)
        {
            CheckEstimator(view, estimator, $"{path}.estimator", problems);
        }
    }

    private static void CheckEstimator(ExperimentView view, DocumentObject estimator, string path, ProblemList problems)
    {
        foreach (var key in (ReadOnlySpan<string>)["arm", "comparedWith"])
        {
            CheckName(estimator.Find(key), $"{path}.{key}", view.ArmNames, "arm", problems);
        }

        var subgroups = (view.Scenario.FindObject("population")?.FindArray("subgroups")?.Items ?? []).OfType<DocumentObject>().Select(group => group.Find("name")?.Text).OfType<string>().ToList();
        CheckName(estimator.FindObject("among")?.Find("subgroup"), $"{path}.among.subgroup", subgroups, "subgroup", problems);
        if (estimator.Find("statistic") is { Text: "minimum" or "maximum" or "count" } statistic && estimator.Find("seriesOf") is null)
        {
            problems.Wrong(statistic, $"{path}.statistic", "It depends on the number of patients, so it needs seriesOf.", "Write seriesOf, or another statistic.");
        }

        if (estimator.Find("comparedWithOwnChance") is DocumentValue { Kind: System.Text.Json.JsonValueKind.True } own && estimator.Find("comparedWith") is null)
        {
            problems.Wrong(own, $"{path}.comparedWithOwnChance", "It counts only with comparedWith.", "Leave it out.");
        }

        CheckMonths(view, estimator, path, problems);
        foreach (var key in (ReadOnlySpan<string>)["dividedBy", "first", "second"])
        {
            if (estimator.FindObject(key) is { } part)
            {
                CheckEstimator(view, part, $"{path}.{key}", problems);
            }
        }
    }

    private static void CheckMonths(ExperimentView view, DocumentObject estimator, string path, ProblemList problems)
    {
        if (estimator.Find("toMonth") is { Number: { } to } typed)
        {
            if (estimator.Find("fromMonth")?.Number is { } from && to <= from)
            {
                problems.Wrong(typed, $"{path}.toMonth", "It must be later than fromMonth.");
            }
            else if (to <= 0 && estimator.Find("fromMonth") is null)
            {
                problems.Wrong(typed, $"{path}.toMonth", "It must be more than 0, the moment itself.");
            }
        }

        foreach (var key in (ReadOnlySpan<string>)["toMonth", "atMonth"])
        {
            if (estimator.Find(key) is { Number: { } month and <= EstimatorSettings.LatestMonth } node && view.Scenario.Find("horizonMonths")?.Number is { } horizon && month > horizon)
            {
                problems.Wrong(
                    node,
                    $"{path}.{key}",
                    string.Create(CultureInfo.InvariantCulture, $"Patients are followed for {horizon} months after symptom onset, horizonMonths, so nothing is seen later."),
                    "Write a larger horizonMonths.");
            }
        }
    }

    private static void CheckName(DocumentNode? node, string path, IReadOnlyList<string> known, string noun, ProblemList problems)
    {
        if (node?.Text is { } name && SettingCheck.IsName(name) && !known.Contains(name, StringComparer.Ordinal))
        {
            problems.Wrong(
                node,
                path,
                known.Count == 0 ? $"The scenario has no {noun}s." : $"There is no {noun} of that name; there are {QuestionChecks.Quoted(known)}.",
                NearestName.Suggest(name, known));
        }
    }
}
