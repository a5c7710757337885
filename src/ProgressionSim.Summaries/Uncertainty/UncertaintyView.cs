using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>A result with uncertain parameters as figures and texts look at it.</summary>
/// <param name="result">The result.</param>
internal sealed class UncertaintyView(UncertaintyResult result)
{
    public UncertaintyResult Result => result;

    public int Outcome => result.Question.Outcome;

    /// <summary>Gets the arm that answers are about; 0 when there is no other.</summary>
    public int Arm => result.Question.Arm;

    public OutcomeWords Words { get; } = OutcomeWords.Of(result.Question.Outcome);

    public int Arms => result.Run.Arms.Count;

    /// <summary>Arms that can gain over the first.</summary>
    public IEnumerable<int> Others => Enumerable.Range(1, Arms - 1);

    public int Months => result.Question.Rules.Months;

    public int Draws => result.Uncertainty.Draws.Count;

    public long Patients => result.Record.Patients(0);

    public string NameOf(int arm) => result.Run.Arms[arm].Name;

    /// <summary>Mean of an outcome with the scenario's own values.</summary>
    public Estimate Mean(int group, int arm, int outcome) => result.Record.Mean(group, arm, outcome);

    /// <summary>The same over the draws of the parameters.</summary>
    public ParameterInterval MeanOverParameters(int group, int arm, int outcome) =>
        result.Uncertainty.Interval(replicate => result.Uncertainty.Mean(replicate, group, arm, outcome));

    /// <summary>Gain over the first arm with the scenario's own values.</summary>
    public Estimate Benefit(int group, int arm, int outcome) => result.Record.Benefit(group, arm, 0, outcome);

    /// <summary>The same over the draws of the parameters.</summary>
    public ParameterInterval BenefitOverParameters(int group, int arm, int outcome) =>
        result.Uncertainty.Interval(replicate => result.Uncertainty.Benefit(replicate, group, arm, 0, outcome));

    /// <summary>Share of the draws in which an arm gains something.</summary>
    public double ShareWithGain(int arm, int outcome) =>
        Enumerable.Range(0, Draws).Count(replicate => result.Uncertainty.Benefit(replicate, 0, arm, 0, outcome) > 0) / (double)Draws;

    /// <summary>Both intervals in words: <c>95 % MC interval 9.8 to 10.6; 4 to 15 over the uncertain parameters</c>.</summary>
    public static string Intervals(OutcomeWords words, Estimate estimate, ParameterInterval parameters) =>
        $"95 % MC interval {words.Range(estimate.Low, estimate.High, estimate.StandardError)}; "
            + (parameters.Low.Equals(parameters.High) ? "the uncertain parameters do not change it" : $"{Range(words, parameters)} over the uncertain parameters");

    /// <summary>An interval over the parameters.</summary>
    public static string Range(OutcomeWords words, ParameterInterval parameters) => !double.IsFinite(parameters.Low) || !double.IsFinite(parameters.High)
        ? "-"
        : parameters.Low.Equals(parameters.High)
            ? words.Number(parameters.Low, 0)
            : words.Range(parameters.Low, parameters.High, (parameters.High - parameters.Low) / 20);
}
