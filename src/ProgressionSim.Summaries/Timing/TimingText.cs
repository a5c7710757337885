using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>The answer of a timing experiment and the findings that support it.</summary>
internal static class TimingText
{
    // Below it a standard error is itself mostly chance, and with one patient it is 0.
    private const int FewPatients = 20;

    /// <summary>The finding in one sentence without a full stop, for titles.</summary>
    public static string Headline(TimingView view)
    {
        var (words, start, main) = (view.Words, view.Spoken, view.Main);
        if (!view.HasBenefit(0, view.Outcome))
        {
            return $"No benefit of treatment in {words.Noun} beyond simulation noise at any examined start counted from {TimingWords.From(view.Plan)}";
        }

        return SteepestCost(view) is { } steepest
            ? $"Each month of waiting costs up to {words.Amount(steepest.Cost.Value, steepest.Cost.StandardError)} "
                + $"({Intervals(view, steepest.Cost, view.CostOfDelay(0, view.Outcome, steepest.Start))})"
            : $"Treatment started {TimingWords.Start(view.Plan, view.Offsets[start])} gains "
                + $"{words.Amount(main.Benefits[start].Value, main.Benefits[start].StandardError)}";
    }

    /// <summary>What a start gains, what waiting costs then, and until when most of the benefit is kept.</summary>
    public static string Answer(TimingView view)
    {
        if (view.Result.Record.Patients(0) == 0)
        {
            return $"None of the {NumberText.Count(view.Plan.Run.Patients)} simulated patients reached {TimingWords.Origin(view.Plan.Run)}, so there is "
                + "nothing to report.";
        }

        var (words, start) = (view.Words, view.Spoken);
        var benefit = view.Main.Benefits[start];
        var opening = $"In this model and under these assumptions, treatment started {TimingWords.Start(view.Plan, view.Offsets[start])} "
            + $"{(benefit.Value < 0 ? "loses" : "gains")} {words.Amount(Math.Abs(benefit.Value), benefit.StandardError)} against {view.ReferenceName} by "
            + $"month {view.Plan.Question.Rules.Months} "
            + $"({SizeIntervals(view, benefit, view.Parameters(0, view.Outcome, start))}).{PutOff(view, start)}";
        var cost = start < view.Main.CostsOfDelay.Count && view.Main.CostsOfDelay[start] is { } found
            ? $" Each month of waiting from then on {(found.Value < 0 ? "saves" : "costs")} {words.Amount(Math.Abs(found.Value), found.StandardError)} "
                + $"({SizeIntervals(view, found, view.CostOfDelay(0, view.Outcome, start))})."
            : "";
        return opening + cost + (view.HasBenefit(0, view.Outcome) ? " " + Window(view, 0) : "");
    }

    /// <summary>One sentence or two each.</summary>
    public static IReadOnlyList<string> Findings(TimingView view)
    {
        if (view.Result.Record.Patients(0) == 0)
        {
            return [];
        }

        var findings = new List<string>();
        if (SteepestCost(view) is { } steepest && view.HasBenefit(0, view.Outcome))
        {
            findings.Add($"Waiting costs most from {TimingWords.Short(view.Offsets[steepest.Start])} to "
                + $"{TimingWords.Short(view.Offsets[steepest.Start + 1])} months: "
                + $"{view.Words.Amount(steepest.Cost.Value, steepest.Cost.StandardError)} for each month "
                + $"({Intervals(view, steepest.Cost, view.CostOfDelay(0, view.Outcome, steepest.Start))}).");
        }

        findings.Add(PointOfNoReturn(view));
        findings.AddRange(Subgroups(view));
        findings.AddRange(Other(view));
        if (view.Plan.Triggers.Count > 0)
        {
            findings.Add(BestTrigger(view));
        }

        var patients = view.Result.Record.Patients(0);
        findings.Add($"{NumberText.Count(patients)} simulated {(patients == 1 ? "patient was" : "patients were")} analysed, the same at every start and without "
            + $"it{(patients < FewPatients ? ", too few for the intervals to mean anything" : "")}; "
            + "MC intervals are 95 % Monte Carlo intervals, that is the chance of the simulation only"
            + (view.Result.Uncertainty is { } uncertain
                ? $"; intervals over the uncertain parameters hold 95 % of {NumberText.Count(uncertain.Record.Draws.Count)} draws of these parameters."
                : ", not uncertainty about the parameters (the scenario states none)."));
        return findings;
    }

