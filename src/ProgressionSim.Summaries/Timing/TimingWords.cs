using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Phrases about starts of treatment.</summary>
internal static class TimingWords
{
    /// <summary>What starts are counted from.</summary>
    public static string From(TimingPlan plan) => OutcomePhrases.Moment(plan.Start.At);

    /// <summary>What month 0 of outcomes is.</summary>
    public static string Origin(RunPlan plan) => OutcomePhrases.Origin(plan);

    /// <summary>A start in words: <c>3 months before symptom onset</c>.</summary>
    public static string Start(TimingPlan plan, double offset) => OutcomePhrases.Start(plan.Start.At, offset);

    /// <summary>A start in short: <c>+3</c>.</summary>
    public static string Short(double offset) => offset > 0 ? $"+{NumberText.ForFile(offset)}" : NumberText.ForFile(offset) ?? "";

    /// <summary>A month between starts, to a tenth, or which side of the examined starts it lies.</summary>
    public static string Month(TimingPlan plan, double months) => months switch
    {
        double.PositiveInfinity => $"later than {Short(plan.OffsetsMonths[^1])}",
        double.NegativeInfinity => $"before {Short(plan.OffsetsMonths[0])}",
        _ => Signed(months),
    };

    /// <summary>An interval of months: <c>-1.1 to -0.7</c>.</summary>
    public static string Range(TimingPlan plan, double low, double high) =>
        low.Equals(high) ? Month(plan, low) : $"{Month(plan, low)} to {Month(plan, high)}";

    /// <summary>A month that answers, with its Monte Carlo interval, and that of parameters when there is one.</summary>
    public static string WithIntervals(TimingPlan plan, MonthAnswer answer, ParameterInterval? parameters) =>
        $"month {Month(plan, answer.Months)} (95 % MC interval {Range(plan, answer.Low, answer.High)}"
        + (parameters is { } uncertain ? $"; {Range(plan, uncertain.Low, uncertain.High)} over the uncertain parameters)" : ")");

    private static string Signed(double months)
    {
        var text = NumberText.Fixed(months, 1);
        return months > 0 && text != "0.0" ? "+" + text : text;
    }
}
