using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>A timing result as figures and texts look at it.</summary>
/// <param name="result">The result.</param>
internal sealed class TimingView(TimingResult result)
{
    public TimingResult Result => result;

    public TimingPlan Plan => result.Plan;

    /// <summary>Gets the outcome that answers are about.</summary>
    public int Outcome => result.Plan.Question.Outcome;

    public OutcomeWords Words { get; } = OutcomeWords.Of(result.Plan.Question.Outcome);

    /// <summary>Gets the curve that answers are about.</summary>
    public DelayCurve Main => result.Curve(0, Outcome);

    public IReadOnlyList<double> Offsets => result.Plan.OffsetsMonths;

    /// <summary>Gets the start that sentences are about: the one at the moment itself, else the earliest that is what it says, else the latest.</summary>
    public int Spoken { get; } = SpokenOf(result);

    public string ReferenceName => result.Run.Arms[0].Name;

    /// <summary>Interval of a benefit over uncertain parameters; null when none are uncertain.</summary>
    public ParameterInterval? Parameters(int group, int outcome, int start) => result.Uncertainty?.Benefit(group, outcome, start);

    public ParameterInterval? Window(int group, int outcome) => result.Uncertainty?.Window(group, outcome);

    public ParameterInterval? PointOfNoReturn(int group, int outcome) => result.Uncertainty?.PointOfNoReturn(group, outcome);

    public ParameterInterval? CostOfDelay(int group, int outcome, int start) =>
        result.Curve(group, outcome).CostsOfDelay[start] is null ? null : result.Uncertainty?.CostOfDelay(group, outcome, start);

    /// <summary>True when there is a benefit at the earliest start that chance does not explain.</summary>
    public bool HasBenefit(int group, int outcome) => result.Curve(group, outcome).Benefits[0].Low > 0;

    /// <summary>Outcomes in the order of reports, that of the plan first.</summary>
    public IEnumerable<int> Outcomes() => Enumerable.Range(0, OutcomeCatalogue.Count).OrderBy(outcome => outcome == Outcome ? -1 : outcome);

    private static int SpokenOf(TimingResult result)
    {
        var offsets = result.Plan.OffsetsMonths.ToList();
        var zero = offsets.IndexOf(0);
        if (zero >= 0)
        {
            return zero;
        }

        var kept = offsets.FindIndex(offset => !result.IsClamped(0, offsets.IndexOf(offset)));
        return kept >= 0 ? kept : offsets.Count - 1;
    }
}
