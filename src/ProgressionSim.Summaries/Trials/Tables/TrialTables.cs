using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Trials.Texts;
using ProgressionSim.Trials.Analyses;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Tables;

/// <summary>The small tables of a trial's report.</summary>
internal static class TrialTables
{
    /// <summary>Endpoints, their estimates, arms, course, looks, analyses.</summary>
    public static IReadOnlyList<ReportTable> Of(OperatingCharacteristics found) =>
        found.Design.Interim is null
            ? [Endpoints(found), Estimates(found), Arms(found), Course(found), .. AdverseEventTable.Of(found.Design), Analyses([found.Design])]
            : [Endpoints(found), Estimates(found), Looks(found), Arms(found), Course(found), .. AdverseEventTable.Of(found.Design), Analyses([found.Design])];

    /// <summary>What each analysis of some designs estimates and does with what goes wrong.</summary>
    public static ReportTable Analyses(IReadOnlyList<TrialDesign> designs) => new(
        "Analyses and what they estimate",
        ["Endpoint", "Analysis", "Estimand", "Deaths", "Missed visits and dropout", "Rescue and open label", "Not to be trusted when"],
        [.. designs.SelectMany(design => design.Endpoints).Select(endpoint => (endpoint.Name, About: AnalysisCatalogue.Of(endpoint))).Distinct()
            .Select(each => new[] { each.Name, each.About.Name, each.About.Estimand, each.About.Deaths, each.About.Missing, each.About.Rescue, each.About.Warning.Length == 0 ? "-" : each.About.Warning })],
        "");

    private static ReportTable Endpoints(OperatingCharacteristics found) => new(
        "Endpoints: power and type I error",
        ["Endpoint", "Analysis", "Power", "Of this in the direction of harm", "Type I error", "No estimate, of all trials", "By the simpler method"],
        [.. found.Alternative.Endpoints.Zip(found.Null.Endpoints).Select(pair => new[]
        {
            TrialWords.Comparison(found.Design, pair.First) + (pair.First.Endpoint == found.Design.Primary ? " (primary)" : ""),
            AnalysisCatalogue.Of(found.Design.Endpoints[pair.First.Endpoint]).Name,
            TrialWords.PercentWithInterval(pair.First.Rejected),
            TrialWords.Percent(pair.First.RejectedForHarm),
            TrialWords.PercentWithInterval(pair.Second.Rejected),
            NumberText.Count(pair.First.NotEstimable + pair.First.NotConverged + pair.Second.NotEstimable + pair.Second.NotConverged),
            NumberText.Count(pair.First.FellBack + pair.Second.FellBack),
        })],
        $"Each analysis on its own at the deciding analysis, {TrialWords.Share(TrialWords.ErrorOfComparison(found.Design))} {(found.Design.Sides == 2 ? "two" : "one")}-sided error for one comparison, looks aside. "
            + $"{NumberText.Count(found.Replicates)} trials with the effect and as many without; in brackets 95 % Monte Carlo intervals. Trials without an estimate count as not rejecting.");

    private static ReportTable Estimates(OperatingCharacteristics found) => new(
        "Endpoints: estimates",
        ["Endpoint", "Effect", "Mean estimate", "Truth", "Bias", "Coverage", "Standard deviation between trials", "Reported standard error over standard deviation"],
        [.. found.Alternative.Endpoints.Select(of => new[]
        {
            TrialWords.Comparison(found.Design, of),
            AnalysisCatalogue.Of(found.Design.Endpoints[of.Endpoint]).EffectName,
            TrialWords.WithInterval(of.Effect),
            of.Truth is { } truth ? TrialWords.WithInterval(truth) : "not known",
            of.Bias is { } bias ? TrialWords.WithInterval(bias) : "-",
            of.Coverage is { } coverage ? TrialWords.PercentWithInterval(coverage) : "-",
            NumberText.Fixed(of.EffectSd, NumberText.DecimalsFor(of.EffectSd / 50)),
            double.IsFinite(of.ReportedStandardError) && of.EffectSd > 0 ? NumberText.Fixed(of.ReportedStandardError / of.EffectSd, 3) : "-",
        })],
        $"With the effect; coverage is that of {TrialWords.Share(1 - (2 * found.Design.AlphaOneSided))} confidence intervals. In brackets 95 % Monte Carlo intervals. A last column below 1 means that trials think themselves more precise than they are.");

    private static ReportTable Arms(OperatingCharacteristics found) => new(
        "Arms",
        ["Arm", "Randomised", "Deaths or permanent ventilation", "Left", "Rescued", "Deaths if the treatment does nothing"],
        [.. found.Alternative.Course.Arms.Zip(found.Null.Course.Arms).Select(pair => new[]
        {
            found.Design.Arms[pair.First.Arm].Name,
            TrialWords.Mean(pair.First.Randomised),
            TrialWords.Mean(pair.First.Deaths),
            TrialWords.Mean(pair.First.Dropouts),
            found.Design.Rescue is null ? "-" : TrialWords.Mean(pair.First.Rescued),
            TrialWords.Mean(pair.Second.Deaths),
        })],
        "Patients, means over trials, up to the deciding analysis; summary.json has their standard errors.");

    private static ReportTable Course(OperatingCharacteristics found)
    {
        string[] Row(string name, Func<TrialCourseSummary, SimulatedValue> value) => [name, TrialWords.WithInterval(value(found.Alternative.Course)), TrialWords.WithInterval(value(found.Null.Course))];
        return new(
            "Course of a trial",
            ["Mean over trials", "With the effect", "If the treatment does nothing"],
            [
                Row("Patients randomised", course => course.Randomised),
                Row("Candidates screened", course => course.Screened),
                Row("Months to the last randomisation", course => course.RecruitmentMonths),
                Row("Months to the deciding analysis", course => course.DurationMonths),
                Row("Visits missed", course => course.MissedVisits),
            ],
            "Months count from the opening of the first site. In brackets 95 % Monte Carlo intervals of the means, not the spread between trials.");
    }

    private static ReportTable Looks(OperatingCharacteristics found)
    {
        IEnumerable<string[]> Rows(HypothesisCharacteristics of) => of.Looks.Select((look, i) => new[]
        {
            $"{NumberText.Whole(i + 1)}, {(of.Hypothesis == Hypothesis.Null ? "no effect" : "with the effect")}",
            TrialWords.Share(look.InformationFraction),
            Bound(look.SuccessBound),
            Bound(look.FutilityBound),
            TrialWords.Percent(look.Reached),
            TrialWords.PercentWithInterval(look.Success),
            TrialWords.PercentWithInterval(look.Futility),
            TrialWords.PercentWithInterval(look.Harm),
            TrialWords.Mean(look.Months),
            TrialWords.Mean(look.Randomised),
        });

        return new(
            "Looks",
            ["Look", "Information", "z for success", "z for futility", "Reached", "Success here", "Futility here", "Harm here", "Mean month", "Mean patients randomised"],
            [.. Rows(found.Alternative), .. Rows(found.Null)],
            "Shares of all trials. \"-\" where there is no boundary on the z scale.");
    }

    private static string Bound(double bound) => double.IsFinite(bound) ? NumberText.Fixed(bound, 3) : "-";
}
