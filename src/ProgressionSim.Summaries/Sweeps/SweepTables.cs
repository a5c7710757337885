using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>The tables of a sweep, for its report and as a file.</summary>
internal static class SweepTables
{
    private const int MostColumns = 6;
    private const int MostRows = 8;

    /// <summary>The small tables of the report.</summary>
    public static IReadOnlyList<ReportTable> All(SweepView view) =>
    [
        Grid(view),
        Extremes(view),
        OutcomeTables.Definitions(view.Plan.Run, view.Plan.Question.Rules, view.Plan.Outcomes),
    ];

    /// <summary>All outcomes of all cells.</summary>
    public static TableFile File(SweepView view)
    {
        var table = new CsvText(
            [.. view.Plan.Axes.Select(axis => axis.Path), "outcome", "reference", "referenceStandardError", "arm", "armStandardError", "benefit",
                "benefitStandardError"]);
        for (var cell = 0; cell < view.Plan.Cells; cell++)
        {
            var outcomes = view.Result.Cells[cell];
            for (var outcome = 0; outcome < OutcomeCatalogue.Count; outcome++)
            {
                table.Cell(view.Plan.Axes[0].Values[cell % view.Firsts]);
                if (view.Plan.Axes.Count > 1)
                {
                    table.Cell(view.Plan.Axes[1].Values[cell / view.Firsts]);
                }

                table.Cell(OutcomeCatalogue.All[outcome].Name);
                foreach (var estimate in (Estimate[])[outcomes.Reference(outcome), outcomes.Arm(outcome), outcomes.Benefit(outcome)])
                {
                    table.Cell(estimate.Value).Cell(estimate.StandardError);
                }

                table.EndRow();
            }
        }

        return table.ToFile("sweep.csv");
    }

    private static ReportTable Grid(SweepView view)
    {
        var (columns, rows) = (Some(view.Firsts, view.Plan.Axes.Count == 1 ? int.MaxValue : MostColumns), Some(view.Seconds, MostRows));
        var title = $"{view.Quantity(view.Outcome)}, {view.Unit(view.Outcome)}";
        var note = "In brackets 95 % Monte Carlo intervals." + (columns.Length < view.Firsts || rows.Length < view.Seconds ? " Some of the values only; "
            + "sweep.csv has all." : "");
        string Cell(int first, int second) => view.Words.WithInterval(view.Result.Shown(first, second, view.Outcome));
        string Value(int axis, int place) => NumberText.Setting(view.Plan.Axes[axis].Values[place]);
        return view.Plan.Axes.Count == 1
            ? new(title, [view.Plan.Axes[0].Label, view.Label(view.Outcome)], [.. columns.Select(first => (string[])[Value(0, first), Cell(first, 0)])], note)
            : new(
                $"{title}, by {view.Axes[0].Name} (columns) and {view.Axes[1].Name} (rows)",
                [view.Plan.Axes[1].Label, .. columns.Select(first => Value(0, first))],
                [.. rows.Select(second => (string[])[Value(1, second), .. columns.Select(first => Cell(first, second))])],
                note);
    }

    private static ReportTable Extremes(SweepView view) => new(
        "Smallest and largest over the grid",
        ["Outcome", "Smallest", "with", "Largest", "with", "Unit"],
        [.. view.Plan.Outcomes.Where(outcome => view.Cells(outcome).Any())
            .Select(outcome => (Words: OutcomeWords.Of(outcome), Small: view.Smallest(outcome), Large: view.Largest(outcome), outcome)).Select(each => new[]
        {
            view.Quantity(each.outcome), each.Words.WithInterval(each.Small.Estimate), view.Where(each.Small), each.Words.WithInterval(each.Large.Estimate),
                view.Where(each.Large), view.Unit(each.outcome),
        })],
        "In brackets 95 % Monte Carlo intervals. The largest of many cells is by chance a little larger than it would be in other patients.");

    /// <summary>Evenly chosen indices with both ends.</summary>
    private static int[] Some(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (count - 1.0) / (most - 1), MidpointRounding.AwayFromZero))];
}
