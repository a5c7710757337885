using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>At which look trials stop and why, with and without an effect.</summary>
internal static class LooksFigure
{
    private const double Apart = 0.29;
    private const double RoomBelow = 0.05;

    /// <summary>Builds the figure; null for designs with a single analysis.</summary>
    public static Figure? Build(OperatingCharacteristics found)
    {
        if (found.Design.Interim is null || found.Alternative.Looks.Count < 2)
        {
            return null;
        }

        string Words(HypothesisCharacteristics under) => string.Join("; ", under.Looks.Select((look, i) =>
            $"look {NumberText.Whole(i + 1)} success {TrialWords.PercentWithInterval(look.Success)}, futility {TrialWords.PercentWithInterval(look.Futility)}, harm {TrialWords.PercentWithInterval(look.Harm)}"));
        var shares = new[] { found.Alternative, found.Null }.SelectMany(under => under.Looks.SelectMany(look => new[] { look.Success.High, look.Harm.High, look.Futility.High }).Append(NotShown(under)));
        var upwards = TrialFigureParts.ShareAxis("Share of all trials", shares, 0.05);
        var vertical = upwards with { Low = -RoomBelow * upwards.High };
        return new()
        {
            Id = "looks",
            Title = $"{Early(found.Alternative)} of trials stop before the last look with the effect, {Early(found.Null)} without; "
                + $"mean size {TrialWords.Mean(found.Alternative.Course.Randomised)} and {TrialWords.Mean(found.Null.Course.Randomised)} of {NumberText.Count(found.Design.Patients)} patients",
            Caption = "Share of all trials that end at each look, by decision. Bars are 95 % Monte Carlo intervals. "
                + "Below each look: mean month from the opening of the first site among trials that reach it, and patients randomised by then.",
            AlternativeText = $"With the effect: {Words(found.Alternative)}. Without: {Words(found.Null)}.",
            Panels = [PanelOf(found, found.Alternative, "The treatment works as assumed", vertical), PanelOf(found, found.Null, "The treatment does nothing", vertical)],
            Columns = 2,
        };
    }

    /// <summary>Share of trials that reach the last look and decide for nothing there.</summary>
    private static double NotShown(HypothesisCharacteristics under) =>
        Math.Max(0, under.Looks[^1].Reached.Value - under.Looks[^1].Success.Value - under.Looks[^1].Harm.Value - under.Looks[^1].Futility.Value);

    private static string Early(HypothesisCharacteristics under) => NumberText.Percent(under.Looks.SkipLast(1).Sum(look => look.Success.Value + look.Harm.Value + look.Futility.Value));

    private static Panel PanelOf(OperatingCharacteristics found, HypothesisCharacteristics under, string heading, Axis vertical)
    {
        var looks = under.Looks;
        var hasHarm = found.Design.Sides == 2;
        var names = looks.Select((look, i) =>
            $"Look {NumberText.Whole(i + 1)}: month {TrialWords.Mean(look.Months)}, {NumberText.Fixed(look.Randomised.Value, 0)} randomised");
        IEnumerable<Layer> Points(string label, FigureColor color, double shift, Func<LookCharacteristics, SimulatedValue> share, int count)
        {
            var values = looks.Take(count).Select(share).ToArray();
            yield return new IntervalLayer(
                label, color, [.. values.Select((_, i) => i + 1 + shift)], [.. values.Select(value => value.Value)], [.. values.Select(value => value.Low)], [.. values.Select(value => value.High)],
                [.. values.Select(TrialWords.Percent)]);
        }

        return new()
        {
            Heading = heading,
            Horizontal = TrialFigureParts.Categories([.. names]),
            Vertical = vertical,
            Layers =
            [
                .. Points("Success", FigureColor.Healthy, -Apart, look => look.Success, looks.Count),
                .. Points("Futility", FigureColor.Stressed, 0, look => look.Futility, looks.Count - 1),
                new IntervalLayer("No effect shown", FigureColor.Arm1, [looks.Count], [NotShown(under)], [], [], [NumberText.Percent(NotShown(under))]),
                .. hasHarm ? Points("Harm", FigureColor.Lost, Apart, look => look.Harm, looks.Count) : [],
            ],
        };
    }
}
