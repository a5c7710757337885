using MathNet.Numerics.Distributions;
using ProgressionSim.Statistics;
using ProgressionSim.Statistics.JointModels;
using ProgressionSim.Statistics.Means;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Statistics.Ranks;
using ProgressionSim.Statistics.Survival;
using ProgressionSim.Statistics.Tables;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Tests.Conduct;

namespace ProgressionSim.Trials.Tests.Analyses;

/// <summary>
/// The data of a finished trial of two arms laid out patient by patient, and each analysis called on them: no rescue, no cut, the event is death, unknown after
/// dropout.
/// </summary>
internal sealed class HandAssembly
{
    private readonly int baseline;
    private readonly int visits;
    private readonly double sign;
    private readonly double horizon;
    private readonly int[] group;
    private readonly int[] strata;
    private readonly double[] values;
    private readonly double[] months;
    private readonly double[] changes;
    private readonly double[] final;
    private readonly double[] events;
    private readonly bool[] died;
    private readonly bool[] responds;
    private readonly double[] start;
    private readonly double[] covariate;

    public HandAssembly(TrialData data, Endpoint endpoint, bool higherIsBetter)
    {
        var weeks = data.Design.Visits.Weeks;
        baseline = weeks.ToList().IndexOf(0);
        visits = endpoint.Visit - baseline;
        sign = higherIsBetter ? 1 : -1;
        horizon = weeks[endpoint.Visit] * 7 / 30.4375;
        var patients = data.All().ToList();
        double Value(int patient, int visit) => endpoint.Logarithm ? Math.Log(data.Score(patient, visit)) : data.Score(patient, visit);
        group = [.. patients.Select(patient => data.Arms[patient])];
        strata = [.. patients.Select(patient => data.Strata[patient])];
        values = [.. patients.SelectMany(patient => Enumerable.Range(baseline, visits + 1).Select(visit => Value(patient, visit)))];
        months = [.. patients.SelectMany(patient => Enumerable.Range(baseline, visits + 1).Select(visit => data.Month(patient, visit)))];
        changes = [.. patients.SelectMany(patient => Enumerable.Range(baseline + 1, visits).Select(visit => Value(patient, visit) - Value(patient, baseline)))];
        final = [.. patients.Select(patient => Value(patient, endpoint.Visit) - Value(patient, baseline))];
        start = [.. patients.Select(patient => Value(patient, baseline))];
        covariate = endpoint.Covariates.Count > 0 ? data.CovariateOf(0)[..data.Patients] : [];
        var end = Math.Max(horizon, (float)horizon);
        events = [.. patients.Select(patient => Math.Min(Math.Min(data.DeathMonths[patient], data.DropoutMonths[patient]), end))];
        died = [.. patients.Select(patient => data.DeathMonths[patient] <= Math.Min(data.DropoutMonths[patient], end))];
        responds = [.. patients.Select(patient => data.Score(patient, endpoint.Visit) - data.Score(patient, baseline) >= -6)];
    }

