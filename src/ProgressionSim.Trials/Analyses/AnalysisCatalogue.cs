using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Analyses;

/// <summary>What each analysis estimates, what it does with deaths, missing visits and rescue, and when it is not to be trusted.</summary>
/// <remarks>
/// Covariates of an endpoint are adjusted for by the mixed model for repeated measures, analysis of covariance and proportional hazards; the other analyses leave them
/// aside. The baseline value is adjusted for by the first two alone.
/// </remarks>
public static class AnalysisCatalogue
{
    private const string MissingAtRandom = "Missed visits and dropout are taken to depend on nothing but what was observed.";
    private const string OnlySeen = "Patients not seen at the visit are left out, as if they were like those seen.";
    private const string Censored = "A patient who leaves is followed up to then and taken to have the same risk as those who stay.";
    private const string PairsCommon = "Two patients are compared at the last visit both came to; one without any counts as a tie.";
    private const string Survivors =
        "Compares survivors only: when a treatment changes who survives, it finds differences in function where there are none, and can miss or reverse those there are.";

    private const string AsIfAlive =
        "Describes decline as if nobody died; when death depends on more than the scores observed, slopes come out too shallow, and an effect on survival alone can shift them.";

    private const string Pairs = "What is estimated depends on how long patients are followed: pairs whose events have not come yet are decided by function.";
    private const string Proportional = "A single ratio describes an effect that grows or fades with time badly; with a delayed effect it averages over time.";

