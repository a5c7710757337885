using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>The answer of a search for a sample size and the findings that support it.</summary>
internal static class SizeText
{
    /// <summary>True when the search found a number.</summary>
    public static bool IsFound(SampleSizeResult found) => found.Status is SampleSizeStatus.Found or SampleSizeStatus.FoundRoughly;

    /// <summary>Number of patients with its interval and the independent check.</summary>
    public static string Answer(SampleSizeResult found)
    {
        var design = found.Design;
        var opening = $"In this model and under these assumptions, with primary endpoint {TrialWords.Primary(design)} and {TrialWords.Error(design)}, ";
        if (!IsFound(found))
        {
            return found.Status == SampleSizeStatus.Unreachable
                ? $"{opening}even {TrialWords.Randomised(design, found.Patients)} do not reach a power of {TrialWords.Share(found.TargetPower)}: the power there is {TrialWords.PercentWithInterval(found.Check)}. {found.Explanation}".TrimEnd()
                : $"{opening}even {TrialWords.Randomised(design, found.Patients)}, the smallest trial there can be, exceed a power of {TrialWords.Share(found.TargetPower)}: "
                    + $"the power there is {TrialWords.PercentWithInterval(found.Check)}. {found.Explanation}".TrimEnd();
        }

        return $"{opening}a power of {TrialWords.Share(found.TargetPower)} takes {TrialWords.Randomised(design, found.Patients)} (95 % Monte Carlo interval {TrialWords.SizeInterval(found)}). "
            + $"In trials of their own at that size {TrialWords.PercentWithInterval(found.Check)} show {TrialWords.Benefit(design)}; if the treatment did nothing {TrialWords.PercentWithInterval(found.CheckNull)} would reject.";
    }

    /// <summary>What supports the answer.</summary>
    public static IReadOnlyList<string> Findings(SampleSizeResult found)
    {
        var findings = new List<string>();
        if (IsFound(found))
        {
            var agrees = found.Check.Low <= found.TargetPower && found.Check.High >= found.TargetPower;
            findings.Add($"The independent check at {NumberText.Count(found.Patients)} patients {(agrees ? "agrees within simulation error with" : "differs from")} the {TrialWords.Share(found.TargetPower)} asked for.");
        }

        if (found.Status == SampleSizeStatus.FoundRoughly)
        {
            findings.Add("The largest number of trials was spent before the interval was as narrow as asked.");
        }

        var trials = NumberText.Count(found.Path.Sum(point => (long)point.Trials));
        var (smallest, largest) = (NumberText.Count(found.Path.Min(point => point.Patients)), NumberText.Count(found.Path.Max(point => point.Patients)));
        findings.Add(found.Curve.Count > 0
            ? $"The search ran {trials} trials in {NumberText.Whole(found.Path.Count)} batches of {smallest} to {largest} patients, each checked only for its success, "
                + "and fitted the power as a probit line in the square root of the number of patients."
            : $"The search ended after {trials} trials of {(smallest == largest ? smallest : $"{smallest} to {largest}")} patients.");
        findings.AddRange(found.ClosedForms.Select(form =>
            $"By formula {NumberText.Count((long)Math.Ceiling(form.Patients))} patients{Against(found, form)}. {form.Formula}"));
        return findings;
    }

    /// <summary>Finding in a sentence without a full stop.</summary>
    public static string Headline(SampleSizeResult found) => found.Status switch
    {
        SampleSizeStatus.Unreachable => $"Even {NumberText.Count(found.Patients)} patients do not reach a power of {TrialWords.Share(found.TargetPower)}: {TrialWords.PercentWithInterval(found.Check)}",
        SampleSizeStatus.BelowSmallest => $"Even {NumberText.Count(found.Patients)} patients exceed a power of {TrialWords.Share(found.TargetPower)}: {TrialWords.PercentWithInterval(found.Check)}",
        _ => $"A power of {TrialWords.Share(found.TargetPower)} takes {NumberText.Count(found.Patients)} patients (95 % MC interval {TrialWords.SizeInterval(found)})",
    };

    private static string Against(SampleSizeResult found, ClosedFormSize form)
    {
        if (!IsFound(found) || !(form.Patients > 0))
        {
            return "";
        }

        var more = (found.Patients / form.Patients) - 1;
        return Math.Abs(more) < 0.005
            ? ", the same as simulated"
            : $"; the simulation asks for {NumberText.Percent(Math.Abs(more), 0)} {(more > 0 ? "more" : "fewer")}";
    }
}
