using ProgressionSim.Trials.Design;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>What each analysis needs and takes.</summary>
internal static class EndpointRules
{
    /// <summary>True for analyses of measurements.</summary>
    public static bool NeedsMeasure(this AnalysisMethod analysis) => !analysis.IsOfEventsAlone() && !analysis.NeedsResponder();

    /// <summary>True for analyses of events.</summary>
    public static bool NeedsEvent(this AnalysisMethod analysis) => analysis.IsOfEventsAlone() || analysis.CombinesEventAndMeasure();

    /// <summary>True for analyses of responders.</summary>
    public static bool NeedsResponder(this AnalysisMethod analysis) => analysis is AnalysisMethod.Fisher or AnalysisMethod.ChiSquare;

    /// <summary>True for analyses that rank or model an event together with a measurement.</summary>
    public static bool CombinesEventAndMeasure(this AnalysisMethod analysis) =>
        analysis is AnalysisMethod.WorstRank or AnalysisMethod.JointRank or AnalysisMethod.WinRatio or AnalysisMethod.WinOdds or AnalysisMethod.JointModel;

    /// <summary>True for analyses that take covariates.</summary>
    public static bool Adjusts(this AnalysisMethod analysis) =>
        analysis is AnalysisMethod.Mmrm or AnalysisMethod.Ancova or AnalysisMethod.Cox;

    /// <summary>True for analyses that need at least two visits after baseline to tell slopes from noise.</summary>
    public static bool NeedsThreeVisits(this AnalysisMethod analysis) => analysis is AnalysisMethod.RandomSlope or AnalysisMethod.JointModel;

    private static bool IsOfEventsAlone(this AnalysisMethod analysis) =>
        analysis is AnalysisMethod.LogRank or AnalysisMethod.StratifiedLogRank or AnalysisMethod.Cox or AnalysisMethod.RestrictedMean or AnalysisMethod.KaplanMeier;
}
