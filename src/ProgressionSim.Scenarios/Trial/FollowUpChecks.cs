using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Rules of visits, dropout, rescue and open label.</summary>
internal static class FollowUpChecks
{
    private const double DaysPerWeek = 7;
    private const double LeastDaysBetweenVisits = 0.25;

    /// <summary>Reports every problem.</summary>
    public static void Check(TrialView view, ProblemList problems)
    {
        CheckVisits(view, problems);
        if (view.Trial.FindObject("dropout")?.Find("ratePerMonth") is DocumentObject rates)
        {
            CheckNames(rates, view.ArmNames, "arm of the trial", "trial.dropout.ratePerMonth", problems);
        }

        CheckRescue(view, problems);
        CheckOpenLabel(view, problems);
    }

    /// <summary>Reports numbers by name whose names are not exactly those known.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="known">The names.</param>
    /// <param name="noun">What they name.</param>
    /// <param name="path">Path of the numbers.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void CheckNames(DocumentObject numbers, IReadOnlyList<string> known, string noun, string path, ProblemList problems)
    {
        if (known.Count == 0)
        {
            return;
        }

        foreach (var (name, value) in numbers.Members.Where(member => !known.Contains(member.Key, StringComparer.Ordinal)))
        {
            problems.Add(
                value.Origin,
                SettingPath.Member(path, name),
                $"{SettingPath.Member(path, name)} belongs to no {noun}",
                $"There are {TrialChecks.Quoted(known)}.",
                NearestName.Suggest(name, known));
        }

        foreach (var name in known.Where(name => numbers.Find(name) is null))
        {
            problems.Add(
                numbers.Origin,
                SettingPath.Member(path, name),
                $"{SettingPath.Member(path, name)} is missing",
                $"A number is needed for each {noun}, or one for all.");
        }
    }

    private static void CheckVisits(TrialView view, ProblemList problems)
    {
        if (view.Trial.FindObject("visits") is not { } visits || visits.Find("weeks") is not DocumentArray { Items.Count: > 0 } weeks || view.Weeks.Any(double.IsNaN))
        {
            return;
        }

        const string path = "trial.visits.weeks";
        if (!view.Weeks.Contains(0))
        {
            problems.Wrong(weeks, path, "One of the visits is baseline, so the list must hold 0.", "Lead-in visits before it have negative weeks.");
            return;
        }

        if (view.Weeks[^1] <= 0)
        {
            problems.Wrong(weeks, path, "At least one visit after baseline, week 0, is needed.");
        }

        var window = visits.Find("windowDays");
        var closest = view.Weeks.Zip(view.Weeks.Skip(1), (first, second) => (second - first) * DaysPerWeek).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (closest > 0 && closest < LeastDaysBetweenVisits - 1e-9)
        {
            problems.Wrong(weeks, path, Invariant($"Visits lie at least a quarter of a day apart, but the closest are {closest:0.####} days apart."));
        }
        else if (closest > 0 && 2 * window?.Number > closest)
        {
            problems.Wrong(
                window!,
                "trial.visits.windowDays",
                Invariant($"Windows must not overlap, and the closest visits are {closest:0.####} days apart, so it must be at most {closest / 2:0.####}."));
        }
    }

    private static void CheckRescue(TrialView view, ProblemList problems)
    {
        const string path = "trial.rescue";
        if (view.Trial.FindObject("rescue") is not { } rescue)
        {
            return;
        }

        if (rescue.Find("fromDay") is { Number: { } day } fromDay && day > view.LastWeek * DaysPerWeek)
        {
            problems.Wrong(
                fromDay,
                $"{path}.fromDay",
                Invariant($"No visit can lead to rescue, because the last visit, week {view.LastWeek}, is day {view.LastWeek * DaysPerWeek}."));
        }

        if (rescue.Find("to") is { } to)
        {
            TrialChecks.CheckName(to, $"{path}.to", "arm of the trial", view.ArmNames, problems);
        }

        MeasureChecks.CheckConditions(view, rescue.FindArray("when"), ConditionSettings.Plain.Keys, atBaseline: false, $"{path}.when", problems);
    }

    private static void CheckOpenLabel(TrialView view, ProblemList problems)
    {
        const string path = "trial.openLabel";
        if (view.Trial.FindObject("openLabel") is not { } openLabel)
        {
            return;
        }

        if (openLabel.Find("afterWeeks") is { Number: { } week } after && week > view.LastWeek)
        {
            problems.Wrong(
                after,
                $"{path}.afterWeeks",
                Invariant($"Follow-up ends with the last visit, week {view.LastWeek}, so nothing of it would be seen."),
                "Leave openLabel out, or add visits.");
        }

        if (openLabel.Find("to") is { } to)
        {
            TrialChecks.CheckName(to, $"{path}.to", "arm of the trial", view.ArmNames, problems);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
