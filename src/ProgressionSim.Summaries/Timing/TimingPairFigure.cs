using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The benefit by start in two scenarios, and what an early start gains in both.</summary>
internal static class TimingPairFigure
{
    /// <summary>Builds the figure.</summary>
    public static Figure Build(TimingPair pair) => new()
    {
        Id = "benefit-in-both",
        Title = TimingPairText.Headline(pair),
        Caption = $"Left: gain against no treatment by start; dashed where more than 10 % of starts are put off to biological onset. Right: what starting "
            + $"{TimingPairText.Start(pair, pair.Earliest)} gains over each later start. {Bands(pair)} "
            + $"{string.Join("; ", Enumerable.Range(0, 2).Select(which => Who(pair, which)))}. "
            + $"Outcomes from {OutcomePhrases.Origin(pair.Plan.Run)} to month {pair.Plan.Question.Rules.Months}, the dead counted as 0.",
        AlternativeText = string.Join(" ", pair.Views.Select((view, which) => $"{pair.Names[which]}: gain by start "
            + string.Join(", ", pair.Offsets.Select((offset, start) => $"{TimingWords.Short(offset)} months "
            + $"{view.Words.WithInterval(view.Main.Benefits[start])}")) + ".")) + $" {TimingPairText.Origins(pair)}",
        Panels = [Benefits(pair), Gains(pair)],
        Columns = 2,
    };

    private static string Bands(TimingPair pair) => pair.Views.All(view => view.Result.Uncertainty is null)
        ? "Bands are 95 % Monte Carlo intervals."
        : "Dark bands are 95 % Monte Carlo intervals; light ones with dashed edges hold 95 % of the draws of the uncertain parameters.";

    private static string Who(TimingPair pair, int which) =>
        $"{pair.Names[which]}: {pair.Views[which].Plan.Run.Title}, {NumberText.Count(pair.Views[which].Result.Record.Patients(0))} virtual patients";

    private static FigureColor Color(int which) => which == 0 ? FigureColor.Arm2 : FigureColor.Arm3;

    private static Panel Benefits(TimingPair pair) => new()
    {
        Heading = "Gain by start of treatment",
        Horizontal = TimingFigureParts.Starts(pair.Views[0]),
        Vertical = OutcomeAxes.Gains(pair.Words.GainAxis, pair.Views.SelectMany(view => TimingFigureParts.BenefitValues(view, 0, view.Outcome))),
        Layers = [.. pair.Views.SelectMany((view, which) => TimingFigureParts.Partly(view, 0, Color(which), pair.Names[which]))],
    };

    private static Panel Gains(TimingPair pair)
    {
        int[] starts = [.. Enumerable.Range(pair.Earliest, pair.Offsets.Count - pair.Earliest)];
        double[] months = [.. starts.Select(start => pair.Offsets[start])];
        var scale = pair.Words.Scale;
        var horizontal = TimingFigureParts.Starts(pair.Views[0]);
        var layers = new List<Layer> { FigureParts.Zero(horizontal with { Low = months[0] }) };
        var ends = new List<double>();
        for (var which = 0; which < 2; which++)
        {
            var number = which;
            Estimate[] gains = [.. starts.Select(start => pair.Gain(number, start))];
            double[] low = [.. gains.Select(gain => scale * gain.Low)];
            double[] high = [.. gains.Select(gain => scale * gain.High)];
            layers.Add(new BandLayer("", Color(which), months, low, high, OutcomeAxes.MonteCarloStrength));
            layers.Add(new LineLayer(pair.Names[which], Color(which), months, [.. gains.Select(gain => scale * gain.Value)]));
            ends.AddRange([.. low, .. high]);
        }

        return new()
        {
            Heading = $"Gain of a start at {TimingWords.Short(pair.Offsets[pair.Earliest])} over later ones",
            Horizontal = horizontal with { Label = $"Later start (months from {TimingWords.From(pair.Plan)})", Low = months[0] },
            Vertical = OutcomeAxes.Gains(pair.Words.GainAxis, ends),
            Layers = layers,
        };
    }
}