    /// <summary>Effect, standard error, degrees of freedom and benefit-oriented z.</summary>
    public (double Effect, double StandardError, double DegreesOfFreedom, double Z) Analyse(AnalysisMethod method)
    {
        double[] better = [.. final.Select(change => sign * change)];
        switch (method)
        {
            case AnalysisMethod.RandomSlope:
                var slope = new RandomSlopeModel().Fit(values, months, group);
                return (slope.Estimate, slope.StandardError, slope.DegreesOfFreedom, sign * Quantile(slope.Statistic, slope.PValue));
            case AnalysisMethod.Mmrm:
                double[] both = covariate.Length > 0 ? [.. start.Zip(covariate).SelectMany(each => (double[])[each.First, each.Second])] : start;
                bool[] byVisit = covariate.Length > 0 ? [true, false] : [true];
                var fit = new RepeatedMeasuresModel().Fit(changes, visits, group, both, byVisit, visits - 1);
                return (fit.Difference, fit.StandardError, fit.DegreesOfFreedom, sign * Quantile(fit.T, fit.PValue));
            case AnalysisMethod.Ancova:
                double[] adjusted = covariate.Length > 0 ? [.. start.Zip(covariate).SelectMany(each => (double[])[each.First, each.Second])] : start;
                return FromStudent(new Ancova().Fit(final, group, adjusted, covariate.Length > 0 ? 2 : 1).Effect);
            case AnalysisMethod.TTest:
                return FromStudent(TwoSampleTTest.Pooled(final, group));
            case AnalysisMethod.TwoStageSlope:
                var two = TwoStageSlopes.Compare(values, months, group);
                return (two.Estimate, two.Pooled.StandardError, two.Pooled.DegreesOfFreedom, sign * Quantile(two.Pooled.Statistic, two.Pooled.PValue));
            case AnalysisMethod.LogRank:
                return FromScore(new LogRankTest().Test(events, died, group));
            case AnalysisMethod.StratifiedLogRank:
                return FromScore(new LogRankTest().TestStratified(events, died, group, strata));
            case AnalysisMethod.Cox:
                var cox = new CoxModel();
                double[] regressors = [.. group.Select((arm, i) => (arm, i)).SelectMany(each => covariate.Length > 0 ? [each.arm, covariate[each.i]] : (double[])[each.arm])];
                cox.Fit(events, died, regressors, covariate.Length > 0 ? 2 : 1);
                return (cox.Estimates[0], cox.StandardErrors[0], double.PositiveInfinity, -cox.Estimates[0] / cox.StandardErrors[0]);
            case AnalysisMethod.RestrictedMean:
                var (area0, area1) = (Curve(0).RestrictedMean(horizon), Curve(1).RestrictedMean(horizon));
                return FromNormal(area1.Value - area0.Value, Math.Sqrt((area0.StandardError * area0.StandardError) + (area1.StandardError * area1.StandardError)));
            case AnalysisMethod.KaplanMeier:
                var (alive0, alive1) = (Curve(0).At(horizon), Curve(1).At(horizon));
                return FromNormal(
                    alive1.Survival - alive0.Survival, Math.Sqrt((alive0.StandardError * alive0.StandardError) + (alive1.StandardError * alive1.StandardError)));
            case AnalysisMethod.Wilcoxon:
                var seen = Enumerable.Range(0, group.Length).Where(i => !double.IsNaN(better[i])).ToArray();
                int[] groups = [.. seen.Select(i => group[i])];
                var sum = new WilcoxonTest().Test([.. seen.Select(i => better[i])], groups);
                return (Net(seen, (i, j) => better[i].CompareTo(better[j])), double.NaN, double.PositiveInfinity, sum.Z);
            case AnalysisMethod.WorstRank:
                var ranked = Enumerable.Range(0, group.Length).Where(i => died[i] || !double.IsNaN(better[i])).ToArray();
                return (Net(ranked, WorstRank), double.NaN, double.PositiveInfinity, new WilcoxonTest().Test(Ranks(ranked), [.. ranked.Select(i => group[i])]).Z);
            case AnalysisMethod.JointRank or AnalysisMethod.WinRatio or AnalysisMethod.WinOdds:
                return Pairwise(method);
            case AnalysisMethod.JointModel:
                var joint = new JointModel().Fit(values, months, group, events, died).SlopeEffect;
                return (joint.Estimate, joint.StandardError, double.PositiveInfinity, sign * joint.Estimate / joint.StandardError);
            case AnalysisMethod.Fisher:
                var table = Table();
                var difference = ((double)table.Yes / table.Total) - ((double)table.ReferenceYes / table.ReferenceTotal);
                return (difference, Unpooled(table), double.PositiveInfinity, Quantile(difference, FisherExactTest.Test(table).PValue));
            default:
                var counts = Table();
                var (p0, p1) = ((double)counts.ReferenceYes / counts.ReferenceTotal, (double)counts.Yes / counts.Total);
                var p = (double)(counts.Yes + counts.ReferenceYes) / (counts.Total + counts.ReferenceTotal);
                var z = (p1 - p0) / Math.Sqrt(p * (1 - p) * ((1.0 / counts.Total) + (1.0 / counts.ReferenceTotal)));
                return (p1 - p0, Unpooled(counts), double.PositiveInfinity, z);
        }

        int WorstRank(int i, int j) => died[i] && died[j] ? events[i].CompareTo(events[j])
            : died[i] ? -1
            : died[j] ? 1
            : better[i].CompareTo(better[j]);

        double[] Ranks(int[] ranked) => [.. ranked.Select(i => (double)ranked.Count(j => WorstRank(j, i) < 0) + (ranked.Count(j => WorstRank(j, i) == 0) / 2.0))];
    }

