using ProgressionSim.Statistics;
using ProgressionSim.Statistics.MixedModels;
using ProgressionSim.Statistics.Survival;
using ProgressionSim.TestKit;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>
/// Table T1 of the facts: Cox models and mixed models without the other half of the joint process are biased under delayed entry, by as much as Rooney, Heverin,
/// Hardiman and Wilkinson published for 1,000 data sets of their scenario 1.
/// </summary>
/// <remarks>
/// Published standard errors of a mean over 1,000 data sets, from the published bias and mean squared error: 0.0027 for log hazard ratios of the groups and 0.0006
/// for slopes. Their mixed models have no group; ours has two, so patients are labelled in turn, which has nothing to do with their data, and the mean of both slopes
/// is taken.
/// </remarks>
public sealed class DelayedEntryTests
{
    private const int DataSets = 1000;
    private const double PublishedGroupError = 0.0027;
    private const double TrueLogHazardRatio = 0.405465;

    // The scripts fit with a general-purpose optimiser; facts section 7D states this band.
    private const double SlopeBand = 0.01;

    private static readonly (string What, double Published)[] Rows =
    [
        ("Cox A, group", 0.29341),
        ("Cox A, entry", -0.026117),
        ("Cox B (left-truncated), group", 0.28744),
        ("Cox B (left-truncated), entry", 0.0000877),
        ("Cox C (from entry), group", 0.27142),
        ("mixed model by time, intercept", 59.97056),
        ("mixed model by time, slope", -0.95626),
        ("mixed model by time since entry, intercept", 50.02717),
        ("mixed model by time since entry, slope", -0.96364),
    ];

    [Fact]
    [Trait("Category", "Long")]
    public void Bias_under_delayed_entry_is_the_published_one()
    {
        var results = new double[DataSets][];
        Parallel.For(0, DataSets, number => results[number] = Fit(new DelayedEntryData(0x7101, (ulong)number)));
        var means = new double[Rows.Length];
        var errors = new double[Rows.Length];
        for (var row = 0; row < Rows.Length; row++)
        {
            means[row] = results.Average(each => each[row]);
            errors[row] = Math.Sqrt(results.Sum(each => Math.Pow(each[row] - means[row], 2)) / (DataSets - 1) / DataSets);
            ValidationTable.Row(Rows[row].What, Rows[row].Published, means[row], errors[row]);
        }

        foreach (var row in new[] { 0, 2, 4 })
        {
            var (what, published) = Rows[row];
            var error = double.Hypot(errors[row], PublishedGroupError);
            StatAssert.Mean(what, means[row], published, error);
            StatAssert.Rejects("no bias: " + what, () => StatAssert.Mean(what, means[row], TrueLogHazardRatio, error));
        }

        // The published mean squared errors of the entry effects give standard errors of 0.00014 and 0.00018.
        StatAssert.Mean(Rows[1].What, means[1], Rows[1].Published, double.Hypot(errors[1], 0.00014));
        StatAssert.Mean(Rows[3].What, means[3], Rows[3].Published, double.Hypot(errors[3], 0.00018));
        foreach (var row in new[] { 6, 8 })
        {
            Assert.InRange(means[row], Rows[row].Published - SlopeBand, Rows[row].Published + SlopeBand);
            StatAssert.Rejects("no bias: " + Rows[row].What, () => StatAssert.Mean(Rows[row].What, means[row], -1, errors[row]));
        }
    }

    private static double[] Fit(DelayedEntryData data)
    {
        var cox = new CoxModel();
        var both = new double[DelayedEntryData.Patients * 2];
        var groups = new double[DelayedEntryData.Patients];
        var since = new double[DelayedEntryData.Patients];
        var sinceEntry = (double[])data.Times.Clone();
        var labels = new int[DelayedEntryData.Patients];
        for (var patient = 0; patient < labels.Length; patient++)
        {
            (both[2 * patient], both[(2 * patient) + 1]) = (data.Group[patient], data.Entry[patient]);
            (groups[patient], since[patient]) = (data.Group[patient], data.End[patient] - data.Entry[patient]);
            labels[patient] = patient % 2;
            for (var visit = 0; visit < DelayedEntryData.Visits; visit++)
            {
                sinceEntry[(patient * DelayedEntryData.Visits) + visit] -= data.Entry[patient];
            }
        }

        Assert.Equal(FitStatus.Estimated, cox.Fit(data.End, data.Died, both, 2).Status);
        var (groupA, entryA) = (cox.Estimates[0], cox.Estimates[1]);
        Assert.Equal(FitStatus.Estimated, cox.Fit(data.End, data.Died, both, 2, entryTimes: data.Entry).Status);
        var (groupB, entryB) = (cox.Estimates[0], cox.Estimates[1]);
        Assert.Equal(FitStatus.Estimated, cox.Fit(since, data.Died, groups).Status);
        var groupC = cox.Estimates[0];
        var byTime = new RandomSlopeModel().Fit(data.Scores, data.Times, labels);
        var bySince = new RandomSlopeModel().Fit(data.Scores, sinceEntry, labels);
        Assert.Equal((FitStatus.Estimated, FitStatus.Estimated), (byTime.Status, bySince.Status));
        return
        [
            groupA, entryA, groupB, entryB, groupC,
            byTime.FixedEffects.Intercept, MeanSlope(byTime), bySince.FixedEffects.Intercept, MeanSlope(bySince),
        ];
    }

    private static double MeanSlope(RandomSlopeFit fit) => (fit.FixedEffects.SlopeOf(0) + fit.FixedEffects.SlopeOf(1)) / 2;
}
