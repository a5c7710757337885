using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>The figures of a sensitivity analysis.</summary>
internal static class SensitivityFigures
{
    private const double Beside = 0.16;

    /// <summary>Indices or effects, then the tornado; a number without either is left out.</summary>
    public static IReadOnlyList<Figure> All(SensitivityView view)
    {
        SensitivityAnswer[] explained = [.. view.Shown.Where(view.Depends)];
        SensitivityAnswer[] tornados = [.. view.Shown.Where(answer => answer.Tornado.Status == FitStatus.Estimated)];
        return
        [
            .. explained.Length == 0 ? Array.Empty<Figure>()
                : [view.Plan.Method == SensitivityMethod.Sobol ? Indices(view, explained) : Effects(view, explained)],
            .. tornados.Length == 0 ? Array.Empty<Figure>() : [Tornado(view, tornados)],
        ];
    }

    private static Figure Indices(SensitivityView view, SensitivityAnswer[] answers) => new()
    {
        Id = "sobol-indices",
        Title = SensitivityText.Headline(view),
        Caption = "Share of the variance over the parameters' ranges: explained by a parameter alone (first-order index), and with all its interactions with "
            + "others (total index); with 95 % intervals from resampling. "
            + $"{Counted(view)} The ranges are assumptions.",
        AlternativeText = Alternative(view, answers),
        Panels = [.. answers.Select(answer => IndexPanel(view, answer, view.Order(answers[0])))],
        Columns = answers.Length,
    };

    private static Panel IndexPanel(SensitivityView view, SensitivityAnswer answer, IReadOnlyList<int> order)
    {
        IntervalLayer Layer(string label, FigureColor color, IReadOnlyList<SobolIndex> indices, double beside) => new(
            label, color, [.. order.Select(parameter => 100 * indices[parameter].Value)], [.. order.Select((_, place) => 1 + place + beside)],
            [.. order.Select(parameter => 100 * indices[parameter].Low)], [.. order.Select(parameter => 100 * indices[parameter].High)], [], Horizontal: true);

        var ends = answer.Sobol!.First.Concat(answer.Sobol.Total).SelectMany(index => (double[])[100 * index.Low, 100 * index.High]).ToArray();
        return new()
        {
            Heading = view.Quantity(answer),
            Horizontal = new("Share of the variance (%)", Math.Min(0, 10 * Math.Floor(ends.Min() / 10)), Math.Max(20, 10 * Math.Ceiling(ends.Max() / 10)), 20),
            Vertical = Axis.OfNames("", [.. order.Select(parameter => view.Names[parameter])]),
            Layers = [Layer("Alone", FigureColor.Arm2, answer.Sobol.First, -Beside), Layer("With interactions", FigureColor.Arm3, answer.Sobol.Total, Beside)],
        };
    }

    private static Figure Effects(SensitivityView view, SensitivityAnswer[] answers) => new()
    {
        Id = "morris-effects",
        Title = SensitivityText.Headline(view),
        Caption = "Elementary effects of each parameter: mu*, the mean size of the change per whole range of its probability, with its 95 % interval, and "
            + "sigma, the standard deviation of the changes. A sigma as large as mu* "
            + $"means interactions or an effect that is not linear. {Counted(view)} The ranges are assumptions.",
        AlternativeText = Alternative(view, answers),
        Panels = [.. answers.Select(answer => EffectPanel(view, answer, view.Order(answers[0])))],
        Columns = answers.Length,
    };

    private static Panel EffectPanel(SensitivityView view, SensitivityAnswer answer, IReadOnlyList<int> order)
    {
        MorrisEffect[] effects = [.. order.Select(parameter => answer.Morris!.Effects[parameter])];
        double[] Scaled(Func<MorrisEffect, double> number) => [.. effects.Select(effect => view.Scaled(number(effect)))];

        return new()
        {
            Heading = view.Quantity(answer),
            Horizontal = OutcomeAxes.Gains($"Effect over the range ({view.Unit(answer)})",
                Scaled(effect => effect.MuStarHigh).Concat(Scaled(effect => effect.Sigma))),
            Vertical = Axis.OfNames("", [.. order.Select(parameter => view.Names[parameter])]),
            Layers =
            [
                new IntervalLayer(
                    "mu* with 95 % interval", FigureColor.Arm2, Scaled(effect => effect.MuStar), [.. order.Select((_, place) => 1 + place - Beside)],
                    Scaled(effect => effect.MuStarLow), Scaled(effect => effect.MuStarHigh), [], Horizontal: true),
                new PointLayer("sigma", FigureColor.Arm3, Scaled(effect => effect.Sigma), [.. order.Select((_, place) => 1 + place + Beside)],
                    PointSymbol.OpenCircle),
            ],
        };
    }

    private static Figure Tornado(SensitivityView view, SensitivityAnswer[] answers) => new()
    {
        Id = "tornado",
        Title = SensitivityText.TornadoTitle(view),
        Caption = "Each parameter alone at its 10 % and its 90 % point, whose values stand at the ends of its bar, with all others at their medians. The bars "
            + "of a panel are in order of their width. "
            + $"{Counted(view)} The ranges are assumptions.",
        AlternativeText = string.Join(" ", answers
            .Select(answer => $"{view.Quantity(answer)} ({view.Unit(answer)}): " + string.Join(", ", answer.Tornado.Bars.Select(bar =>
            $"{view.Names[bar.Parameter]} {Number(view, bar.AtLow, bar)} to {Number(view, bar.AtHigh, bar)}")) + ".")),
        Panels = [.. answers.Select(answer => TornadoPanel(view, answer))],
        Columns = answers.Length,
    };

    private static Panel TornadoPanel(SensitivityView view, SensitivityAnswer answer)
    {
        var bars = answer.Tornado.Bars;
        var ends = bars.SelectMany(bar => (double[])[view.Scaled(bar.AtLow), view.Scaled(bar.AtMedian), view.Scaled(bar.AtHigh)]).ToArray();

        // Room for the values that stand beyond the ends of bars.
        var room = Math.Max(0.2 * (ends.Max() - ends.Min()), 1e-3);
        return new()
        {
            Heading = view.Quantity(answer),
            Horizontal = new(view.Label(answer), ends.Min() - room, ends.Max() + room),
            Vertical = Axis.OfNames("", [.. bars.Select(bar => view.Names[bar.Parameter])]),
            Layers =
            [
                new RangeBarLayer(
                    "At the 10 % point", "At the 90 % point", view.Scaled(bars[0].AtMedian), [.. bars.Select(bar => view.Scaled(bar.AtLow))],
                        [.. bars.Select(bar => view.Scaled(bar.AtHigh))],
                    [.. bars.Select(bar => SensitivityText.Value(view.Result.TornadoValues[bar.Parameter][0]))],
                        [.. bars.Select(bar => SensitivityText.Value(view.Result.TornadoValues[bar.Parameter][2]))]),
            ],
        };
    }

    private static string Alternative(SensitivityView view, SensitivityAnswer[] answers) =>
        string.Join(" ", SensitivityText.Findings(view).Take(answers.Length));

    private static string Counted(SensitivityView view) =>
        $"{NumberText.Count(view.Plan.Patients)} virtual patients, the same at each of {NumberText.Count(view.Result.Points)} points; outcomes from "
            + $"{OutcomePhrases.Origin(view.Plan.Run)} to month {view.Months}, the dead counted as 0.";

    private static string Number(SensitivityView view, double value, TornadoBar bar) =>
        NumberText.Fixed(view.Scaled(value), NumberText.DecimalsFor(view.Scaled(bar.Width / 20)));
}