    /// <summary>The greatest cost of a month of waiting; null when no start is free of clamping.</summary>
    public static (int Start, Estimate Cost)? SteepestCost(TimingView view)
    {
        (int Start, Estimate Cost)? steepest = null;
        for (var start = 0; start < view.Main.CostsOfDelay.Count; start++)
        {
            if (view.Main.CostsOfDelay[start] is { } cost && (steepest is null || cost.Value > steepest.Value.Cost.Value))
            {
                steepest = (start, cost);
            }
        }

        return steepest;
    }

    /// <summary>The window of a group in a sentence.</summary>
    public static string Window(TimingView view, int group)
    {
        var (curve, share) = (view.Result.Curve(group, view.Outcome), NumberText.Percent(view.Plan.WindowKeepsShare, 0));
        var earliest = $"the benefit of the earliest examined start ({TimingWords.Short(view.Offsets[0])} months)";
        return curve.Window.Months switch
        {
            double.PositiveInfinity => $"Every examined start, up to {TimingWords.Short(view.Offsets[^1])} months, keeps at least {share} of {earliest}.",
            double.NegativeInfinity => "There is no benefit to keep at the earliest start.",
            _ => $"{share} of {earliest} is kept by starts up to {TimingWords.WithIntervals(view.Plan, curve.Window, view.Window(group, view.Outcome))} from "
                + $"{TimingWords.From(view.Plan)}.",
        };
    }

    private static string PointOfNoReturn(TimingView view)
    {
        var amount = $"{view.Words.Amount(view.Plan.SmallestBenefit, view.Plan.SmallestBenefit / 10)}, the smallest benefit the scenario counts";
        return view.Main.PointOfNoReturn.Months switch
        {
            double.PositiveInfinity => $"No point of no return up to {TimingWords.Short(view.Offsets[^1])} months: even the latest examined start gains at "
                + $"least {amount}.",
            double.NegativeInfinity => $"No examined start gains {amount}.",
            _ => $"Point of no return: after {TimingWords.WithIntervals(view.Plan, view.Main.PointOfNoReturn, view.PointOfNoReturn(0, view.Outcome))} "
                + $"treatment gains less than {amount}.",
        };
    }

    private static IEnumerable<string> Subgroups(TimingView view)
    {
        var groups = Enumerable.Range(1, view.Result.Record.Groups.Count - 1).Where(group => view.Result.Record.Patients(group) > 0).ToArray();
        if (groups.Length == 0)
        {
            yield break;
        }

        var parts = groups.Select(group =>
        {
            var benefit = view.Result.Curve(group, view.Outcome).Benefits[view.Spoken];
            var window = view.Result.Curve(group, view.Outcome).Window;
            return $"{view.Result.Record.Groups[group].Name} {view.Words.WithInterval(benefit)}, "
                + (view.HasBenefit(group, view.Outcome) ? $"window to {TimingWords.Month(view.Plan, window.Months)}" : "no benefit to keep");
        });
        yield return $"By subgroup, gain in {view.Words.GainUnit} when started {TimingWords.Start(view.Plan, view.Offsets[view.Spoken])}, with its 95 % "
            + "MC interval, "
            + $"and latest start that keeps {NumberText.Percent(view.Plan.WindowKeepsShare, 0)}: {string.Join("; ", parts)}.";
    }

    private static IEnumerable<string> Other(TimingView view)
    {
        int[] spoken = [OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.WalkingMonths, OutcomeCatalogue.BreathingMonths, OutcomeCatalogue.SymptomFree,
            OutcomeCatalogue.Recovery];
        var parts = spoken.Where(outcome => outcome != view.Outcome).Select(outcome =>
        {
            var (words, curve) = (OutcomeWords.Of(outcome), view.Result.Curve(0, outcome));
            return $"{words.Gain.ToLowerInvariant().Replace("alsfrs-r", "ALSFRS-R", StringComparison.Ordinal)} "
                + $"{words.Number(curve.Benefits[view.Spoken].Value, curve.Benefits[view.Spoken].StandardError)} {words.GainUnit}";
        });
        yield return $"Other outcomes of that start: {string.Join("; ", parts)}.";
    }

