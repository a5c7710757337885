using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Timing;

/// <summary>Turns the record of a timing experiment into curves and answers with intervals.</summary>
internal sealed class DelayCurves
{
    private const int Reference = 0;

    private readonly TimingPlan plan;
    private readonly OutcomeRecord record;
    private readonly int starts;
    private readonly BatchResampling resampling;

    public DelayCurves(TimingPlan plan, OutcomeRecord record)
    {
        this.plan = plan;
        this.record = record;
        starts = plan.OffsetsMonths.Count;
        resampling = new BatchResampling(record.Batches, plan.Run.Seed);
    }

    /// <summary>All curves: [group * number of outcomes + outcome].</summary>
    public IReadOnlyList<DelayCurve> All() =>
    [
        .. Enumerable.Range(0, record.Groups.Count).SelectMany(group => Enumerable.Range(0, OutcomeCatalogue.Count).Select(outcome => Curve(group, outcome))),
    ];

    /// <summary>The triggers, with how sure it is that each is the best.</summary>
    public IReadOnlyList<TriggerResult> Triggers()
    {
        var triggers = plan.Triggers.Count;
        var best = new int[triggers];
        var benefits = new double[triggers];
        var first = TimingResult.ArmOf(starts);
        var sums = BenefitSums(0, plan.Question.Outcome, first, triggers);
        for (var resample = 0; resample < BatchResampling.Resamples && triggers > 0; resample++)
        {
            Resampled(resample, 0, sums, benefits);
            best[Array.IndexOf(benefits, benefits.Max())]++;
        }

        return [.. plan.Triggers.Select((trigger, i) => new TriggerResult(trigger, first + i, (double)best[i] / BatchResampling.Resamples))];
    }

    private DelayCurve Curve(int group, int outcome)
    {
        var arms = Enumerable.Range(TimingResult.ArmOf(0), starts);
        Estimate[] benefits = [.. arms.Select(arm => record.Benefit(group, arm, Reference, outcome))];
        var values = benefits.Select(benefit => benefit.Value).ToArray();
        var smallest = plan.SmallestBenefitOf(outcome);
        var (windows, points) = (new double[BatchResampling.Resamples], new double[BatchResampling.Resamples]);
        var sums = BenefitSums(group, outcome, TimingResult.ArmOf(0), starts);
        var resampled = new double[starts];
        for (var resample = 0; resample < BatchResampling.Resamples; resample++)
        {
            Resampled(resample, group, sums, resampled);
            windows[resample] = DelayAnswers.Window(plan.OffsetsMonths, resampled, plan.WindowKeepsShare);
            points[resample] = DelayAnswers.PointOfNoReturn(plan.OffsetsMonths, resampled, smallest);
        }

        return new DelayCurve
        {
            Outcome = outcome,
            Group = group,
            Reference = record.Mean(group, Reference, outcome),
            Means = [.. arms.Select(arm => record.Mean(group, arm, outcome))],
            Benefits = benefits,
            CostsOfDelay = [.. Enumerable.Range(0, starts - 1).Select(start => CostOfDelay(group, outcome, start))],
            Window = Answer(DelayAnswers.Window(plan.OffsetsMonths, values, plan.WindowKeepsShare), windows),
            PointOfNoReturn = Answer(DelayAnswers.PointOfNoReturn(plan.OffsetsMonths, values, smallest), points),
        };
    }

    private Estimate? CostOfDelay(int group, int outcome, int start)
    {
        var (arm, later) = (TimingResult.ArmOf(start), TimingResult.ArmOf(start + 1));
        if (record.Starts(group, arm).ClampedShare > TimingResult.MostClamped || record.Starts(group, later).ClampedShare > TimingResult.MostClamped)
        {
            return null;
        }

        var months = plan.OffsetsMonths[start + 1] - plan.OffsetsMonths[start];
        var lost = record.Benefit(group, arm, later, outcome);
        return new Estimate(lost.Value / months, lost.StandardError / months);
    }

    private static MonthAnswer Answer(double value, double[] resampled)
    {
        var (low, high) = BatchResampling.Interval(resampled);
        return new MonthAnswer(value, low, high);
    }

    /// <summary>Sums of what consecutive arms gain over the reference: [batch * arms + arm].</summary>
    private double[] BenefitSums(int group, int outcome, int firstArm, int arms)
    {
        var sums = new double[record.Batches * arms];
        for (var batch = 0; batch < record.Batches; batch++)
        {
            for (var i = 0; i < arms; i++)
            {
                sums[(batch * arms) + i] = record.BenefitSum(batch, group, firstArm + i, Reference, outcome);
            }
        }

        return sums;
    }

    /// <summary>Mean gains in a resample of the batches.</summary>
    private void Resampled(int resample, int group, double[] sums, Span<double> benefits)
    {
        var times = resampling.Times(resample);
        benefits.Clear();
        long patients = 0;
        for (var batch = 0; batch < times.Length; batch++)
        {
            if (times[batch] == 0)
            {
                continue;
            }

            patients += times[batch] * record.Patients(batch, group);
            var row = sums.AsSpan(batch * benefits.Length, benefits.Length);
            for (var i = 0; i < benefits.Length; i++)
            {
                benefits[i] += times[batch] * row[i];
            }
        }

        for (var i = 0; i < benefits.Length; i++)
        {
            benefits[i] /= patients;
        }
    }
}
