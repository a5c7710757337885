using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The figures of a timing experiment.</summary>
internal static class TimingFigures
{
    /// <summary>All figures in reading order; none when nobody was analysed.</summary>
    public static IReadOnlyList<Figure> All(TimingView view) => view.Result.Record.Patients(0) == 0
        ? []
        :
        [
            Overview(view),
            Outcomes(view),
            .. view.Result.View.Courses.Count == 0 ? Array.Empty<Figure>() : [PatientFigure.Build(view)],
            .. view.Result.Record.Groups.Count == 1 ? Array.Empty<Figure>() : [Groups(view)],
            .. view.Result.Triggers.Count == 0 ? Array.Empty<Figure>() : [TriggerFigure.Build(view)],
            .. view.Result.Uncertainty is { } uncertain
                ? new[] { VarianceFigure.Build(uncertain.Record, arm => ArmWords(view, arm), uncertain.Record.Variances) }.OfType<Figure>()
                : [],
        ];

    private static string ArmWords(TimingView view, int arm) => arm == 0 ? view.ReferenceName : $"start {TimingWords.Short(view.Offsets[arm - 1])} months";

    private static Figure Overview(TimingView view) => new()
    {
        Id = "benefit-by-start",
        Title = TimingText.Headline(view),
        Caption = $"Left: {view.Words.Gain.ToLowerInvariant()} against {view.ReferenceName} by start of treatment. Right: what each month of waiting costs. "
            + $"{TimingFigureParts.Bands(view)} {TimingFigureParts.Counted(view)}",
        AlternativeText = $"{TimingText.Headline(view)}. Gain by start: "
            + string.Join(", ", view.Offsets.Select((offset, start) => $"{TimingWords.Short(offset)} months "
            + $"{view.Words.WithInterval(view.Main.Benefits[start])}")) + $". {TimingText.Window(view, 0)}",
        Panels = [Benefit(view), Cost(view)],
        Columns = 2,
    };

    private static Panel Benefit(TimingView view)
    {
        var horizontal = TimingFigureParts.Starts(view);
        var layers = new List<Layer>(TimingFigureParts.Clamped(view, 0));
        layers.AddRange(TimingFigureParts.Benefit(view, 0, view.Outcome, TimingFigureParts.Treated, "", named: true));
        layers.AddRange(Answers(view));
        return new()
        {
            Heading = "Gain by start of treatment",
            Horizontal = horizontal,
            Vertical = OutcomeAxes.Gains(view.Words.GainAxis, TimingFigureParts.BenefitValues(view, 0, view.Outcome)),
            Layers = layers,
        };
    }

    private static IEnumerable<Layer> Answers(TimingView view)
    {
        if (view.Main.Window.IsFound)
        {
            yield return new MarkerLayer(
                $"{NumberText.Percent(view.Plan.WindowKeepsShare, 0)} kept to {TimingWords.Month(view.Plan, view.Main.Window.Months)}",
                    TimingFigureParts.Answer, view.Main.Window.Months,
                Math.Max(view.Main.Window.Low, view.Offsets[0]), Math.Min(view.Main.Window.High, view.Offsets[^1]));
        }

        if (view.Main.PointOfNoReturn.IsFound)
        {
            yield return new MarkerLayer(
                $"Below {view.Words.Amount(view.Plan.SmallestBenefit, view.Plan.SmallestBenefit / 10)} after "
                    + $"{TimingWords.Month(view.Plan, view.Main.PointOfNoReturn.Months)}",
                FigureColor.Neutral, view.Main.PointOfNoReturn.Months, Math.Max(view.Main.PointOfNoReturn.Low, view.Offsets[0]),
                    Math.Min(view.Main.PointOfNoReturn.High, view.Offsets[^1]));
        }
    }

    private static Panel Cost(TimingView view)
    {
        var known = Enumerable.Range(0, view.Main.CostsOfDelay.Count).Where(start => view.Main.CostsOfDelay[start] is not null).ToArray();
        double[] middles = [.. known.Select(start => 0.5 * (view.Offsets[start] + view.Offsets[start + 1]))];
        Estimate[] costs = [.. known.Select(start => view.Main.CostsOfDelay[start]!.Value)];
        var uncertain = known.Select(start => view.CostOfDelay(0, view.Outcome, start)).OfType<Experiments.Uncertainty.ParameterInterval>().ToArray();
        var scale = view.Words.Scale;
        var layers = new List<Layer>(TimingFigureParts.Clamped(view, 0)) { FigureParts.Zero(TimingFigureParts.Starts(view)) };
        if (uncertain.Length > 0)
        {
            layers.Add(new BandLayer(
                "95 % over uncertain parameters", TimingFigureParts.Treated, middles, [.. uncertain.Select(cost => scale * cost.Low)],
                    [.. uncertain.Select(cost => scale * cost.High)], OutcomeAxes.ParameterStrength, Outlined: true));
        }

        layers.Add(new LineLayer("", TimingFigureParts.Treated, middles, [.. costs.Select(cost => scale * cost.Value)], LineStyle.Thin));
        layers.Add(new IntervalLayer(
            "95 % Monte Carlo interval", TimingFigureParts.Treated, middles, [.. costs.Select(cost => scale * cost.Value)],
                [.. costs.Select(cost => scale * cost.Low)],
            [.. costs.Select(cost => scale * cost.High)], []));
        return new()
        {
            Heading = "Cost of each month of waiting",
            Horizontal = TimingFigureParts.Starts(view),
            Vertical = OutcomeAxes.Gains(
                $"Lost per month of waiting ({view.Words.GainUnit})",
                costs.SelectMany(cost => (double[])[scale * cost.Low, scale * cost.High]).Concat(uncertain.SelectMany(cost =>
                    (double[])[scale * cost.Low, scale * cost.High]))),
            Layers = layers,
        };
    }

