using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Tests;

/// <summary>Made-up figures of the kinds that experiments show.</summary>
internal static class ExperimentFigures
{
    public static readonly string[] Parameters =
    [
        "disease.spread.ratePerMonth", "treatments.tofersenLikeAntisense.pharmacodynamics.halfMaximalConcentration", "disease.compensation", "population.onsetAgeYears.median",
    ];

    private static readonly double[] Starts = [.. Enumerable.Range(-24, 61).Select(month => (double)month)];

    public static IReadOnlyList<Figure> All => [Timing(), Map(), Variance(), Tornado(), Indices(), Evidence(), Beside()];

    public static Figure Timing() => SampleFigures.Figure("timing", "Waiting until month 4.2 keeps 80 % of the benefit", TimingLayers(), StartAxis, new Axis("ALSFRS-R points kept", 0, 20, 5));

    public static Figure Map()
    {
        double[] x = [-6, 0, 3, 6, 12, 18, 24];
        double[] y = [0.1, 0.25, 0.5, 0.75, 0.9];
        double[][] values = [.. y.Select(b => x.Select(a => b > 0.8 && a < 3 ? double.NaN : (5 * b) - (0.35 * a * (1 - b)) - 1.2).ToArray())];
        var (columns, rows) = (CellEdges.Of(x), CellEdges.Of(y));
        return SampleFigures.Figure(
            "map",
            "An early start makes up for a weaker drug",
            [
                new HeatMapLayer("Difference in survival (months)", x, y, values),
                new ContourLayer("Equal benefit", FigureColor.Arm1, [new ContourLine(0, "none", MarchingSquares.Trace(x, y, values, 0))]),
            ],
            new Axis("Treatment start (months)", columns[0], columns[^1], 6),
            new Axis("Knock-down (fraction)", rows[0], rows[^1], 0.25));
    }

    public static Figure Variance() => SampleFigures.Figure(
        "variance",
        "Most of the variance is between patients",
        [
            new StackedBarLayer(
            [
                new("Neuron-level chance", FigureColor.Arm2, FillPattern.Plain, [1.2, 18], ["1.2 %", "18 %"]),
                new("Patients", FigureColor.Arm4, FillPattern.Rising, [98.5, 60], ["98.5 %", "60 %"]),
                new("Parameters", FigureColor.Stressed, FillPattern.Dotted, [0.3, 22], ["0.3 %", "22 %"]),
            ]),
        ],
        new Axis("Share of variance (%)", 0, 100, 25),
        Axis.OfNames("", ["Survival (months)", "ALSFRS-R total"]));

    public static Figure Tornado() => SampleFigures.Figure(
        "tornado",
        "The benefit depends most on the speed of spread",
        [
            new RangeBarLayer("Low end", "High end", 6.2, [2.1, 5.3, 6.9, 6.2], [9.9, 7.3, 7.4, 6.2], ["0.04", "0.2 mg/L", "off", "48"], ["0.09", "1.9 mg/L", "on", "63"]),
            new MarkerLayer("Base case 6.2", FigureColor.Arm1, 6.2),
        ],
        new Axis("ALSFRS-R points kept", 2, 10, 2),
        Axis.OfNames("", Parameters));

    public static Figure Indices() => SampleFigures.Figure(
        "indices",
        "Two parameters explain most",
        [
            new IntervalLayer("First-order index", FigureColor.Arm2, [0.42, 0.2, 0.1, 0], [0.82, 1.82, 2.82, 3.82], [0.38, 0.16, 0.06, -0.04], [0.46, 0.24, 0.14, 0.04], [], Horizontal: true),
            new IntervalLayer("Total index", FigureColor.Arm3, [0.8, 0.3, 0.15, 0.01], [1.18, 2.18, 3.18, 4.18], [0.7, 0.26, 0.1, -0.04], [0.8, 0.34, 0.2, 0.06], ["0.80", "0.30", "0.15", "0.01"], Horizontal: true),
        ],
        new Axis("Sobol index", -0.1, 0.8, 0.2),
        Axis.OfNames("", Parameters));

    /// <summary>Names in words with two lines of numbers at the right, one point beyond the axis.</summary>
    public static Figure Evidence() => SampleFigures.Figure(
        "evidence",
        "One of two lies inside",
        [
            new BandLayer("Published interval", FigureColor.Neutral, [-1, 1], [0.5, 0.5], [2.5, 2.5]),
            new IntervalLayer("Inside", FigureColor.Arm2, [0.3], [1], [-0.2], [0.8], [], Horizontal: true),
            new PointLayer("Outside", FigureColor.Arm3, [3], [2], PointSymbol.ArrowRight) { Texts = ["4.7"] },
        ],
        new Axis("Half-widths of the interval", -3, 3, 1),
        Axis.OfNames("", ["Mean slope of the ALSFRS-R in the first two years after diagnosis (points per month)", "Share of motor neurons lost at death"]) with
        {
            RowTexts = ["published -1.03 (-1.24 to -0.81)\npredicted -0.97 (-1.02 to -0.91)", "published 0.55 (0.45 to 0.65)\npredicted 0.91 (0.86 to 0.95)"],
        });

    /// <summary>Two narrow panels, where names have least room.</summary>
    public static Figure Beside() => Tornado() with { Id = "beside", Panels = [Timing().Panels[0] with { Heading = "Timing" }, Tornado().Panels[0], Map().Panels[0], Indices().Panels[0]], Columns = 2 };

    public static Axis StartAxis => new("Treatment start (months since symptom onset)", -24, 36, 6);

    private static Layer[] TimingLayers() =>
    [
        new SpanLayer("More than 10 % clamped", FigureColor.Neutral, -24, -14),
        new BandLayer("95 % with parameter uncertainty", FigureColor.Arm2, Starts, Scaled(0.75, -0.3), Scaled(1.25, 0.4), 0.13, Outlined: true),
        new BandLayer("95 % Monte Carlo", FigureColor.Arm2, Starts, Scaled(1, -0.4), Scaled(1, 0.4), 0.38),
        new LineLayer("Benefit", FigureColor.Arm2, Starts, Scaled(1, 0)),
        new MarkerLayer("Window of opportunity 4.2 months (95 % 3.1 to 5.0)", FigureColor.Arm3, 4.2, 3.1, 5.0),
        new MarkerLayer("Point of no return 18 months (95 % 14 to beyond 36)", FigureColor.Neutral, 18, 14, double.PositiveInfinity),
    ];

    private static double[] Scaled(double factor, double shift) => [.. Starts.Select(start => (factor * 14 / (1 + Math.Exp((start - 6) / 6.5))) + shift)];
}
