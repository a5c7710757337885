using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>The figures of a result with uncertain parameters.</summary>
internal static class UncertaintyFigures
{
    // Half the height of the box over the parameters, on an axis of names one apart.
    private const double HalfBox = 0.22;

    /// <summary>The asked outcome, other outcomes, the variance; none when nobody was analysed.</summary>
    public static IReadOnlyList<Figure> All(UncertaintyView view) => view.Patients == 0
        ? []
        :
        [
            Asked(view),
            Others(view),
            .. new[] { VarianceFigure.Build(view.Result.Uncertainty, view.NameOf, view.Result.Uncertainty.Variances) }.OfType<Figure>(),
        ];

    private static Figure Asked(UncertaintyView view)
    {
        var panels = view.Arms == 1 ? new[] { Values(view, view.Outcome, named: true) }
            : [Values(view, view.Outcome, named: true), Gains(view, view.Outcome, named: true)];
        return new()
        {
            Id = "outcome-and-gain",
            Title = UncertaintyText.Headline(view),
            Caption = $"{(view.Arms == 1 ? "" : $"Left: {view.Words.Noun} by arm. Right: gain over {view.NameOf(0)} in the same patients. ")}{Bands(view)} "
                + $"{Counted(view)}",
            AlternativeText = UncertaintyText.Findings(view)[0]
                + string.Concat(view.Others.Select(arm => $" {view.NameOf(arm)} against {view.NameOf(0)}: {UncertaintyText.Gain(view, arm, view.Outcome)}.")),
            Panels = panels,
            Columns = panels.Length,
        };
    }

    private static Figure Others(UncertaintyView view)
    {
        int[] outcomes = [.. UncertaintyText.Others(view)];
        var arm = view.Arm;
        return new()
        {
            Id = "other-outcomes",
            Title = arm == 0
                ? $"Other outcomes of {view.NameOf(0)}: "
                    + $"{string.Join(", ", outcomes.Select(outcome => Value(view, outcome)))}"
                : $"Other gains of {view.NameOf(arm)} over the uncertain parameters: "
                    + string.Join(", ", outcomes.Select(outcome =>
                        Short(OutcomeWords.Of(outcome), view.BenefitOverParameters(0, arm, outcome), "", OutcomeWords.Of(outcome).GainUnit))),
            Caption = $"{(arm == 0 ? "" : $"Gain over {view.NameOf(0)} in the same patients. ")}{Bands(view)} {Counted(view)} The table of outcomes says what "
                + "each counts.",
            AlternativeText = string.Join(" ", outcomes.Select(outcome => arm == 0
                ? $"{OutcomeWords.Of(outcome).Noun}: {OutcomeWords.Of(outcome).WithInterval(view.Mean(0, 0, outcome))}, "
                    + $"{UncertaintyView.Range(OutcomeWords.Of(outcome), view.MeanOverParameters(0, 0, outcome))} over the parameters."
                : $"{OutcomePhrases.Capital(UncertaintyText.Gain(view, arm, outcome))}.")),
            Panels = [.. outcomes.Select((outcome, place) => arm == 0 ? Values(view, outcome, place == 0) : Gains(view, outcome, place == 0))],
            Columns = outcomes.Length,
        };
    }

    private static string Value(UncertaintyView view, int outcome) =>
        Short(OutcomeWords.Of(outcome), view.MeanOverParameters(0, 0, outcome), OutcomeWords.Of(outcome).Noun, OutcomeWords.Of(outcome).ValueUnit);

    private static string Short(OutcomeWords words, ParameterInterval parameters, string noun, string unit) =>
        $"{(noun.Length == 0 ? "" : noun + " ")}{UncertaintyView.Range(words, parameters)} {unit}";

    private static Panel Values(UncertaintyView view, int outcome, bool named) => Panel(
        OutcomePhrases.Capital(OutcomeWords.Of(outcome).Noun), OutcomeWords.Of(outcome).ValueAxis, OutcomeWords.Of(outcome).Scale,
        [.. Enumerable.Range(0, view.Arms).Select(arm =>
            (view.NameOf(arm), Color(arm), view.Mean(0, arm, outcome), view.MeanOverParameters(0, arm, outcome)))], false, named);

    private static Panel Gains(UncertaintyView view, int outcome, bool named) => Panel(
        OutcomeWords.Of(outcome).Gain, OutcomeWords.Of(outcome).GainAxis, OutcomeWords.Of(outcome).Scale,
        [.. view.Others.Select(arm => (view.NameOf(arm), Color(arm), view.Benefit(0, arm, outcome), view.BenefitOverParameters(0, arm, outcome)))], true,
            named);

    /// <summary>A row for each arm: a light box over the parameters, a dark interval of Monte Carlo on it.</summary>
    private static Panel Panel(
        string heading, string label, double scale, IReadOnlyList<(string Name, FigureColor Color, Estimate Estimate, ParameterInterval Parameters)> rows,
            bool isGain, bool named)
    {
        var horizontal = OutcomeAxes.Gains(label,
            rows.SelectMany(row => (double[])[row.Estimate.Low, row.Estimate.High, row.Parameters.Low, row.Parameters.High]).Select(value => scale * value));
        var layers = new List<Layer>();
        if (isGain)
        {
            layers.Add(new LineLayer("", FigureColor.Neutral, [0, 0], [0.5, rows.Count + 0.5], LineStyle.Dashed));
        }

        for (var place = 0; place < rows.Count; place++)
        {
            var (row, at) = (rows[place], place + 1.0);
            if (double.IsFinite(row.Parameters.Low) && row.Parameters.High > row.Parameters.Low)
            {
                layers.Add(new BandLayer(
                    named ? "Middle 95 % of parameter draws" : "", row.Color, [scale * row.Parameters.Low, scale * row.Parameters.High],
                        [at - HalfBox, at - HalfBox], [at + HalfBox, at + HalfBox],
                    OutcomeAxes.ParameterStrength, Outlined: true));
                layers.Add(new PointLayer(named ? "Median draw" : "", row.Color, [scale * row.Parameters.Median], [at], PointSymbol.OpenCircle));
            }
        }

        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            layers.Add(new IntervalLayer(
                named ? "Scenario's values, 95 % Monte Carlo interval" : "", row.Color, [scale * row.Estimate.Value], [place + 1.0],
                    [scale * row.Estimate.Low], [scale * row.Estimate.High], [], Horizontal: true));
        }

        return new() { Heading = heading, Horizontal = horizontal, Vertical = Axis.OfNames("", [.. rows.Select(row => row.Name)]), Layers = layers };
    }

    private static FigureColor Color(int arm) => arm == 0 ? FigureColor.Arm1 : (FigureColor)((int)FigureColor.Arm2 + ((arm - 1) % 5));

    private static string Bands(UncertaintyView view) =>
        "Filled points with dark bars: the scenario's own values with 95 % Monte Carlo intervals. Light boxes with dashed edges hold the middle 95 % of "
            + $"{NumberText.Count(view.Draws)} draws of the uncertain parameters, open circles their median.";

    private static string Counted(UncertaintyView view) =>
        $"{NumberText.Count(view.Patients)} virtual patients, {NumberText.Count(view.Result.Uncertainty.Plan.Patients)} of them in each draw, the same in all "
            + $"arms; from {OutcomePhrases.Origin(view.Result.Run)} to month {view.Months}, the dead counted as 0.";
}
