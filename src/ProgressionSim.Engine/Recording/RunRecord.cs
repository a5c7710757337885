namespace ProgressionSim.Engine.Recording;

/// <summary>Everything counted in a run or a part of it. Parts merge in any order to the same record.</summary>
public sealed class RunRecord
{
    /// <summary>Creates an empty record.</summary>
    /// <param name="shape">Its sizes.</param>
    public RunRecord(RecordShape shape)
    {
        Shape = shape;
        Arms = [.. Enumerable.Range(0, shape.Arms).Select(_ => new ArmRecord(shape))];
        Pairs = [.. from against in Enumerable.Range(0, shape.Arms)
                    from arm in Enumerable.Range(against + 1, shape.Arms - against - 1)
                    select new PairRecord(shape, arm, against)];
        Examples = new float[RecordShape.ExamplePatients * shape.Arms * shape.Months * MeasureCatalogue.Count];
        Array.Fill(Examples, float.NaN);
    }

    /// <summary>Sizes of the record.</summary>
    public RecordShape Shape { get; }

    /// <summary>Patients analysed in every arm.</summary>
    public long Patients { get; internal set; }

    /// <summary>Patients left out of every arm because their untreated twin reached no report origin.</summary>
    public long WithoutOrigin { get; internal set; }

    /// <summary>Arms, in the plan's order.</summary>
    public ArmRecord[] Arms { get; }

    /// <summary>Pairs of arms: each arm against the first, then against the second, and so on.</summary>
    public PairRecord[] Pairs { get; }

    /// <summary>
    /// Values of the first patients, NaN where dead, left out or not recorded: [((patient * arms + arm) * months + month) * measures + measure].
    /// </summary>
    public float[] Examples { get; }

    /// <summary>Adds another part of the same run.</summary>
    /// <param name="other">The other part.</param>
    public void Merge(RunRecord other)
    {
        Patients += other.Patients;
        WithoutOrigin += other.WithoutOrigin;
        for (var i = 0; i < Arms.Length; i++)
        {
            Arms[i].Merge(other.Arms[i]);
        }

        for (var i = 0; i < Pairs.Length; i++)
        {
            Pairs[i].Merge(other.Pairs[i]);
        }

        for (var i = 0; i < Examples.Length; i++)
        {
            // Each example patient belongs to one part only.
            if (!float.IsNaN(other.Examples[i]))
            {
                Examples[i] = other.Examples[i];
            }
        }
    }

    /// <summary>Value of an example patient; NaN where dead or left out.</summary>
    /// <param name="patient">0 to <see cref="RecordShape.ExamplePatients"/> - 1.</param>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    /// <param name="measure">Number of the measure.</param>
    public float Example(int patient, int arm, int month, int measure) => Examples[ExampleIndex(patient, arm, month) + measure];

    internal int ExampleIndex(long patient, int arm, int month) =>
        (int)((((patient * Shape.Arms) + arm) * Shape.Months) + month) * MeasureCatalogue.Count;
}
