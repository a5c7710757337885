using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of recruitment: pauses, eligibility, strata and blocks.</summary>
internal static class RecruitmentChecks
{
    private const int MostLevels = 50;
    private const int MostStrata = 1000;

    /// <summary>Reports every problem.</summary>
    public static void Check(TrialView view, ProblemList problems)
    {
        if (view.Trial.FindObject("recruitment") is not { } recruitment)
        {
            return;
        }

        CheckPauses(recruitment, problems);
        CheckScreening(view, recruitment, problems);
        CheckStrata(view, recruitment, problems);
        CheckBlocks(view, recruitment, problems);
    }

    private static void CheckPauses(DocumentObject recruitment, ProblemList problems)
    {
        var pauses = recruitment.FindArray("pauses")?.Items ?? [];
        double? previousEnd = null;
        for (var i = 0; i < pauses.Count; i++)
        {
            if (pauses[i] is not DocumentObject pause || pause.Find("fromMonth") is not { Number: { } from } begin || pause.Find("toMonth") is not { Number: { } to } end)
            {
                continue;
            }

            var path = SettingPath.Item("trial.recruitment.pauses", i);
            if (to <= from)
            {
                problems.Wrong(end, $"{path}.toMonth", $"It must be more than fromMonth, which is {begin.AsTyped}.");
            }
            else if (from <= previousEnd)
            {
                problems.Wrong(begin, $"{path}.fromMonth", Invariant($"Pauses stand in order and apart, and the one before ends at {previousEnd}."));
            }

            previousEnd = Math.Max(to, previousEnd ?? to);
        }
    }

    private static void CheckScreening(TrialView view, DocumentObject recruitment, ProblemList problems)
    {
        var rules = recruitment.FindArray("screening")?.Items ?? [];
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i] is not DocumentObject rule)
            {
                continue;
            }

            var path = SettingPath.Item("trial.recruitment.screening", i);
            var alternatives = rule.Find("anyOf");
            if (rule.Find("measure") is null && alternatives is null)
            {
                problems.Add(rule.Origin, path, $"{path} has no condition", "A rule of eligibility has a measure with a limit, or anyOf with alternatives.");
            }
            else if (alternatives is not null && rule.Members.FirstOrDefault(member => member.Key != "anyOf" && !member.Value.IsNull) is { Key: { } other, Value: { } node })
            {
                problems.Wrong(
                    node,
                    $"{path}.{other}",
                    "A rule has a condition of its own or anyOf, not both.",
                    "Write it as a rule of its own: all rules must hold.");
            }
            else if (alternatives is null)
            {
                MeasureChecks.CheckCondition(view, rule, ConditionSettings.Screening.Keys, atBaseline: true, path, problems);
            }

            for (var k = 0; k < (alternatives as DocumentArray)?.Items.Count; k++)
            {
                var alternative = ((DocumentArray)alternatives).Items[k] as DocumentArray;
                MeasureChecks.CheckConditions(view, alternative, ConditionSettings.Screening.Keys, atBaseline: true, SettingPath.Item($"{path}.anyOf", k), problems);
            }
        }
    }

    private static void CheckStrata(TrialView view, DocumentObject recruitment, ProblemList problems)
    {
        if (recruitment.FindArray("stratifyBy") is not { } factors)
        {
            return;
        }

        var strata = 1.0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < factors.Items.Count; i++)
        {
            var path = SettingPath.Item("trial.recruitment.stratifyBy", i);
            var group = factors.Items[i] as DocumentObject;
            var node = group is null ? factors.Items[i] : group.Find("measure");
            var measurePath = group is null ? path : $"{path}.measure";
            if (MeasureChecks.CheckAtBaseline(view, node, measurePath, problems) is not { } measure)
            {
                continue;
            }

            if (!seen.Add(measure.Name))
            {
                problems.Wrong(node!, measurePath, "Patients are stratified by it already.");
                continue;
            }

            strata *= Levels(view, group, measure, node!, path, measurePath, problems);
        }

        if (strata > MostStrata)
        {
            problems.Add(
                factors.Origin,
                "trial.recruitment.stratifyBy",
                Invariant($"trial.recruitment.stratifyBy makes {strata:#,0} strata"),
                Invariant($"At most {MostStrata:#,0} are possible, and blocks fill only when a stratum holds several patients."));
        }
    }

    private static double Levels(TrialView view, DocumentObject? group, TrialMeasure measure, DocumentNode node, string path, string measurePath, ProblemList problems)
    {
        if (group?.FindArray("cuts") is { } cuts)
        {
            if (cuts.Items.Count >= MostLevels)
            {
                problems.Wrong(cuts, $"{path}.cuts", Invariant($"At most {MostLevels - 1} cut points are possible."));
            }

            return cuts.Items.Count + 1;
        }

        switch (view.LevelsOf(measure))
        {
            case null:
                problems.Wrong(
                    node,
                    measurePath,
                    "Its values are not levels, so cut points are needed.",
                    $$"""For two levels, write { "measure": "{{measure.Name}}", "cuts": [ 50 ] } with a number of your own.""");
                return 1;
            case < 2:
                problems.Wrong(node, measurePath, "All patients have the same level, so there is nothing to stratify by.");
                return 1;
            case > MostLevels and var levels:
                problems.Wrong(
                    node,
                    measurePath,
                    Invariant($"It has {levels} levels, and at most {MostLevels} are possible."),
                    "Stratify by something else, or write cut points.");
                return 1;
            case { } levels:
                return levels;
        }
    }

    private static void CheckBlocks(TrialView view, DocumentObject recruitment, ProblemList problems)
    {
        var parts = (view.Trial.FindArray("arms")?.Items ?? []).Select(arm => (arm as DocumentObject)?.Find("allocation")?.Number ?? double.NaN).ToList();
        var ratio = parts.Sum();
        if (recruitment.Find("blockSize") is { Number: { } size } node && double.IsInteger(size) && parts.Count >= 2 && double.IsInteger(ratio) && ratio > 0 && size % ratio != 0)
        {
            problems.Wrong(
                node,
                "trial.recruitment.blockSize",
                Invariant($"A block holds the allocation ratio {string.Join(":", parts)} a whole number of times, so it must be a multiple of {ratio}."),
                Invariant($"Write {2 * ratio}."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