    private static string BestTrigger(TimingView view)
    {
        var best = view.Result.Triggers.MaxBy(trigger => Benefit(view, trigger).Value)!;
        if (Benefit(view, best).Low <= 0)
        {
            return "No trigger of those compared gains anything beyond simulation noise.";
        }

        var starts = view.Result.Record.Starts(0, best.Arm);
        return $"Best trigger of those compared: {best.Trigger.Name}, gaining {view.Words.WithInterval(Benefit(view, best))} {view.Words.GainUnit}; "
            + $"it is best in {NumberText.Percent(best.ProbabilityOfBest, 0)} of resamples of the patients and starts treatment before symptoms in "
            + $"{NumberText.Percent(starts.TreatedBeforeSymptomsShare, 0)} of them. "
            + "All patients simulated get the disease; people screened who never would are not part of this.";
    }

    /// <summary>Benefit of a trigger in the plan's outcome.</summary>
    public static Estimate Benefit(TimingView view, TriggerResult trigger) => view.Result.Record.Benefit(0, trigger.Arm, 0, view.Outcome);

    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Cautions(TimingView view)
    {
        var record = view.Result.Record;
        var clamped = Enumerable.Range(0, view.Offsets.Count).Where(start => view.Result.IsClamped(0, start)).ToArray();
        var left = record.WithoutOrigin == 0 ? "" : $" {NumberText.Count(record.WithoutOrigin)} patients are left out because their untreated twin reached no "
            + $"{TimingWords.Origin(view.Plan.Run)}.";
        return
        [
            OutcomePhrases.Simulation,
            OutcomePhrases.MonteCarlo
                + (view.Result.Uncertainty is null ? " This scenario states no uncertain parameters, so the answers look surer than they are." : ""),
            $"Outcomes count from {TimingWords.Origin(view.Plan.Run)} of the untreated twin (month 0) to month {view.Plan.Question.Rules.Months}, in all "
                + $"patients; one who died is worth 0 from then on. What is gained after month {view.Plan.Question.Rules.Months} is not counted, so slow "
                + $"patients and early starts look as if they gained less.{left}",
            .. clamped.Length == 0
                ? Array.Empty<string>()
                :
                [
                    $"Starts at {Words.List([.. clamped.Select(start => TimingWords.Short(view.Offsets[start]))])} months lie before biological onset in more "
                        + "than 10 % of patients, in whom treatment then starts at biological "
                    + "onset (shaded in figures): these starts are later than they say, and no cost of delay is stated for them.",
                ],
            .. view.Plan.Triggers.Any(trigger => trigger.Start.At == StartAt.ElectromyographicChange)
                ? ["A trigger at EMG change supposes that the change is seen as soon as it is there; neurofilament is looked at only when a sample is taken."]
                : Array.Empty<string>(),
            "Months counted from a milestone are months of the disease of each patient, not calendar months of a health system; a start before symptoms "
                + "supposes that somebody knew.",
            "What one patient gains depends on how twins share their random numbers, so only means and the distribution at each start are findings; the view "
                + "of one patient is an illustration.",
        ];
    }

    private static string PutOff(TimingView view, int start) => view.Result.IsClamped(0, start)
        ? $" In {NumberText.Percent(view.Result.Record.Starts(0, TimingResult.ArmOf(start)).ClampedShare, 0)} of patients that would be before biological onset; "
            + "they are treated from biological onset on."
        : "";

    // Of the size of an amount whose sign a word says.
    private static string SizeIntervals(TimingView view, Estimate estimate, ParameterInterval? parameters) => estimate.Value < 0
        ? Intervals(view, new Estimate(-estimate.Value, estimate.StandardError), parameters is { } uncertain ? new(-uncertain.Median, -uncertain.High, -uncertain.Low) : null)
        : Intervals(view, estimate, parameters);

    private static string Intervals(TimingView view, Estimate estimate, ParameterInterval? parameters)
    {
        var words = view.Words;
        var monteCarlo = $"95 % MC interval {words.Range(estimate.Low, estimate.High, estimate.StandardError)}";
        return parameters is { } uncertain
            ? $"{monteCarlo}; {words.Range(uncertain.Low, uncertain.High, Math.Max(estimate.StandardError, (uncertain.High - uncertain.Low) / 20))} over the "
                + "uncertain parameters"
            : monteCarlo;
    }
}
