using System.Globalization;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Tests;

/// <summary>Made-up figures of the kinds a report shows, with smooth curves and no randomness.</summary>
internal static class SampleFigures
{
    public static readonly string[] Arms = ["Untreated", "Late (12 months after diagnosis)", "At diagnosis", "Before onset"];

    public static readonly double[] Months = [.. Enumerable.Range(-24, 85).Select(month => (double)month)];

    private static readonly double[] Rates = [1.0, 0.82, 0.6, 0.35];

    public static IReadOnlyList<Figure> All => [Function(), Survival(), Neurofilament(), Pools(), Overview()];

    public static double Score(int arm, double month)
    {
        var slowed = arm switch { 1 => 24, 2 => 12, _ => 0 };
        var burden = month <= 0 ? 0 : Math.Min(month, slowed) + (Rates[arm] * Math.Max(0, month - slowed));
        return 48 / (1 + Math.Exp((burden - 34) / 11));
    }

    public static Figure Function()
    {
        var layers = new List<Layer>();
        for (var arm = 0; arm < 4; arm++)
        {
            var color = FigureColor.Arm1 + arm;
            double[] middle = [.. Months.Select(month => Score(arm, month))];
            layers.Add(new BandLayer("90 % of patients", color, Months, [.. middle.Select(y => y * 0.6)], [.. middle.Select(y => Math.Min(48, y * 1.3))], 0.08));
            layers.Add(new BandLayer("50 % of patients", color, Months, [.. middle.Select(y => y * 0.85)], [.. middle.Select(y => Math.Min(48, y * 1.12))], 0.14));
        }

        for (var patient = 0; patient < 12; patient++)
        {
            var (arm, factor) = (patient % 4, 0.65 + (0.05 * patient));
            layers.Add(new LineLayer("Single patients", FigureColor.Arm1 + arm, Months, [.. Months.Select(month => Math.Min(48, factor * Score(arm, month) * (1 + (0.03 * Math.Sin(month + patient)))))], LineStyle.Thin));
        }

        for (var arm = 0; arm < 4; arm++)
        {
            layers.Add(new LineLayer(Arms[arm], FigureColor.Arm1 + arm, Months, [.. Months.Select(month => Score(arm, month))]));
        }

        layers.Add(new MarkerLayer("Onset", FigureColor.Neutral, 0));
        layers.Add(new MarkerLayer("Start at diagnosis", FigureColor.Arm3, 12));
        layers.Add(new MarkerLayer("Late start", FigureColor.Arm2, 24));
        return Figure("alsfrs-r", "Started before onset, treatment keeps the median patient 19 points (95 % interval 17\u201321) above the untreated at month 36", layers,
            new Axis("Months since symptom onset", -24, 60, 12), new Axis("ALSFRS-R total (points, 0\u201348)", 0, 48, 12));
    }

    public static Figure Survival()
    {
        double[] times = [.. Enumerable.Range(0, 61).Select(month => (double)month)];
        var layers = new List<Layer>();
        for (var arm = 0; arm < 4; arm++)
        {
            var rate = 0.03 * Rates[arm];
            layers.Add(new BandLayer("95 % interval", FigureColor.Arm1 + arm, times, [.. times.Select(t => Math.Exp(-rate * 1.12 * t))], [.. times.Select(t => Math.Exp(-rate * 0.88 * t))], 0.15, Steps: true));
        }

        for (var arm = 0; arm < 4; arm++)
        {
            layers.Add(new LineLayer(Arms[arm], FigureColor.Arm1 + arm, times, [.. times.Select(t => Math.Exp(-0.03 * Rates[arm] * t))], LineStyle.Steps));
        }

        double[] columns = [0, 12, 24, 36, 48, 60];
        var rows = Arms.Select((name, arm) => new AtRiskRow(name, FigureColor.Arm1 + arm, [.. columns.Select(t => (long)(10_000 * Math.Exp(-0.03 * Rates[arm] * t)))]));
        var figure = Figure("survival", "Survival without tracheostomy", layers, new Axis("Months since symptom onset", 0, 60, 12), new Axis("Share surviving", 0, 1, 0.25));
        return figure with { Panels = [figure.Panels[0] with { AtRisk = new AtRiskTable(columns, [.. rows]) }] };
    }

