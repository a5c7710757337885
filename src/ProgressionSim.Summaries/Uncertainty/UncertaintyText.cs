using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>The answer of a result with uncertain parameters and the findings that support it.</summary>
internal static class UncertaintyText
{
    /// <summary>The finding in one sentence without a full stop, for titles.</summary>
    public static string Headline(UncertaintyView view)
    {
        var words = view.Words;
        if (view.Arm == 0)
        {
            var (mean, values) = (view.Mean(0, 0, view.Outcome), view.MeanOverParameters(0, 0, view.Outcome));
            return $"{OutcomePhrases.Capital(words.Noun)} of {view.NameOf(0)} is {words.WithInterval(mean)} {words.ValueUnit} by Monte Carlo, "
                + $"{UncertaintyView.Range(words, values)} over the uncertain parameters";
        }

        var (benefit, parameters) = (view.Benefit(0, view.Arm, view.Outcome), view.BenefitOverParameters(0, view.Arm, view.Outcome));
        if (benefit.Low <= 0 && benefit.High >= 0)
        {
            return $"No benefit of {view.NameOf(view.Arm)} in {words.Noun} beyond simulation noise: {words.WithInterval(benefit)} {words.GainUnit}; "
                + $"{UncertaintyView.Range(words, parameters)} over the uncertain parameters";
        }

        var gains = $"{view.NameOf(view.Arm)} {(benefit.Value > 0 ? "gains" : "loses")} "
            + $"{words.Number(Math.Abs(benefit.Value), benefit.StandardError)} {words.GainUnit}";
        var isSure = parameters.Low > 0 == parameters.High > 0;
        return isSure
            ? $"{gains} ({UncertaintyView.Intervals(words, Positive(benefit), Positive(parameters, benefit.Value))})"
            : $"{gains} with the scenario's own values; the uncertain parameters leave open whether it gains at all "
                + $"({UncertaintyView.Range(words, parameters)})";
    }

    /// <summary>What the arm gains with both intervals, and what the variance of a patient's outcome comes from.</summary>
    public static string Answer(UncertaintyView view)
    {
        if (view.Patients == 0)
        {
            return $"None of the {NumberText.Count(view.Result.Run.Patients)} simulated patients reached {OutcomePhrases.Origin(view.Result.Run)}, so there "
                + "is nothing to report.";
        }

        return $"In this model and under these assumptions, {Continued(view)} by month {view.Months}." + (view.Arm == 0 ? "" : $" {Gains(view, view.Arm)}")
            + (Variance(view, view.Arm) is { } variance ? " " + variance : "");
    }

