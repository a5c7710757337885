namespace ProgressionSim.Engine.Recording;

/// <summary>What was counted in one arm. Whole numbers only: any split of the patients adds up to the same record.</summary>
public sealed class ArmRecord
{
    private readonly int[] histogramOffsets;
    private readonly int histogramLength;

    internal ArmRecord(RecordShape shape)
    {
        histogramOffsets = shape.HistogramOffsets;
        histogramLength = shape.HistogramLength;
        var cells = shape.Months * MeasureCatalogue.Count;
        Alive = new long[shape.Months];
        Sums = new Int128[cells];
        SumsOfSquares = new Int128[cells];
        Histograms = new int[shape.Months * shape.HistogramLength];
        Milestones = [.. Enum.GetValues<CourseMilestone>()
            .Select(milestone => new StepHistogram(milestone == CourseMilestone.TreatmentStart ? shape.FirstStartStep : shape.FirstStep, shape.LastStep))];
    }

    /// <summary>Patients alive, by month of the grid.</summary>
    public long[] Alive { get; }

    /// <summary>Sum over the living of each measure in fixed point: [month * <see cref="MeasureCatalogue.Count"/> + measure]; 0 where it is not recorded.</summary>
    public Int128[] Sums { get; }

    /// <summary>The same of squares, in squared fixed point.</summary>
    public Int128[] SumsOfSquares { get; }

    /// <summary>Time of each milestone, for those who reached it within the follow-up, by number of the milestone.</summary>
    public StepHistogram[] Milestones { get; }

    /// <summary>Patients whom no treatment of the arm reached in life and within the follow-up.</summary>
    public long NeverTreated { get; internal set; }

    /// <summary>Patients with a treatment that would have started before biological onset and was put off to it.</summary>
    public long StartedAtBiologicalOnset { get; internal set; }

    /// <summary>Patients without symptoms to the end of follow-up or their death.</summary>
    public long NeverSymptomatic { get; internal set; }

    /// <summary>Patients who died before the report origin.</summary>
    public long DeathsBeforeOrigin { get; internal set; }

    internal int[] Histograms { get; }

    /// <summary>Histogram of a measure over the living at a month of the grid; empty when the measure is not recorded.</summary>
    /// <param name="month">Index into the grid.</param>
    /// <param name="measure">Number of the measure.</param>
    public ReadOnlySpan<int> Histogram(int month, int measure) =>
        Histograms.AsSpan((month * histogramLength) + histogramOffsets[measure], histogramOffsets[measure + 1] - histogramOffsets[measure]);

    internal void Merge(ArmRecord other)
    {
        Combine.Add(Alive, other.Alive);
        Combine.Add(Sums, other.Sums);
        Combine.Add(SumsOfSquares, other.SumsOfSquares);
        Combine.Add(Histograms, other.Histograms);
        for (var i = 0; i < Milestones.Length; i++)
        {
            Milestones[i].Merge(other.Milestones[i]);
        }

        NeverTreated += other.NeverTreated;
        StartedAtBiologicalOnset += other.StartedAtBiologicalOnset;
        NeverSymptomatic += other.NeverSymptomatic;
        DeathsBeforeOrigin += other.DeathsBeforeOrigin;
    }
}
