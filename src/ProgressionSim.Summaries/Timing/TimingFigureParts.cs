using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Timing;

/// <summary>What the figures of a timing experiment share.</summary>
internal static class TimingFigureParts
{
    /// <summary>Colour of treatment by start.</summary>
    public const FigureColor Treated = FigureColor.Arm2;

    /// <summary>Colour of answers: windows and points of no return.</summary>
    public const FigureColor Answer = FigureColor.Arm3;

    /// <summary>Axis of starts.</summary>
    public static Axis Starts(TimingView view)
    {
        var (low, high) = (view.Offsets[0], view.Offsets[^1]);
        return new($"Treatment start (months from {TimingWords.From(view.Plan)})", low, high, high - low > 24 ? 6 : 3);
    }

    /// <summary>Strip over the starts of a group of which more than 10 % are put off to biological onset; none when there are none.</summary>
    public static IEnumerable<Layer> Clamped(TimingView view, int group)
    {
        var last = Enumerable.Range(0, view.Offsets.Count).LastOrDefault(start => view.Result.IsClamped(group, start), -1);
        if (last >= 0)
        {
            var end = last + 1 < view.Offsets.Count ? 0.5 * (view.Offsets[last] + view.Offsets[last + 1]) : view.Offsets[last];
            yield return new SpanLayer("More than 10 % put off to biological onset", FigureColor.Neutral, view.Offsets[0], end);
        }
    }

    /// <summary>Bands of two kinds and the line of a group's benefit in an outcome.</summary>
    /// <param name="view">The results.</param>
    /// <param name="group">Group.</param>
    /// <param name="outcome">Outcome.</param>
    /// <param name="color">Colour.</param>
    /// <param name="label">Name of the line; empty for none.</param>
    /// <param name="named">True to name the bands in the legend.</param>
    public static IEnumerable<Layer> Benefit(TimingView view, int group, int outcome, FigureColor color, string label, bool named)
    {
        var (curve, scale) = (view.Result.Curve(group, outcome), OutcomeWords.Of(outcome).Scale);
        if (view.Result.Uncertainty is not null)
        {
            ParameterInterval[] intervals = [.. view.Offsets.Select((_, start) => view.Parameters(group, outcome, start)!.Value)];
            yield return new BandLayer(
                named ? "95 % over uncertain parameters" : "", color, view.Offsets, [.. intervals.Select(interval => scale * interval.Low)],
                    [.. intervals.Select(interval => scale * interval.High)],
                OutcomeAxes.ParameterStrength, Outlined: true);
        }

        yield return new BandLayer(
            named ? "95 % Monte Carlo interval" : "", color, view.Offsets, [.. curve.Benefits.Select(benefit => scale * benefit.Low)],
                [.. curve.Benefits.Select(benefit => scale * benefit.High)], OutcomeAxes.MonteCarloStrength);
        yield return new LineLayer(label, color, view.Offsets, [.. curve.Benefits.Select(benefit => scale * benefit.Value)]);
    }

    /// <summary>A group's band and line in the plan's outcome, the line dashed as far as its starts are clamped.</summary>
    public static IEnumerable<Layer> Partly(TimingView view, int group, FigureColor color, string name)
    {
        var first = Enumerable.Range(0, view.Offsets.Count).FirstOrDefault(start => !view.Result.IsClamped(group, start), view.Offsets.Count - 1);
        foreach (var layer in Benefit(view, group, view.Outcome, color, name, named: false))
        {
            if (layer is LineLayer line)
            {
                yield return line with { X = [.. line.X.Skip(first)], Y = [.. line.Y.Skip(first)] };
                if (first > 0)
                {
                    yield return line with { Label = "", X = [.. line.X.Take(first + 1)], Y = [.. line.Y.Take(first + 1)], Style = LineStyle.Dashed };
                }
            }
            else
            {
                yield return layer;
            }
        }
    }

    /// <summary>Every value that a panel of benefits must hold.</summary>
    public static IEnumerable<double> BenefitValues(TimingView view, int group, int outcome)
    {
        var scale = OutcomeWords.Of(outcome).Scale;
        var curve = view.Result.Curve(group, outcome);
        var parameters = view.Offsets.Select((_, start) => view.Parameters(group, outcome, start)).OfType<ParameterInterval>().SelectMany(interval =>
            (double[])[interval.Low, interval.High]);
        return curve.Benefits.SelectMany(benefit => (double[])[benefit.Low, benefit.High]).Concat(parameters).Select(value => scale * value);
    }

    /// <summary>Who and what is counted, for captions.</summary>
    public static string Counted(TimingView view) =>
        $"{NumberText.Count(view.Result.Record.Patients(0))} virtual patients, the same ones at every start; outcomes from "
            + $"{TimingWords.Origin(view.Plan.Run)} to month {view.Plan.Question.Rules.Months}, the dead counted as 0.";

    /// <summary>What bands are, for captions.</summary>
    public static string Bands(TimingView view) => view.Result.Uncertainty is null
        ? "Bands are 95 % Monte Carlo intervals, often thinner than the line; no parameter of the scenario is stated as uncertain."
        : "Dark bands are 95 % Monte Carlo intervals, often thinner than the line; light ones with dashed edges hold 95 % of the draws of the "
            + "uncertain parameters.";
}