    public static Figure Neurofilament()
    {
        var layers = new List<Layer>();
        for (var arm = 0; arm < 4; arm++)
        {
            double[] level = [.. Months.Select(month => 12 + (90 * Rates[arm] / (1 + Math.Exp(-(month + 3) / 4))))];
            layers.Add(new BandLayer("50 % of patients", FigureColor.Arm1 + arm, Months, [.. level.Select(y => y * 0.6)], [.. level.Select(y => y * 1.7)], 0.12));
            layers.Add(new LineLayer(Arms[arm], FigureColor.Arm1 + arm, Months, level));
        }

        layers.Add(new MarkerLayer("Onset", FigureColor.Neutral, 0));
        return Figure("neurofilament", "Serum NfL rises before onset", layers, new Axis("Months since symptom onset", -24, 60, 12), new Axis("Serum NfL (pg/mL)", 5, 1000, Logarithmic: true));
    }

    public static Figure Pools()
    {
        var panels = new List<Panel>();
        for (var arm = 0; arm < 4; arm++)
        {
            double[] lost = [.. Months.Select(month => 100 / (1 + Math.Exp(-((Rates[arm] * month) - 15) / 10)))];
            double[] stressed = [.. Months.Select(month => 30 * Math.Exp(-Math.Pow((month - 12) / 22, 2)))];
            double[] stress = [.. stressed.Zip(lost).Select(pair => Math.Min(pair.First, 100 - pair.Second))];
            double[] healthy = [.. lost.Zip(stress).Select(pair => 100 - pair.First - pair.Second)];
            panels.Add(new Panel
            {
                Heading = Arms[arm],
                Horizontal = new Axis("Months since symptom onset", -24, 60, 12),
                Vertical = new Axis("Motor neurons (% of all)", 0, 100, 25),
                Layers =
                [
                    new BandLayer("", FigureColor.Lost, Months, [.. lost.Select(y => y * 0.8)], [.. lost.Select(y => Math.Min(100, y * 1.2))]),
                    new LineLayer("Healthy", FigureColor.Healthy, Months, healthy),
                    new LineLayer("Stressed", FigureColor.Stressed, Months, stress),
                    new LineLayer("Lost", FigureColor.Lost, Months, lost),
                ],
            });
        }

        return Figure("motor-neurons", "Half of the motor neurons are gone when symptoms appear", [], new Axis("", 0, 1), new Axis("", 0, 1)) with { Panels = panels, Columns = 2 };
    }

    public static Figure Overview()
    {
        var left = Function().Panels[0];
        var layers = left.Layers.Where(layer => layer is not LineLayer { Style: LineStyle.Thin } and not BandLayer { Strength: < 0.1 }).ToList();
        var intervals = new List<Layer>();
        for (var arm = 1; arm < 4; arm++)
        {
            var gain = Score(arm, 36) - Score(0, 36);
            intervals.Add(new IntervalLayer(Arms[arm], FigureColor.Arm1 + arm, [arm], [gain], [gain - 1.6], [gain + 1.8],
                [string.Create(CultureInfo.InvariantCulture, $"+{gain:F1} ({gain - 1.6:F1} to {gain + 1.8:F1})")]));
        }

        var right = new Panel
        {
            Heading = "Gain at month 36",
            Horizontal = new Axis("", 0.5, 3.5) { Categories = [.. Arms.Skip(1)] },
            Vertical = new Axis("ALSFRS-R points against untreated", -5, 25, 5),
            Layers = intervals,
        };
        return Figure("overview", "Early treatment preserves more function than late treatment", [], new Axis("", 0, 1), new Axis("", 0, 1)) with
        {
            Panels = [left with { Heading = "Function by arm", Layers = layers }, right],
            Columns = 2,
        };
    }

    public static Figure Figure(string id, string title, IReadOnlyList<Layer> layers, Axis? horizontal = null, Axis? vertical = null) => new()
    {
        Id = id,
        Title = title,
        Caption = "Median of 10,000 virtual patients an arm, counted until death or the end of follow-up at month 60. Bands hold 50 and 90 % of the patients alive; they show how patients differ, not how sure the median is (\u00b5 \u00b1 \u03c3).",
        AlternativeText = $"Alternative text of {id}.",
        Panels = [new Panel { Horizontal = horizontal ?? new Axis("Months", 0, 10), Vertical = vertical ?? new Axis("Points", 0, 10), Layers = layers }],
    };
}
