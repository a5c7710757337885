using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>The figure of a sweep: one panel an outcome.</summary>
internal static class SweepFigures
{
    /// <summary>Largest number of values of an axis that are lines of their own.</summary>
    public const int MostLines = 4;

    /// <summary>The figures; none when nobody was analysed.</summary>
    public static IReadOnlyList<Figure> All(SweepView view) => view.IsEmpty ? [] : [Build(view)];

    private static Figure Build(SweepView view)
    {
        var isMap = view.Plan.Axes.Count == 2 && Math.Min(view.Firsts, view.Seconds) > MostLines;
        var panels = view.Plan.Outcomes.Select(outcome => isMap ? Map(view, outcome) : Lines(view, outcome)).ToArray();
        return new()
        {
            Id = isMap ? "sweep-map" : "sweep",
            Title = SweepText.Headline(view),
            Caption = $"{view.Compared()} {(isMap ? Shown(view) : Shown(view, Horizontal(view)))} {view.Counted()}",
            AlternativeText = string.Join(" ", view.Plan.Outcomes.Select(outcome => SweepText.Range(view, outcome)))
                + (SweepText.Trade(view) is { } trade ? " " + trade : ""),
            Panels = panels,
            Columns = panels.Length == 3 && !isMap ? 3 : Math.Min(panels.Length, 2),
        };
    }

    private static string Shown(SweepView view) =>
        (view.Plan.Outcomes.Any(view.Changes) ? "Colours are means; lines join settings of equal value, interpolated between cells." : "Colours are means.")
            + Noise(view);

    private static string Shown(SweepView view, int horizontal)
    {
        var lines = view.Plan.Axes.Count == 2 ? $" One line for each value of {view.Axes[1 - horizontal].Name}." : "";
        return $"Bands are 95 % Monte Carlo intervals, often thinner than the line.{lines}";
    }

    private static string Noise(SweepView view)
    {
        var widest = view.Cells(view.Outcome).Max(cell => cell.Estimate.High - cell.Estimate.Low) / 2;
        return $" 95 % Monte Carlo intervals of {OutcomePhrases.Within(view.Quantity(view.Outcome))} reach at most "
            + $"{NumberText.Fixed(view.Words.Scale * widest, NumberText.DecimalsFor(view.Words.Scale * widest))} {view.Unit(view.Outcome)} to either side.";
    }

    private static Panel Map(SweepView view, int outcome) => new()
    {
        Heading = Heading(view, outcome),
        Horizontal = view.Axes[0].OfCells(),
        Vertical = view.Axes[1].OfCells(),
        Layers =
        [
            new HeatMapLayer(view.Label(outcome), view.Plan.Axes[0].Values, view.Plan.Axes[1].Values, SweepContours.Values(view, outcome))
            {
                // Noise below 0 is not shown as harm.
                ColorLow = view.HasLoss(outcome) || !(view.Smallest(outcome).Estimate.Value < 0) ? null : 0,
                ColorHigh = view.Largest(outcome).Estimate.Value > 0 ? null : OutcomeWords.Of(outcome).Outcome.SmallestBenefit * OutcomeWords.Of(outcome).Scale,
                MissingLabel = "Nobody to count",
            },
            .. SweepContours.Of(view, outcome),
        ],
    };

    /// <summary>Index of the axis that is horizontal where values of the other are lines: the longer one, the first of two as long.</summary>
    private static int Horizontal(SweepView view) => view.Seconds > view.Firsts ? 1 : 0;

    private static Panel Lines(SweepView view, int outcome)
    {
        var horizontal = Horizontal(view);
        var axis = view.Axes[horizontal];
        var count = view.Plan.Axes.Count == 1 ? 1 : view.Plan.Axes[1 - horizontal].Values.Count;
        var scale = OutcomeWords.Of(outcome).Scale;
        var layers = new List<Layer>();
        if (view.Plan.ShowsBenefit)
        {
            layers.Add(FigureParts.Zero(axis.OfPoints()));
        }

        for (var line = 0; line < count; line++)
        {
            Estimate[] estimates = [.. Enumerable.Range(0, axis.Axis.Values.Count)
                .Select(place => horizontal == 0 ? view.Result.Shown(place, line, outcome) : view.Result.Shown(line, place, outcome))];
            layers.AddRange(Line(view, axis, estimates, scale, count == 1 ? FigureColor.Arm2 : (FigureColor)((int)FigureColor.Arm2 + line),
                Name(view, horizontal, line)));
        }

        return new()
        {
            Heading = Heading(view, outcome),
            Horizontal = axis.OfPoints(),
            Vertical = OutcomeAxes.Gains(view.Label(outcome),
                view.Cells(outcome).SelectMany(cell => (double[])[scale * cell.Estimate.Low, scale * cell.Estimate.High])),
            Layers = layers,
        };
    }

    private static IEnumerable<Layer> Line(SweepView view, SweepAxisWords axis, Estimate[] estimates, double scale, FigureColor color, string name)
    {
        double[] values = [.. estimates.Select(each => scale * each.Value)];
        double[] low = [.. estimates.Select(each => scale * each.Low)];
        double[] high = [.. estimates.Select(each => scale * each.High)];
        if (values.Length == 1)
        {
            yield return new IntervalLayer(name.Length == 0 ? "95 % Monte Carlo interval" : name, color, axis.Axis.Values, values, low, high, []);
            yield break;
        }

        yield return new BandLayer(view.Plan.Axes.Count == 1 ? "95 % Monte Carlo interval" : "", color, axis.Axis.Values, low, high,
            OutcomeAxes.MonteCarloStrength);
        yield return new LineLayer(name, color, axis.Axis.Values, values);
    }

    private static string Name(SweepView view, int horizontal, int line) => view.Plan.Axes.Count == 1
        ? ""
        : OutcomePhrases.Capital(view.Axes[1 - horizontal].Of(view.Plan.Axes[1 - horizontal].Values[line]));

    private static string Heading(SweepView view, int outcome) => view.Plan.Outcomes.Count == 1 ? "" : view.Quantity(outcome);
}
