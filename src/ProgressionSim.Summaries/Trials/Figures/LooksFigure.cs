using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>At which look trials stop and why, with and without an effect.</summary>
internal static class LooksFigure
{
    private const double Apart = 0.24;

    /// <summary>Builds the figure; null for designs with a single analysis.</summary>
    public static Figure? Build(OperatingCharacteristics found)
    {
        if (found.Design.Interim is null || found.Alternative.Looks.Count < 2)
        {
            return null;
        }

        string Words(HypothesisCharacteristics under) => string.Join("; ", under.Looks.Select((look, i) =>
            $"look {NumberText.Whole(i + 1)} success {TrialWords.PercentWithInterval(look.Success)}, futility {TrialWords.PercentWithInterval(look.Futility)}, harm {TrialWords.PercentWithInterval(look.Harm)}"));
        return new()
        {
            Id = "looks",
            Title = $"{Early(found.Alternative)} of trials stop before the last look with the effect, {Early(found.Null)} without; "
                + $"mean size {TrialWords.Mean(found.Alternative.Course.Randomised)} and {TrialWords.Mean(found.Null.Course.Randomised)} of {NumberText.Count(found.Design.Patients)} patients",
            Caption = "Share of all trials that end at each look, by decision; at the last look the rest show no effect. Bars are 95 % Monte Carlo intervals. "
                + "Below each look: mean month from the opening of the first site among trials that reach it, and patients randomised by then.",
            AlternativeText = $"With the effect: {Words(found.Alternative)}. Without: {Words(found.Null)}.",
            Panels = [PanelOf(found, found.Alternative, "The treatment works as assumed"), PanelOf(found, found.Null, "The treatment does nothing")],
            Columns = 2,
        };
    }

    private static string Early(HypothesisCharacteristics under) => NumberText.Percent(under.Looks.SkipLast(1).Sum(look => look.Success.Value + look.Harm.Value + look.Futility.Value));

    private static Panel PanelOf(OperatingCharacteristics found, HypothesisCharacteristics under, string heading)
    {
        var looks = under.Looks;
        var hasHarm = found.Design.Sides == 2;
        var names = looks.Select((look, i) =>
            $"Look {NumberText.Whole(i + 1)}: month {TrialWords.Mean(look.Months)}, {TrialWords.Mean(look.Randomised)} randomised");
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
            Vertical = new("Share of all trials", 0, 1, 0.2),
            Layers =
            [
                .. Points("Stops for success", FigureColor.Healthy, -Apart, look => look.Success, looks.Count),
                .. Points("Stops for futility", FigureColor.Stressed, 0, look => look.Futility, looks.Count - 1),
                .. hasHarm ? Points("Stops for harm", FigureColor.Lost, Apart, look => look.Harm, looks.Count) : [],
            ],
        };
    }
}
