using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>Outcomes in words. Shares are said in percentage points.</summary>
internal sealed record OutcomeWords
{
    private OutcomeWords(Outcome outcome, string noun, string gain, string gainUnit)
    {
        (Outcome, Noun, Gain, GainUnit) = (outcome, noun, gain, gainUnit);
        Scale = outcome.IsShare ? 100 : 1;
    }

    /// <summary>Gets the outcome.</summary>
    public Outcome Outcome { get; }

    /// <summary>Gets what it is: <c>survival</c>.</summary>
    public string Noun { get; }

    /// <summary>Gets what a benefit in it is, for axes, without unit: <c>Life gained</c>.</summary>
    public string Gain { get; }

    /// <summary>Gets the unit of a benefit: <c>months of life</c>.</summary>
    public string GainUnit { get; }

    /// <summary>Gets what a value is multiplied by to be in that unit.</summary>
    public double Scale { get; }

    /// <summary>Gets the label of an axis of benefits.</summary>
    public string GainAxis => Outcome.Unit == "months" ? $"{Gain} (months)" : $"{Gain} ({GainUnit})";

    /// <summary>Gets the label of an axis of the outcome itself.</summary>
    public string ValueAxis => $"{OutcomePhrases.Capital(Noun)} ({ValueUnit})";

    /// <summary>The words of an outcome.</summary>
    /// <param name="outcome">Its number.</param>
    public static OutcomeWords Of(int outcome)
    {
        var of = OutcomeCatalogue.All[outcome];
        return outcome switch
        {
            OutcomeCatalogue.SurvivalMonths => new(of, "survival", "Life gained", "months of life"),
            OutcomeCatalogue.Alive => new(of, "survival", "More patients alive", "percentage points"),
            OutcomeCatalogue.SymptomFree => new(of, "freedom from symptoms", "More patients free of symptoms", "percentage points"),
            OutcomeCatalogue.AlsfrsTotal => new(of, "ALSFRS-R", "ALSFRS-R kept", "points"),
            OutcomeCatalogue.AlsfrsArea => new(of, "area under the ALSFRS-R", "ALSFRS-R area kept", "point-months"),
            OutcomeCatalogue.MotorNeurons => new(of, "living motor neurons", "Motor neurons saved", "motor neurons"),
            OutcomeCatalogue.WalkingMonths => new(of, "months of walking", "Walking kept", "months of walking"),
            OutcomeCatalogue.SpeakingMonths => new(of, "months of intelligible speech", "Speech kept", "months of speech"),
            OutcomeCatalogue.BreathingMonths => new(of, "months of own breathing", "Own breathing kept", "months of own breathing"),
            OutcomeCatalogue.Recovery => new(of, "recovery", "More patients who recover", "percentage points"),
            OutcomeCatalogue.RecoveryPoints => new(of, "points recovered", "ALSFRS-R recovered", "points"),
            _ => new(of, "neurofilament in CSF", "Neurofilament lowered", "pg/mL"),
        };
    }

    /// <summary>Gets the unit of the outcome itself: <c>months</c>, <c>% of patients</c>.</summary>
    public string ValueUnit => Outcome.IsShare ? "% of patients" : Outcome.Unit;

    /// <summary>An amount of benefit with its unit: <c>16.8 months of life</c>.</summary>
    /// <param name="value">The amount, in the outcome's own unit.</param>
    /// <param name="standardError">Its standard error, which sets the decimals.</param>
    public string Amount(double value, double standardError) => $"{Number(value, standardError)} {GainUnit}";

    /// <summary>An amount without its unit.</summary>
    /// <param name="value">The amount, in the outcome's own unit.</param>
    /// <param name="standardError">Its standard error, which sets the decimals.</param>
    public string Number(double value, double standardError) => NumberText.Fixed(Scale * value, NumberText.DecimalsFor(Scale * standardError));

    /// <summary>A 95 % interval: <c>16.5 to 17.1</c>.</summary>
    /// <param name="low">Lower end, in the outcome's own unit.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="standardError">Standard error, which sets the decimals.</param>
    public string Range(double low, double high, double standardError) => $"{Number(low, standardError)} to {Number(high, standardError)}";

    /// <summary>An estimate with its interval: <c>16.8 (16.5 to 17.1)</c>.</summary>
    public string WithInterval(Estimate estimate) =>
        double.IsFinite(estimate.Value) ? $"{Number(estimate.Value, estimate.StandardError)} "
            + $"({Range(estimate.Low, estimate.High, estimate.StandardError)})" : "-";
}
