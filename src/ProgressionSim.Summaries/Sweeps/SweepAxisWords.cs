using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Outcomes;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>One axis of a sweep in words and on paper.</summary>
internal sealed class SweepAxisWords
{
    private const double Even = 1e-6;

    // What the start is counted from; null for an axis that is no start of treatment.
    private readonly StartAt? moment;
    private readonly string unit;

    public SweepAxisWords(SweepPlan plan, SweepAxis axis)
    {
        Axis = axis;
        var bracket = axis.Label.LastIndexOf(" (", StringComparison.Ordinal);
        var hasUnit = bracket > 0 && axis.Label.EndsWith(')');
        Name = OutcomePhrases.Within(hasUnit ? axis.Label[..bracket] : axis.Label);
        unit = hasUnit ? axis.Label[(bracket + 2)..^1] : "";
        moment = MomentOf(plan, axis.Path);
        IsLogarithmic = axis.Values.Count > 2 && axis.Values[0] > 0 && IsEven([.. axis.Values.Select(value => Math.Log(value))]) && !IsEven(axis.Values);
    }

    public SweepAxis Axis { get; }

    /// <summary>Gets its name without unit, as within a sentence.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether it is the start of treatment in months from a moment.</summary>
    public bool IsStart => moment is not null;

    /// <summary>Gets a value indicating whether its values are evenly spaced by ratio, and not by difference.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Gets a round amount of it, for changes along it.</summary>
    public double Step => Math.Pow(10, Math.Min(0, Math.Floor(Math.Log10(Axis.Values[^1] - Axis.Values[0]))));

    /// <summary>Gets that amount in words: <c>month</c>, <c>0.1</c>.</summary>
    public string StepText => IsStart && Step.Equals(1) ? "month later" : $"{WithUnit(NumberText.Setting(Step))} more";

    /// <summary>A setting in words: <c>a start 3 months before symptom onset</c>, <c>knock-down 0.6</c>.</summary>
    public string Of(double value) => Of(value, NumberText.Setting(value));

    /// <summary>The same with the value as text, for one between examined ones.</summary>
    public string Of(double value, string text) => moment switch
    {
        null => $"{Name} {WithUnit(text)}",
        { } at when value == 0 => $"a start at {OutcomePhrases.Moment(at)}",
        { } at => $"a start {text.TrimStart('-')} month{(text.TrimStart('-') == "1" ? "" : "s")} {(value < 0 ? "before" : "after")} "
            + $"{OutcomePhrases.Moment(at)}",
    };

    /// <summary>The axis of points and lines.</summary>
    public Axis OfPoints()
    {
        var (low, high) = (Axis.Values[0], Axis.Values[^1]);
        return Axis.Values.Count == 1 ? new(Axis.Label, low - 0.5, low + 0.5) : new(Axis.Label, low, high, Ticks(high - low), IsLogarithmic);
    }

    /// <summary>The axis of whole cells.</summary>
    public Axis OfCells()
    {
        var edges = CellEdges.Of(Axis.Values);
        var (low, high) = IsLogarithmic ? CellEdges.LogarithmicEnds(Axis.Values) : (edges[0], edges[^1]);
        return new(Axis.Label, low, high, Ticks(high - low), IsLogarithmic);
    }

    /// <summary>A value where evenly spaced values are evenly apart.</summary>
    public double Place(double value) => IsLogarithmic ? Math.Log(value) : value;

    /// <summary>The value at such a place.</summary>
    public double Value(double place) => IsLogarithmic ? Math.Exp(place) : place;

    private static StartAt? MomentOf(SweepPlan plan, string path)
    {
        if (!path.StartsWith("arms[", StringComparison.Ordinal) || !path.EndsWith("start.offsetMonths", StringComparison.Ordinal))
        {
            return null;
        }

        var name = path["arms[".Length..Math.Max(path.IndexOf(']', StringComparison.Ordinal), "arms[".Length)];
        var arm = plan.Run.Arms.FirstOrDefault(each => each.Name == name) ?? plan.Run.Arms[plan.Question.Arm];
        return arm.Treatments.Count == 0 ? null : arm.Treatments[0].Start.At;
    }

    private static bool IsEven(IReadOnlyList<double> values)
    {
        var step = (values[^1] - values[0]) / (values.Count - 1);
        return values.Select((value, i) => Math.Abs(value - values[0] - (i * step))).All(off => off <= Even * step);
    }

    private string WithUnit(string text) => unit.Length == 0 || unit == "share" ? text : $"{text} {(text == "1" && unit == "months" ? "month" : unit)}";

    private double? Ticks(double span) => IsStart && span is > 6 and <= 48 ? (span > 24 ? 6 : 3) : null;
}
