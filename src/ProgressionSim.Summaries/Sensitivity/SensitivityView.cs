using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>A sensitivity analysis as figures and texts look at it.</summary>
/// <param name="result">The result.</param>
internal sealed class SensitivityView(SensitivityResult result)
{
    public SensitivityResult Result => result;

    public SensitivityPlan Plan => result.Plan;

    public OutcomeWords Words { get; } = OutcomeWords.Of(result.Plan.Question.Outcome);

    /// <summary>Gets the short names of the parameters.</summary>
    public IReadOnlyList<string> Names { get; } = ParameterNames.Short([.. result.Plan.Parameters.Select(parameter => parameter.Path)]);

    /// <summary>Gets the number that titles are about: the benefit, or the outcome where there is none.</summary>
    public SensitivityAnswer Main => result.Answers[0];

    /// <summary>Gets the numbers that figures compare: the benefit and the outcome of arm 0.</summary>
    public IReadOnlyList<SensitivityAnswer> Shown { get; } = [.. result.Answers.Where(answer => answer.Of != SensitivityOf.Arm)];

    public string ArmName => result.Plan.Run.Arms[result.Plan.Question.Arm].Name;

    public string ReferenceName => result.Plan.Run.Arms[0].Name;

    public int Months => result.Plan.Question.Rules.Months;

    /// <summary>What a number is, as a heading: <c>Life gained</c>, <c>Survival of untreated</c>.</summary>
    public string Quantity(SensitivityAnswer answer) => answer.Of switch
    {
        SensitivityOf.Benefit => Words.Gain,
        SensitivityOf.Reference => $"{OutcomePhrases.Capital(Words.Noun)}, {ReferenceName}",
        _ => $"{OutcomePhrases.Capital(Words.Noun)}, {ArmName}",
    };

    public string Unit(SensitivityAnswer answer) => answer.Of == SensitivityOf.Benefit ? Words.GainUnit : Words.ValueUnit;

    public string Label(SensitivityAnswer answer) => answer.Of == SensitivityOf.Benefit ? Words.GainAxis : Words.ValueAxis;

    /// <summary>True when a number has effects or shares, and they are not all 0.</summary>
    public bool Depends(SensitivityAnswer answer) =>
        Plan.Method == SensitivityMethod.Sobol
            ? answer.Sobol?.Status == FitStatus.Estimated
            : answer.Morris is { Status: FitStatus.Estimated } morris && morris.Effects.Any(effect => effect.MuStar > 0);

    /// <summary>True when a number is the same at every point.</summary>
    public bool IsConstant(SensitivityAnswer answer) =>
        !Depends(answer) && answer.Tornado.Status == FitStatus.Estimated && answer.Tornado.Bars.All(bar => bar.Width.Equals(0))
            && answer.Morris?.Status != FitStatus.NotEstimable;

    /// <summary>Parameters by their importance, most important first: by total index or mu*.</summary>
    public IReadOnlyList<int> Order(SensitivityAnswer answer) => Depends(answer)
        ? [.. Enumerable.Range(0, Names.Count).OrderByDescending(parameter => Importance(answer, parameter).Value)]
        : [.. Enumerable.Range(0, Names.Count)];

    /// <summary>Total index, or mu* in the unit of figures, with its interval. Only for a number that depends on something.</summary>
    public (double Value, double Low, double High) Importance(SensitivityAnswer answer, int parameter)
    {
        if (answer.Sobol is { } sobol)
        {
            var total = sobol.Total[parameter];
            return (total.Value, total.Low, total.High);
        }

        var effect = answer.Morris!.Effects[parameter];
        return (Words.Scale * effect.MuStar, Words.Scale * effect.MuStarLow, Words.Scale * effect.MuStarHigh);
    }

    /// <summary>Parameters that lead: the most important, and those that its interval does not tell from it; at most three.</summary>
    public IReadOnlyList<int> Leading(SensitivityAnswer answer)
    {
        var order = Order(answer);
        var low = Importance(answer, order[0]).Low;
        return [.. order.TakeWhile((parameter, place) => place == 0 || Importance(answer, parameter).High > low).Take(3)];
    }

    /// <summary>Output in the unit of figures.</summary>
    public double Scaled(double value) => Words.Scale * value;
}