    private static double Quantile(double statistic, double pValue) => Math.Sign(statistic) * -Normal.InvCDF(0, 1, pValue / 2);

    private static (double Effect, double StandardError, double DegreesOfFreedom, double Z) FromNormal(double effect, double error) =>
        (effect, error, double.PositiveInfinity, effect / error);

    private static (double Effect, double StandardError, double DegreesOfFreedom, double Z) FromScore(LogRankResult test) =>
        ((test.Observed - test.Expected) / test.Variance, 1 / Math.Sqrt(test.Variance), double.PositiveInfinity, (test.Expected - test.Observed) / Math.Sqrt(test.Variance));

    private static double Pairs(int[] groups) => (double)groups.Count(each => each == 1) * groups.Count(each => each == 0);

    private static double Unpooled(TwoByTwoTable table)
    {
        var (p0, p1) = ((double)table.ReferenceYes / table.ReferenceTotal, (double)table.Yes / table.Total);
        return Math.Sqrt((p0 * (1 - p0) / table.ReferenceTotal) + (p1 * (1 - p1) / table.Total));
    }

    private (double Effect, double StandardError, double DegreesOfFreedom, double Z) FromStudent(EffectEstimate effect) =>
        (effect.Estimate, effect.StandardError, effect.DegreesOfFreedom, sign * Quantile(effect.Statistic, effect.PValue));

    private SurvivalCurve Curve(int arm)
    {
        var those = Enumerable.Range(0, group.Length).Where(i => group[i] == arm).ToArray();
        return KaplanMeier.Estimate([.. those.Select(i => events[i])], [.. those.Select(i => died[i])]);
    }

    private TwoByTwoTable Table()
    {
        int Count(int arm, bool responder) => Enumerable.Range(0, group.Length).Count(i => group[i] == arm && responds[i] == responder);
        return new TwoByTwoTable(Count(0, true), Count(0, false), Count(1, true), Count(1, false));
    }

    /// <summary>Share of pairs of an active and a control patient that the active one wins, less the share lost.</summary>
    private double Net(int[] those, Func<int, int, int> compare)
    {
        var (active, control) = (those.Where(i => group[i] == 1).ToArray(), those.Where(i => group[i] == 0).ToArray());
        return active.Sum(i => control.Sum(j => Math.Sign(compare(i, j)))) / ((double)active.Length * control.Length);
    }

    private (double Effect, double StandardError, double DegreesOfFreedom, double Z) Pairwise(AnalysisMethod method)
    {
        var comparison = new JointComparison();
        comparison.Compare(group, events, died, [.. changes.Select(change => sign * change)], visits);
        var wins = WinRatio.Estimate(comparison);
        int[] everybody = [.. Enumerable.Range(0, group.Length)];
        var (won, lost) = ((1 + Net(everybody, Compare)) / 2, (1 - Net(everybody, Compare)) / 2);
        var ties = 1 - everybody.Where(i => group[i] == 1).Sum(i => everybody.Count(j => group[j] == 0 && Compare(i, j) != 0)) / Pairs(group);
        return method switch
        {
            AnalysisMethod.JointRank => (won - lost, wins.NetBenefit.StandardError, double.PositiveInfinity, JointRankTest.RankSum(comparison).Z),
            AnalysisMethod.WinRatio => (Math.Log((won - (ties / 2)) / (lost - (ties / 2))), wins.WinRatio.StandardError, double.PositiveInfinity, wins.WinRatio.Z),
            _ => (Math.Log(won / lost), wins.WinOdds.StandardError, double.PositiveInfinity, wins.WinOdds.Z),
        };

        // Pair by pair as the rule reads: time of death, then change at the last visit both came to.
        int Compare(int i, int j)
        {
            if (died[i] && died[j] && events[i] != events[j])
            {
                return events[i].CompareTo(events[j]);
            }

            if (died[i] && !died[j] && events[j] >= events[i])
            {
                return -1;
            }

            if (died[j] && !died[i] && events[i] >= events[j])
            {
                return 1;
            }

            for (var visit = visits - 1; visit >= 0; visit--)
            {
                var (first, second) = (sign * changes[(i * visits) + visit], sign * changes[(j * visits) + visit]);
                if (!double.IsNaN(first) && !double.IsNaN(second))
                {
                    return first.CompareTo(second);
                }
            }

            return 0;
        }
    }
}