    /// <summary>All analyses, in the order of their numbers.</summary>
    public static IReadOnlyList<AnalysisDescription> All { get; } =
    [
        new(
            AnalysisMethod.RandomSlope, "random intercept and slope (REML)", "difference in slope, per month",
            "Difference in mean rate of change while alive, with a common mean at baseline.", "Measurements end at death.", MissingAtRandom, "", AsIfAlive),
        new(
            AnalysisMethod.Mmrm, "mixed model for repeated measures", "difference in change from baseline",
            "Difference in mean change from baseline at the visit, adjusted for baseline, as if nobody had died.", "Measurements end at death.",
            MissingAtRandom + " The covariance is unstructured; where it cannot be fitted it is compound symmetry, and such trials are counted.", "", AsIfAlive),
        new(
            AnalysisMethod.Ancova, "analysis of covariance", "difference in change from baseline",
            "Difference in mean change from baseline at the visit among those seen, adjusted for baseline.", "The dead are left out, or count as 0 when so declared.", OnlySeen, "", Survivors),
        new(
            AnalysisMethod.LogRank, "log-rank test", "log hazard ratio (score estimate)",
            "Ratio of the hazards of the event.", "Death is the event, or ends follow-up when it is not.", Censored, "", Proportional),
        new(
            AnalysisMethod.StratifiedLogRank, "stratified log-rank test", "log hazard ratio (score estimate)",
            "Ratio of the hazards of the event within strata.", "Death is the event, or ends follow-up when it is not.", Censored, "", Proportional),
        new(
            AnalysisMethod.Cox, "proportional hazards (Efron)", "log hazard ratio",
            "Ratio of the hazards of the event.", "Death is the event, or ends follow-up when it is not.", Censored, "", Proportional),
        new(
            AnalysisMethod.RestrictedMean, "restricted mean event-free time", "difference in months",
            "Difference in mean event-free months up to the visit.", "Death is the event, or ends follow-up when it is not.", Censored, "", ""),
        new(
            AnalysisMethod.KaplanMeier, "event-free probability (Kaplan-Meier)", "difference in probability",
            "Difference in the probability of being free of the event at the visit.", "Death is the event, or ends follow-up when it is not.", Censored, "", ""),
        new(
            AnalysisMethod.Wilcoxon, "rank-sum test of change", "net benefit",
            "Chance that a treated patient changed for the better against a control patient, less the chance of the opposite, among those seen.", "The dead are left out, or count as 0 when so declared.", OnlySeen, "", Survivors),
        new(
            AnalysisMethod.WorstRank, "worst-rank test", "net benefit",
            "Chance that a treated patient ranks above a control patient, less the chance of the opposite: those who had the event rank below all others, the earliest lowest, the others by their change.", "Ranked lowest, by time.", OnlySeen, "", ""),
        new(
            AnalysisMethod.JointRank, "joint rank of function and event (CAFS)", "net benefit",
            "Chance that a treated patient fares better than a control patient, less the chance of the opposite: first by time of the event, then by change in function.",
            "Compared first.", PairsCommon, "", Pairs),
        new(
            AnalysisMethod.WinRatio, "win ratio", "log win ratio",
            "Chance that a treated patient fares better than a control patient over the chance of the opposite, first by time of the event, then by change in function; ties aside.", "Compared first.", PairsCommon, "", Pairs),
        new(
            AnalysisMethod.WinOdds, "win odds", "log win odds",
            "Odds that a treated patient fares better than a control patient, first by time of the event, then by change in function; ties counted half.", "Compared first.", PairsCommon, "", Pairs),
        new(
            AnalysisMethod.Fisher, "Fisher's exact test of responders", "difference in proportion",
            "Difference in the share of responders at the visit.", "The dead are no responders.", "Patients not seen are no responders.", "", "Conservative: its error is below the nominal one in small trials."),
        new(
            AnalysisMethod.ChiSquare, "chi-square test of responders", "difference in proportion",
            "Difference in the share of responders at the visit.", "The dead are no responders.", "Patients not seen are no responders.", "", "Approximate: with few responders its error strays from the nominal one."),
        new(
            AnalysisMethod.JointModel, "shared-parameter joint model", "difference in slope, per month",
            "Difference in mean slope, with the hazard of death following each patient's own line.", "Modelled with function.", MissingAtRandom, "", "Rests on straight lines and on the form of the hazard."),
        new(
            AnalysisMethod.TTest, "t test of change", "difference in change from baseline",
            "Difference in mean change from baseline at the visit among those seen.", "The dead are left out, or count as 0 when so declared.", OnlySeen, "", Survivors),
        new(
            AnalysisMethod.TwoStageSlope, "t test of patients' own slopes", "difference in slope, per month",
            "Difference in the mean of patients' least-squares slopes, each weighing the same.", "Slopes end at death.", "Patients seen once are left out.", "", "Patients seen briefly have noisy slopes and weigh as much as the others."),
    ];

    /// <summary>The description of an endpoint's analysis with its own rules put in.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static AnalysisDescription Of(Endpoint endpoint)
    {
        var general = All[(int)endpoint.Analysis];
        var rescue = endpoint.Event is { Rescue: true }
            ? "Rescue is part of the event."
            : endpoint.AfterRescue == RescueHandling.Use
                ? "What follows rescue or open label is used as it is (treatment policy)."
                : endpoint.Responder.Count > 0
                    ? "Those rescued or on open label before the visit are no responders."
                    : "What follows rescue or open label is left out (as if it had not happened).";
        var deaths = endpoint.Deaths == DeathHandling.Zero && endpoint.Measure is not null ? "The dead count with a value of 0." : general.Deaths;
        var warning = endpoint.Deaths == DeathHandling.Zero && (general.Warning == Survivors || general.Warning == AsIfAlive) ? "Steps to 0 at death are no line and no normal variable: read effects as averages, and look at the type I error." : general.Warning;
        var effect = endpoint.Logarithm ? $"{general.EffectName}, of logarithms" : general.EffectName;
        var estimand = endpoint.Deaths == DeathHandling.Zero && endpoint.Measure is not null
            ? "The same difference with every visit after death counted as 0, so that dying is part of it."
            : general.Estimand;
        return general with { Estimand = estimand, Rescue = rescue, Deaths = deaths, Warning = warning, EffectName = effect };
    }
}
