using ProgressionSim.Statistics.JointModels;
using ProgressionSim.Statistics.Means;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Statistics.Ranks;
using ProgressionSim.Statistics.Survival;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Benchmarks.Analyses;

/// <summary>The analyses of a trial, each from the data as the trial hands them over to the p-value it gives.</summary>
internal sealed class AnalysisSet
{
    /// <summary>Every group still has patients at risk then.</summary>
    private const double Horizon = 10;

    private const int Changes = TrialGenerator.Visits - 1;
    private static readonly bool[] ByVisit = [true];

    private readonly LogRankTest logRank = new();
    private readonly CoxModel cox = new();
    private readonly RestrictedMeanDifference restrictedMean = new();
    private readonly RandomSlopeModel randomSlope = new();
    private readonly RepeatedMeasuresModel repeatedMeasures = new();
    private readonly JointComparison comparison = new();
    private readonly WorstRankTest worstRank = new();
    private readonly Ancova ancova = new();
    private readonly WilcoxonTest wilcoxon = new();
    private readonly JointModel jointModel = new();
    private readonly double[] groups = new double[TrialGenerator.Patients];
    private readonly double[] seen = new double[TrialGenerator.Patients];
    private readonly int[] groupsSeen = new int[TrialGenerator.Patients];

    public double LogRank(SimulatedTrial trial) => logRank.Test(trial.Times, trial.Deaths, trial.Group).PValue;

    public double StratifiedLogRank(SimulatedTrial trial) => logRank.TestStratified(trial.Times, trial.Deaths, trial.Group, trial.Strata).PValue;

    public double Cox(SimulatedTrial trial)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = trial.Group[i];
        }

        cox.Fit(trial.Times, trial.Deaths, groups);
        return cox.Effect(0).PValue;
    }

    public double RestrictedMean(SimulatedTrial trial) => restrictedMean.Estimate(trial.Times, trial.Deaths, trial.Group, Horizon).Difference.PValue;

    /// <summary>Random slope, restricted likelihood, degrees of freedom by Satterthwaite.</summary>
    public double RandomSlope(SimulatedTrial trial) => randomSlope.Fit(trial.Scores, TrialGenerator.VisitTimes, trial.Group).PValue;

    /// <summary>Unstructured covariance, baseline by visit, last visit, degrees of freedom by Satterthwaite.</summary>
    public double RepeatedMeasures(SimulatedTrial trial) =>
        repeatedMeasures.Fit(trial.Changes, Changes, trial.Group, trial.Baseline, ByVisit, Changes - 1).PValue;

    public double JointRank(SimulatedTrial trial)
    {
        comparison.Compare(trial.Group, trial.Times, trial.Deaths, trial.Changes, Changes);
        return JointRankTest.RankSum(comparison).PValue;
    }

    public double WinRatioTest(SimulatedTrial trial)
    {
        comparison.Compare(trial.Group, trial.Times, trial.Deaths, trial.Changes, Changes);
        return WinRatio.Estimate(comparison).WinRatio.PValue;
    }

    public double WorstRank(SimulatedTrial trial) =>
        worstRank.Run(trial.Group, trial.Times, trial.Deaths, trial.LastChanges, TrialGenerator.VisitTimes[^1]).PValue;

    public double CovarianceAnalysis(SimulatedTrial trial) => ancova.Fit(trial.LastChanges, trial.Group, trial.Baseline, 1).Effect.PValue;

    /// <summary>Patients seen at the last visit alone.</summary>
    public double Wilcoxon(SimulatedTrial trial)
    {
        var count = 0;
        for (var i = 0; i < trial.LastChanges.Length; i++)
        {
            if (!double.IsNaN(trial.LastChanges[i]))
            {
                seen[count] = trial.LastChanges[i];
                groupsSeen[count++] = trial.Group[i];
            }
        }

        return wilcoxon.Test(seen.AsSpan(0, count), groupsSeen.AsSpan(0, count)).PValue;
    }

    public static double Fisher(SimulatedTrial trial) => FisherExactTest.Test(TwoByTwoTable.Count(trial.Responders, trial.Group)).PValue;

    public double Joint(SimulatedTrial trial) =>
        jointModel.Fit(trial.Scores, TrialGenerator.VisitTimes, trial.Group, trial.Times, trial.Deaths).GlobalPValue;
}