    /// <summary>One sentence or two each.</summary>
    public static IReadOnlyList<string> Findings(UncertaintyView view)
    {
        if (view.Patients == 0)
        {
            return [];
        }

        return
        [
            $"{OutcomePhrases.Capital(view.Words.Noun)} by arm ({view.Words.ValueUnit}): " + string.Join("; ", Enumerable.Range(0, view.Arms).Select(arm =>
                $"{view.NameOf(arm)} {view.Words.Number(view.Mean(0, arm, view.Outcome).Value, view.Mean(0, arm, view.Outcome).StandardError)} "
                + $"({UncertaintyView.Intervals(view.Words, view.Mean(0, arm, view.Outcome), view.MeanOverParameters(0, arm, view.Outcome))})")) + ".",
            .. view.Others.Where(arm => arm != view.Arm).Select(arm => $"{view.NameOf(arm)} against {view.NameOf(0)}: {Gain(view, arm, view.Outcome)}. "
                + $"{Gains(view, arm)}"),
            .. view.Arm == 0 ? Array.Empty<string>() : [$"Other gains of {view.NameOf(view.Arm)}: "
                + $"{string.Join("; ", Others(view).Select(outcome => Gain(view, view.Arm, outcome)))}."],
            .. Enumerable.Range(0, view.Arms).Where(arm => arm != view.Arm).Select(arm => Variance(view, arm)).OfType<string>(),
            $"{NumberText.Count(view.Patients)} simulated patients were analysed with the scenario's own values (95 % Monte Carlo, MC, intervals), and "
                + $"{NumberText.Count(view.Result.Uncertainty.Plan.Patients)} in each of "
                + $"{NumberText.Count(view.Draws)} draws of {NumberText.Count(view.Result.Uncertainty.Plan.Parameters.Count)} uncertain parameters; intervals "
                + "over the parameters hold the middle 95 % of the draws.",
        ];
    }

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(UncertaintyView view) =>
    [
        OutcomePhrases.Simulation,
        OutcomePhrases.MonteCarlo,
        "Only the parameters that the scenario states are uncertain, with the distributions that it assumes; the structure of the model and all other "
            + "settings are taken as true. Intervals over the parameters are no wider than that.",
        $"Each draw of the parameters is simulated with the same {NumberText.Count(view.Result.Uncertainty.Plan.Patients)} patients, fewer than are analysed "
            + "with the scenario's own values: intervals over the parameters carry some chance of these "
            + $"patients, and their ends, from {NumberText.Count(view.Draws)} draws, are rough. The scenario's own values need not lie in the middle "
            + "of the draws.",
        OutcomePhrases.Counting(view.Result.Run, view.Months),
        "The split of the variance is of one patient's outcome, not of a mean over patients: how much of it is chance says how well a single course could be "
            + "foretold at best.",
    ];

    /// <summary>A gain with both intervals: <c>life gained 10.2 months of life (...)</c>.</summary>
    public static string Gain(UncertaintyView view, int arm, int outcome)
    {
        var (words, benefit) = (OutcomeWords.Of(outcome), view.Benefit(0, arm, outcome));
        return $"{OutcomePhrases.Within(words.Gain)} {words.Amount(benefit.Value, benefit.StandardError)} "
            + $"({UncertaintyView.Intervals(words, benefit, view.BenefitOverParameters(0, arm, outcome))})";
    }

    /// <summary>A few other outcomes that most readers ask for.</summary>
    public static IEnumerable<int> Others(UncertaintyView view) =>
        new[] { OutcomeCatalogue.SurvivalMonths, OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.WalkingMonths, OutcomeCatalogue.MotorNeurons }
            .Where(outcome => outcome != view.Outcome).Take(3);

    private static string Continued(UncertaintyView view)
    {
        var headline = Headline(view);
        return headline.StartsWith(view.NameOf(view.Arm) + " ", StringComparison.Ordinal) ? headline : OutcomePhrases.Within(headline);
    }

    private static string Gains(UncertaintyView view, int arm)
    {
        var gaining = (int)Math.Round(view.ShareWithGain(arm, view.Outcome) * view.Draws);
        return $"It gains something in {NumberText.Count(gaining)} of {NumberText.Count(view.Draws)} draws of the parameters.";
    }

    private static string? Variance(UncertaintyView view, int arm)
    {
        var found = view.Result.Uncertainty.Variances.FirstOrDefault(variance => variance.Arm == arm && variance.Split.Status == FitStatus.Estimated);
        if (found is null)
        {
            return null;
        }

        string Share(Experiments.Uncertainty.VarianceComponent component) => NumberText.Percent(component.ShareOfTotal, 0);
        return $"Of the variance of one patient's {view.Words.Noun} in {view.NameOf(arm)}, {Share(found.Split.Patients)} comes from differences between "
            + $"patients, {Share(found.Split.Chance)} from chance and "
            + $"{Share(found.Split.Parameters)} from the uncertain parameters.";
    }

    private static Estimate Positive(Estimate estimate) => estimate with { Value = Math.Abs(estimate.Value) };

    private static Experiments.Uncertainty.ParameterInterval Positive(Experiments.Uncertainty.ParameterInterval interval, double sign) =>
        sign > 0 ? interval : new(-interval.Median, -interval.High, -interval.Low);
}
