namespace ProgressionSim.Engine.Recording;

/// <summary>One patient as seen at the months of the grid in every arm.</summary>
public sealed class PatientObservations
{
    /// <summary>Makes room for one patient.</summary>
    /// <param name="shape">Sizes of the record.</param>
    public PatientObservations(RecordShape shape)
    {
        Months = shape.Months;
        Values = new int[shape.Arms * shape.Months * MeasureCatalogue.Count];
        MonthsAlive = new int[shape.Arms];
        Milestones = new int?[shape.Arms * CourseMilestones];
        StartedAtBiologicalOnset = new bool[shape.Arms];
    }

    /// <summary>Number of milestones.</summary>
    public static int CourseMilestones { get; } = Enum.GetValues<CourseMilestone>().Length;

    /// <summary>Values in fixed point: [(arm * months + month) * measures + measure]; of no meaning where dead.</summary>
    public int[] Values { get; }

    /// <summary>By arm: number of months of the grid at which the patient is alive; they are the first ones.</summary>
    public int[] MonthsAlive { get; }

    /// <summary>Steps from the report origin to each milestone reached within the follow-up: [arm * milestones + milestone].</summary>
    public int?[] Milestones { get; }

    /// <summary>By arm: a treatment would have started before biological onset and was put off to it.</summary>
    public bool[] StartedAtBiologicalOnset { get; }

    internal int Months { get; }

    /// <summary>The values of one arm at one month, by measure.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    public Span<int> At(int arm, int month) => Values.AsSpan(((arm * Months) + month) * MeasureCatalogue.Count, MeasureCatalogue.Count);
}
