using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of measures and of conditions on them.</summary>
internal static class MeasureChecks
{
    private static readonly string[] LowerLimits = ["min", "atLeast", "above"];
    private static readonly string[] UpperLimits = ["max", "atMost", "below"];

    /// <summary>Reports a measure that the trial's patients do not have.</summary>
    /// <returns>The measure; null when it is unknown or reported.</returns>
    public static TrialMeasure? Check(TrialView view, DocumentNode? node, string path, ProblemList problems)
    {
        if (node is null || TrialMeasureNames.Find(node.Text) is not { } measure)
        {
            return null;
        }

        var rule = "";
        var suggestion = "";
        if (view.Generator is not null && !measure.IsTotal() && !measure.Is(BaselineQuantity.LeadInSlope) && !measure.Is(BaselineQuantity.Site))
        {
            rule = "Patients of a generator have no such measure: they have a score, alsfrsTotal, and known at baseline are leadInSlope and site.";
        }
        else if (measure.Is(BaselineQuantity.LeadInSlope) && view.HasGoodWeeks && view.Weeks[0] >= 0)
        {
            rule = "It is the slope over the lead-in, and trial.visits.weeks has no visit before week 0.";
            suggestion = "For a lead-in of twelve weeks, write a visit at week -12.";
        }
        else if (measure.Is(BaselineQuantity.Subgroup) && view.Subgroups.Count == 0)
        {
            rule = "The population has no subgroups.";
        }

        if (rule.Length == 0)
        {
            return measure;
        }

        problems.Wrong(node, path, rule, suggestion);
        return null;
    }

    /// <summary>Reports a measure that is not known at baseline.</summary>
    /// <returns>The measure; null when it is unknown or reported.</returns>
    public static TrialMeasure? CheckAtBaseline(TrialView view, DocumentNode? node, string path, ProblemList problems)
    {
        if (Check(view, node, path, problems) is not { } measure)
        {
            return null;
        }

        if (measure.Source != MeasureSource.ChangeFromBaseline)
        {
            return measure;
        }

        var value = TrialMeasureNames.All.First(each => each.Source == MeasureSource.Visit && each.Number == measure.Number).Name;
        problems.Wrong(node!, path, "It is a change from baseline, which is known only after baseline.", $"For the value at baseline, write \"{value}\".");
        return null;
    }

    /// <summary>Reports every problem of a list of conditions.</summary>
    /// <param name="view">The trial.</param>
    /// <param name="conditions">The list; nothing is reported when it is missing.</param>
    /// <param name="limits">Names of the limits.</param>
    /// <param name="atBaseline">True when they are looked at at baseline.</param>
    /// <param name="path">Path of the list.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void CheckConditions(TrialView view, DocumentArray? conditions, IEnumerable<string> limits, bool atBaseline, string path, ProblemList problems)
    {
        for (var i = 0; i < conditions?.Items.Count; i++)
        {
            if (conditions.Items[i] is DocumentObject condition)
            {
                CheckCondition(view, condition, limits, atBaseline, SettingPath.Item(path, i), problems);
            }
        }
    }

    /// <summary>Reports every problem of a condition.</summary>
    public static void CheckCondition(TrialView view, DocumentObject condition, IEnumerable<string> limits, bool atBaseline, string path, ProblemList problems)
    {
        var node = condition.Find("measure");
        var measurePath = $"{path}.measure";
        var measure = atBaseline ? CheckAtBaseline(view, node, measurePath, problems) : Check(view, node, measurePath, problems);
        var written = limits.Where(limit => condition.Find(limit) is not null).ToList();
        if (written.Count == 0)
        {
            problems.Add(condition.Origin, path, $"{path} has no limit", $"A condition needs at least one of {string.Join(", ", limits)}.");
        }

        if (measure is null)
        {
            return;
        }

        var isSubgroup = measure.Is(BaselineQuantity.Subgroup);
        foreach (var limit in written.Where(limit => isSubgroup && limit != "is"))
        {
            problems.Wrong(condition.Find(limit)!, $"{path}.{limit}", "Subgroups have no order, so a condition on subgroup takes only is.");
        }

        CheckIs(view, isSubgroup, condition.Find("is"), $"{path}.is", problems);
        CheckOrder(condition, path, problems);
    }

    private static void CheckIs(TrialView view, bool isSubgroup, DocumentNode? node, string path, ProblemList problems)
    {
        if (node?.Text is { } name)
        {
            if (!isSubgroup)
            {
                problems.Wrong(node, path, "Only a condition on subgroup takes a name; this measure takes a number.");
            }
            else if (!view.Subgroups.Contains(name, StringComparer.Ordinal))
            {
                problems.Wrong(
                    node,
                    path,
                    $"There is no subgroup of that name; there are {TrialChecks.Quoted(view.Subgroups)}.",
                    NearestName.Suggest(name, view.Subgroups));
            }
        }
        else if (isSubgroup && node?.Number is { } number && !(double.IsInteger(number) && number >= 0 && number <= view.Subgroups.Count))
        {
            problems.Wrong(
                node,
                path,
                FormattableString.Invariant($"Subgroups are numbered from 0 to {view.Subgroups.Count - 1}, and {view.Subgroups.Count} stands for patients outside them."),
                "Their names are clearer.");
        }
    }

    private static void CheckOrder(DocumentObject condition, string path, ProblemList problems)
    {
        var lower = LowerLimits.FirstOrDefault(limit => condition.Find(limit)?.Number is not null);
        var upper = UpperLimits.FirstOrDefault(limit => condition.Find(limit)?.Number is not null);
        if (lower is not null && upper is not null && condition.Find(lower)!.Number > condition.Find(upper)!.Number)
        {
            problems.Wrong(
                condition.Find(lower)!,
                $"{path}.{lower}",
                $"No value is both that large and within {upper}, which is {condition.Find(upper)!.AsTyped}.");
        }
    }
}
