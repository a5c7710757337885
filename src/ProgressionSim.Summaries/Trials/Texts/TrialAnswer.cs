using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Texts;

/// <summary>The answer of a simulated trial and the findings that support it.</summary>
internal static class TrialAnswer
{
    /// <summary>Power and type I error of the primary endpoint with their intervals.</summary>
    public static string Of(OperatingCharacteristics found)
    {
        var design = found.Design;
        return $"In this model and under these assumptions, with {TrialWords.Randomised(design, design.Patients)}, primary endpoint {TrialWords.Primary(design)} and {TrialWords.Error(design)}, "
            + $"the trial{(design.Interim is null ? "" : ", looks included,")} shows {TrialWords.Benefit(design)} in {TrialWords.Percent(found.Alternative.Success)} of {NumberText.Count(found.Replicates)} simulated trials "
            + $"(95 % Monte Carlo interval {TrialWords.PercentInterval(found.Alternative.Success)}); if the treatment did nothing it would reject in {TrialWords.PercentWithInterval(found.Null.Rejected)}.";
    }

    /// <summary>What supports the answer.</summary>
    public static IReadOnlyList<string> Findings(OperatingCharacteristics found) =>
    [
        Error(found),
        .. Harm(found),
        Course(found),
        Events(found),
        .. Stopping(found),
        .. Endpoints(found),
        .. found.Alternative.Endpoints.Where(of => of.Endpoint == found.Design.Primary).Select(of => Estimate(found.Design, of)),
        .. Fits(found),
    ];

    private static string Error(OperatingCharacteristics found)
    {
        var (rejected, alpha) = (found.Null.Rejected, found.Design.Alpha);
        var verdict = rejected.Low > alpha ? "is above" : rejected.High < alpha ? "is below" : "agrees within simulation error with";
        return $"The type I error of the primary endpoint, {TrialWords.PercentWithInterval(rejected)}, {verdict} the {TrialWords.Share(alpha)} allowed"
            + (rejected.Low > alpha ? ": the power cannot be taken at face value." : ".");
    }

    private static IEnumerable<string> Harm(OperatingCharacteristics found)
    {
        var harm = found.Alternative.Rejected.Value - found.Alternative.Success.Value;
        if (harm > 0)
        {
            yield return $"{NumberText.Percent(harm)} of trials reject in the direction of harm.";
        }
    }

    private static string Course(OperatingCharacteristics found)
    {
        var course = found.Alternative.Course;
        var early = found.Design.Interim is not null || found.Design.Reestimation is not null
            ? $" On average {TrialWords.Mean(course.Randomised)} patients are randomised ({TrialWords.Mean(found.Null.Course.Randomised)} if the treatment does nothing)."
            : "";
        return $"A trial screens {TrialWords.Mean(course.Screened)} candidates, of whom about {NumberText.Percent(found.EligibleShare, 0)} are eligible, recruits for {TrialWords.Mean(course.RecruitmentMonths)} months "
            + $"and takes {TrialWords.Mean(course.DurationMonths)} months to the deciding analysis (means).{early}";
    }

    private static string Events(OperatingCharacteristics found)
    {
        string Of(ArmConduct arm) => $"{found.Design.Arms[arm.Arm].Name} {TrialWords.Mean(arm.Deaths)} deaths or ventilations, {TrialWords.Mean(arm.Dropouts)} dropouts"
            + (found.Design.Rescue is null ? "" : $", {TrialWords.Mean(arm.Rescued)} rescued") + $" of {TrialWords.Mean(arm.Randomised)}";
        return $"Means by arm up to the deciding analysis: {string.Join("; ", found.Alternative.Course.Arms.Select(Of))}; {TrialWords.Mean(found.Alternative.Course.MissedVisits)} visits are missed.";
    }

    private static IEnumerable<string> Stopping(OperatingCharacteristics found)
    {
        if (found.Design.Interim is null)
        {
            yield break;
        }

        string Early(HypothesisCharacteristics of) => string.Join("; ", of.Looks.Take(of.Looks.Count - 1).Select((look, i) =>
            $"at look {NumberText.Whole(i + 1)} (month {TrialWords.Mean(look.Months)}) {TrialWords.Percent(look.Success)} for success, {TrialWords.Percent(look.Futility)} for futility"
            + (found.Design.Sides == 2 ? $", {TrialWords.Percent(look.Harm)} for harm" : "")));

        yield return $"Share of trials that stop early: {Early(found.Alternative)}. If the treatment does nothing: {Early(found.Null)}.";
    }

    private static IEnumerable<string> Endpoints(OperatingCharacteristics found)
    {
        var all = found.Alternative.Endpoints;
        if (all.Count > 1)
        {
            var ordered = all.OrderByDescending(of => of.Rejected.Value).Select(of => $"{TrialWords.Comparison(found.Design, of)} {TrialWords.PercentWithInterval(of.Rejected)}");
            yield return $"Share of the same trials in which each endpoint's analysis rejects on its own, looks aside: {string.Join(", ", ordered)}.";
        }

        var nominal = TrialWords.ErrorOfComparison(found.Design);
        var off = found.Null.Endpoints.Where(of => of.Rejected.Low > nominal || of.Rejected.High < nominal)
            .Select(of => $"{TrialWords.Comparison(found.Design, of)} {TrialWords.PercentWithInterval(of.Rejected)}").ToArray();
        if (off.Length > 0)
        {
            yield return $"Type I error whose interval leaves out the {TrialWords.Share(nominal)} allowed to one comparison: {string.Join(", ", off)}. By chance this happens to one analysis in twenty.";
        }
    }

    private static string Estimate(TrialDesign design, EndpointCharacteristics of)
    {
        var effect = AnalysisCatalogue.Of(design.Endpoints[of.Endpoint]).EffectName;
        var truth = of.Truth is { } known && of.Bias is { } bias
            ? $" The truth for this analysis is {TrialWords.WithInterval(known)}, so the bias is {TrialWords.WithInterval(bias)}"
                + (of.Coverage is { } coverage ? $"; {TrialWords.PercentWithInterval(coverage)} of the trials' {TrialWords.Share(1 - (2 * design.AlphaOneSided))} confidence intervals hold it." : ".")
            : "";
        return $"{TrialWords.Comparison(design, of)}: the mean estimate ({effect}) is {TrialWords.WithInterval(of.Effect)}, with a standard deviation of "
            + $"{NumberText.Fixed(of.EffectSd, NumberText.DecimalsFor(of.EffectSd / 50))} between trials.{truth}";
    }

    private static IEnumerable<string> Fits(OperatingCharacteristics found)
    {
        var parts = new List<string>();
        foreach (var of in found.Alternative.Endpoints.Concat(found.Null.Endpoints).Where(of => of.NotEstimable + of.NotConverged + of.FellBack > 0))
        {
            parts.Add($"{TrialWords.Comparison(found.Design, of)} ({(of.Hypothesis == ProgressionSim.Trials.Conduct.Hypothesis.Null ? "no effect" : "with the effect")}) "
                + $"{NumberText.Count(of.NotConverged)} not converged, {NumberText.Count(of.NotEstimable)} without an answer, {NumberText.Count(of.FellBack)} by the simpler method");
        }

        yield return parts.Count == 0
            ? "Every analysis of every trial gave an estimate by its own method."
            : $"Analyses that did not work, of {NumberText.Count(found.Replicates)} trials each; those without an estimate count as not rejecting: {string.Join("; ", parts)}.";
    }
}