    private static Figure Outcomes(TimingView view)
    {
        int[] shown =
        [
            OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.MotorNeurons, OutcomeCatalogue.WalkingMonths, OutcomeCatalogue.BreathingMonths,
            view.Outcome == OutcomeCatalogue.SurvivalMonths ? OutcomeCatalogue.Alive : OutcomeCatalogue.SurvivalMonths, OutcomeCatalogue.Recovery,
        ];
        return new()
        {
            Id = "outcomes-by-start",
            Title = $"Gain by start of treatment in other outcomes: {Kept(view, OutcomeCatalogue.WalkingMonths)}",
            Caption = $"Gain against {view.ReferenceName}. {TimingFigureParts.Bands(view)} {TimingFigureParts.Counted(view)} The table of outcomes says what "
                + "each counts.",
            AlternativeText = string.Join(" ", shown.Select(outcome => $"{OutcomeWords.Of(outcome).GainAxis}: {Kept(view, outcome)}.")),
            Panels =
            [
                .. shown.Select(outcome => new Panel
                {
                    Heading = OutcomeWords.Of(outcome).Gain,
                    Horizontal = TimingFigureParts.Starts(view),
                    Vertical = OutcomeAxes.Gains(OutcomeWords.Of(outcome).GainUnit, TimingFigureParts.BenefitValues(view, 0, outcome)),
                    Layers =
                    [
                        .. TimingFigureParts.Clamped(view, 0).Select(layer => layer with { Label = "" }),
                        .. TimingFigureParts.Benefit(view, 0, outcome, TimingFigureParts.Treated, "", named: false),
                    ],
                }),
            ],
            Columns = 3,
        };
    }

    private static string Kept(TimingView view, int outcome)
    {
        var (words, benefits) = (OutcomeWords.Of(outcome), view.Result.Curve(0, outcome).Benefits);
        return $"{words.Number(benefits[view.Spoken].Value, benefits[view.Spoken].StandardError)} {words.GainUnit} when started "
            + $"{TimingWords.Start(view.Plan, view.Offsets[view.Spoken])}, "
            + $"{words.Number(benefits[^1].Value, benefits[^1].StandardError)} at {TimingWords.Short(view.Offsets[^1])}";
    }

    private static Figure Groups(TimingView view)
    {
        int[] groups = [.. Enumerable.Range(1, view.Result.Record.Groups.Count - 1).Where(group => view.Result.Record.Patients(group) > 0)];
        Panel PanelOf(OutcomeGroupKind kind, string heading)
        {
            int[] of = [.. groups.Where(group => view.Result.Record.Groups[group].Kind == kind)];
            return new Panel
            {
                Heading = heading,
                Horizontal = TimingFigureParts.Starts(view),
                Vertical = OutcomeAxes.Gains(view.Words.GainAxis, groups.SelectMany(group => TimingFigureParts.BenefitValues(view, group, view.Outcome))),
                Layers = [.. of.SelectMany((group, i) =>
                    TimingFigureParts.Partly(view, group, (FigureColor)((int)FigureColor.Arm2 + (i % 5)), view.Result.Record.Groups[group].Name))],
            };
        }

        string Gain(int group) =>
            $"{view.Result.Record.Groups[group].Name} {view.Words.WithInterval(view.Result.Curve(group, view.Outcome).Benefits[view.Spoken])}";

        var kinds = groups.Select(group => view.Result.Record.Groups[group].Kind).Distinct().ToArray();
        return new()
        {
            Id = "benefit-by-group",
            Title = $"Gain when started {TimingWords.Start(view.Plan, view.Offsets[view.Spoken])}: "
                + $"{string.Join(", ", groups.Select(Gain))} {view.Words.GainUnit}",
            Caption = $"Gain against {view.ReferenceName} in groups of patients; dashed where more than 10 % of a group's starts are put off to biological "
                + $"onset. {TimingFigureParts.Bands(view)} {TimingFigureParts.Counted(view)}",
            AlternativeText = string.Join(" ", groups.Select(group => $"{Gain(group)} {view.Words.GainUnit}. {TimingText.Window(view, group)}")),
            Panels = [.. kinds.Select(kind => PanelOf(kind, kind == OutcomeGroupKind.Subgroup ? "Subgroups of the population" : "Slow and fast progression"))],
            Columns = kinds.Length,
        };
    }
}
