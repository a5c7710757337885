using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Outcomes of all arms in the same patients, summed by batch of consecutive patients, so that any difference between arms has a standard error.</summary>
/// <remarks>Sums are whole numbers in fixed point: any split of the patients, on any number of threads, adds up to the same record.</remarks>
public sealed class OutcomeRecord
{
    // An outcome is at most about 10^6 (pg/mL) and a batch at most 10^7 patients, so 63 bits hold.
    private const double UnitsOfFixedPoint = 1 << 16;

    private readonly OutcomeShape shape;
    private readonly long[] sums;
    private readonly long[] counts;
    private readonly StartRecord[] starts;
    private readonly StepHistogram[] origins;

    internal OutcomeRecord(OutcomeShape shape)
    {
        this.shape = shape;
        sums = new long[shape.Cell(shape.Batches, 0, 0, 0)];
        counts = new long[shape.Batches * shape.Groups.Count];
        starts = [.. Enumerable.Range(0, shape.Groups.Count * shape.Arms).Select(_ => new StartRecord(shape))];
        origins = [.. shape.Groups.Select(_ => new StepHistogram(0, -shape.FirstStep))];
    }

    /// <summary>Groups of patients; the first holds everybody with an origin.</summary>
    public IReadOnlyList<OutcomeGroup> Groups => shape.Groups;

    /// <summary>Number of arms.</summary>
    public int Arms => shape.Arms;

    /// <summary>Number of batches.</summary>
    public int Batches => shape.Batches;

    /// <summary>Number of patients left out because their untreated twin reached no report origin.</summary>
    public long WithoutOrigin { get; private set; }

    /// <summary>Number of patients of a group.</summary>
    /// <param name="group">Index of the group.</param>
    public long Patients(int group)
    {
        long sum = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            sum += Patients(batch, group);
        }

        return sum;
    }

    /// <summary>Number of a batch's patients in a group.</summary>
    /// <param name="batch">Batch.</param>
    /// <param name="group">Index of the group.</param>
    public long Patients(int batch, int group) => counts[(batch * Groups.Count) + group];

    /// <summary>Sum of an outcome over a batch's patients of a group.</summary>
    /// <param name="batch">Batch.</param>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public double Sum(int batch, int group, int arm, int outcome) => sums[shape.Cell(batch, group, arm, outcome)] / UnitsOfFixedPoint;

    /// <summary>When treatment started.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    public StartRecord Starts(int group, int arm) => starts[(group * Arms) + arm];

    /// <summary>Quantile of the report origin, months after biological onset, to a step; null without patients.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="share">More than 0, at most 1; 0.5 for the median.</param>
    public double? OriginMonths(int group, double share) => origins[group].Quantile(share) is { } step ? step * shape.StepMonths : null;

    /// <summary>Mean of an outcome.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public Estimate Mean(int group, int arm, int outcome) => Ratio(group, batch => Sum(batch, group, arm, outcome));

    /// <summary>What an arm gains over another in the same patients: positive is good.</summary>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="against">The other arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public Estimate Benefit(int group, int arm, int against, int outcome) => Ratio(group, batch => BenefitSum(batch, group, arm, against, outcome));

    /// <summary>Sum over a batch's patients of what an arm gains over another.</summary>
    /// <param name="batch">Batch.</param>
    /// <param name="group">Index of the group.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="against">The other arm.</param>
    /// <param name="outcome">Number of the outcome.</param>
    public double BenefitSum(int batch, int group, int arm, int against, int outcome)
    {
        var gained = Sum(batch, group, arm, outcome) - Sum(batch, group, against, outcome);
        return OutcomeCatalogue.All[outcome].HigherIsBetter ? gained : -gained;
    }

    /// <summary>An outcome in fixed point.</summary>
    internal static long InFixedPoint(float outcome) => (long)Math.Round(outcome * UnitsOfFixedPoint);

    internal void Add(CourseTable table, int patient, int batch, ReadOnlySpan<int> groups, ReadOnlySpan<long> outcomes)
    {
        foreach (var group in groups)
        {
            counts[(batch * Groups.Count) + group]++;
            origins[group].Add((int)Math.Round(table.MonthsFromBiologicalOnset(patient) / shape.StepMonths));
            var cells = sums.AsSpan(shape.Cell(batch, group, 0, 0), outcomes.Length);
            for (var i = 0; i < outcomes.Length; i++)
            {
                cells[i] += outcomes[i];
            }

            for (var arm = 0; arm < Arms; arm++)
            {
                Starts(group, arm).Add(table.FirstTreatmentMonths(arm, patient), table.StartedAtBiologicalOnset(arm, patient), table.SymptomOnsetMonths(0, patient));
            }
        }
    }

    internal void AddWithoutOrigin() => WithoutOrigin++;

    internal void Merge(OutcomeRecord other)
    {
        WithoutOrigin += other.WithoutOrigin;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += other.sums[i];
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        for (var i = 0; i < origins.Length; i++)
        {
            origins[i].Merge(other.origins[i]);
        }

        for (var i = 0; i < starts.Length; i++)
        {
            starts[i].Merge(other.starts[i]);
        }
    }

    /// <summary>Mean over a group's patients from sums of batches, with the standard error of a ratio of sums between batches (Cochran 1977, section 2.11).</summary>
    private Estimate Ratio(int group, Func<int, double> sumOf)
    {
        double sum = 0;
        long patients = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            sum += sumOf(batch);
            patients += Patients(batch, group);
        }

        var mean = sum / patients;
        var squares = 0.0;
        for (var batch = 0; batch < Batches; batch++)
        {
            var residual = sumOf(batch) - (mean * Patients(batch, group));
            squares += residual * residual;
        }

        return new Estimate(mean, Math.Sqrt(squares * Batches / Math.Max(1, Batches - 1)) / patients);
    }
}
