namespace ProgressionSim.Trials.Design;

/// <summary>How an endpoint is analysed. The catalogue of analyses says what each estimates and what it does with deaths, missing visits and rescue.</summary>
public enum AnalysisMethod
{
    /// <summary>Random intercept and slope by REML; the effect is a difference of slopes per month.</summary>
    RandomSlope = 0,

    /// <summary>Mixed model for repeated measures, unstructured, REML; the effect is a difference of changes at a visit.</summary>
    Mmrm = 1,

    /// <summary>Analysis of covariance of the change at a visit, adjusted for baseline.</summary>
    Ancova = 2,

    /// <summary>Log-rank test; the effect is a log hazard ratio from its score.</summary>
    LogRank = 3,

    /// <summary>Log-rank test within strata.</summary>
    StratifiedLogRank = 4,

    /// <summary>Proportional hazards, Efron; the effect is a log hazard ratio.</summary>
    Cox = 5,

    /// <summary>Difference of restricted mean event-free times, months.</summary>
    RestrictedMean = 6,

    /// <summary>Difference of Kaplan-Meier event-free probabilities at a visit.</summary>
    KaplanMeier = 7,

    /// <summary>Rank-sum test of the change at a visit among those seen.</summary>
    Wilcoxon = 8,

    /// <summary>Rank-sum test with those who had the event ranked below all others by its time.</summary>
    WorstRank = 9,

    /// <summary>Combined rank of event time and function (CAFS, Finkelstein and Schoenfeld).</summary>
    JointRank = 10,

    /// <summary>Win ratio of the same pairwise comparison; the effect is its logarithm.</summary>
    WinRatio = 11,

    /// <summary>Win odds of the same pairwise comparison; the effect is their logarithm.</summary>
    WinOdds = 12,

    /// <summary>Fisher's exact test of responders; the effect is a difference of proportions.</summary>
    Fisher = 13,

    /// <summary>Chi-square test of responders; the effect is a difference of proportions.</summary>
    ChiSquare = 14,

    /// <summary>Shared-parameter joint model of function and event; the effect is a difference of slopes per month.</summary>
    JointModel = 15,

    /// <summary>Two-sample t test of the change at a visit among those seen.</summary>
    TTest = 16,

    /// <summary>Two-sample t test of each patient's least-squares slope, per month.</summary>
    TwoStageSlope = 17,
}
