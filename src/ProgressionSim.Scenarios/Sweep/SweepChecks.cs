using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Rules that tie the settings of the section together: what is shown, the axes, and the size of the grid.</summary>
internal static class SweepChecks
{
    private const string Section = SweepSettings.Section;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    public static void Check(ExperimentView view, ProblemList problems)
    {
        if (view.Scenario.FindObject(Section) is not { } sweep)
        {
            return;
        }

        if (QuestionChecks.CheckArm(view, sweep, Section, mayBeFirst: true, problems) == 0 && sweep.Find("shows") is { Text: SweepSettings.Benefit } shows)
        {
            problems.Wrong(
                shows,
                $"{Section}.shows",
                $"A benefit is what an arm gains over the first, and \"{view.ArmNames[0]}\" is the first.",
                "Write \"outcome\", or name another arm.");
        }

        QuestionChecks.CheckMonth(view, sweep, Section, problems);
        CheckOutcomes(sweep, problems);
        CheckAxes(view, sweep, problems);
        CheckSize(view, sweep, problems);
    }

    private static void CheckOutcomes(DocumentObject sweep, ProblemList problems)
    {
        if (sweep.FindArray("outcomes") is not { Origin.IsDefault: false } outcomes)
        {
            return;
        }

        if (sweep.Find("outcome") is { } one)
        {
            problems.Wrong(one, $"{Section}.outcome", "Outcomes are listed in outcomes too, and only one of the two can count.", "Keep one of the two.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < outcomes.Items.Count; i++)
        {
            if (outcomes.Items[i].Text is { } name && !seen.Add(name))
            {
                problems.Wrong(outcomes.Items[i], SettingPath.Item($"{Section}.outcomes", i), "It is in the list already.");
            }
        }
    }

    private static void CheckAxes(ExperimentView view, DocumentObject sweep, ProblemList problems)
    {
        var earlier = new List<(VariedSetting Setting, string Path, IReadOnlyList<double> Values)>();
        var axes = sweep.FindArray("axes")?.Items ?? [];
        for (var i = 0; i < Math.Min(2, axes.Count); i++)
        {
            if (axes[i] is not DocumentObject axis)
            {
                continue;
            }

            var path = SettingPath.Item($"{Section}.axes", i);
            var setting = VariedSetting.Find(view, axis.Find("path"), $"{path}.path", problems);
            if (setting is not null)
            {
                ParameterChecks.CheckOverlap(setting, earlier.Select(each => (each.Setting, each.Path)), axis.Find("path")!, $"{path}.path", problems);
            }

            var values = AxisChecks.Check(axis, setting, path, problems);
            if (setting?.ShiftedMoment is { } moment)
            {
                var (last, lastPath) = axis.FindArray("values") is { Items: [.., var item] } list
                    ? (item, SettingPath.Item($"{path}.values", list.Items.Count - 1))
                    : (axis.Find("to"), $"{path}.to");
                LateStarts.Check(view, sweep, Section, moment, last, lastPath, problems);
            }

            if (setting is not null)
            {
                earlier.Add((setting, $"{path}.path", values));
            }
        }

        if (earlier is [var first, var second] && !first.Setting.Overlaps(second.Setting))
        {
            CheckCorners(first.Setting, first.Values, second.Setting, second.Values, sweep.FindArray("axes")!.Origin, problems);
        }
    }

    // Each axis may be allowed by itself and the two together not.
    private static void CheckCorners(
        VariedSetting first,
        IReadOnlyList<double> firstValues,
        VariedSetting second,
        IReadOnlyList<double> secondValues,
        SettingOrigin origin,
        ProblemList problems)
    {
        foreach (var value in Ends(firstValues))
        {
            foreach (var other in Ends(secondValues))
            {
                if (first.RefusalWith(value, second, other, origin) is { } rule)
                {
                    var cell = Invariant($"{first.Path} {value} and {second.Path} {other}");
                    problems.Add(origin, $"{Section}.axes", $"{Section}.axes has a cell with {cell}", $"There, {rule}");
                    return;
                }
            }
        }
    }

    private static double[] Ends(IReadOnlyList<double> values) => values.Count == 0 ? [] : [values[0], values[^1]];

    private static void CheckSize(ExperimentView view, DocumentObject sweep, ProblemList problems)
    {
        if (sweep.FindArray("axes") is not { Items.Count: 1 or 2 } axes)
        {
            return;
        }

        const string path = $"{Section}.axes";
        var cells = axes.Items.Aggregate(1.0, (product, axis) => product * ((axis as DocumentObject) is { } each ? AxisChecks.Count(each) ?? 1 : 1));
        var arms = Math.Max(1, view.Arms.Count);
        if (cells > SweepSettings.MostCells)
        {
            problems.Add(
                axes.Origin,
                path,
                Invariant($"{path} makes a grid of {cells:#,0} cells"),
                QuestionChecks.Cost(cells, view.Patients, arms) + Invariant($" At most {SweepSettings.MostCells:#,0} cells are possible."),
                axes.Items.Count == 2 ? "A figure of 20 values on each axis has 400 cells." : "A curve of 50 values shows all there is to see.");
        }
        else
        {
            QuestionChecks.CheckWork(axes, path, cells, "cells", view.Patients, arms, "patients", problems);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
