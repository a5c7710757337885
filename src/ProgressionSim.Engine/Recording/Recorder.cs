using System.Numerics;

namespace ProgressionSim.Engine.Recording;

/// <summary>Adds patients to a record, a block of some patients at a time. One recorder belongs to one thread.</summary>
/// <remarks>
/// A block is begun, then for each arm its months and courses are added in any order, then it is ended. Measurements are kept until a batch is full; they are
/// whole numbers up to <see cref="LargestCell"/>, so that the squared differences of a batch fit into 64 bits. The record itself holds 128 bits.
/// </remarks>
public sealed unsafe class Recorder
{
    /// <summary>Largest magnitude of a measurement in fixed point: 2^26. Larger ones are recorded as this.</summary>
    public const float LargestCell = 1 << 26;

    private readonly RunRecord record;
    private readonly int[] measures;
    private readonly float[] valuePerCount;
    private readonly MeasurementBatch batch;
    private readonly ArmTally[] arms;
    private readonly PairTally[] pairs;
    private readonly uint[] patients = new uint[MeasurementBatch.Patients];
    private int lanes;
    private uint examples;
    private int analysed;

    /// <summary>Starts with an empty record.</summary>
    /// <param name="shape">Sizes of the record.</param>
    public Recorder(RecordShape shape)
    {
        record = new RunRecord(shape);
        measures = [.. shape.RecordedMeasures];
        valuePerCount = [.. shape.Catalogue.Observed.Select(measure => 1f / measure.Scale)];
        batch = new MeasurementBatch(shape);
        arms = [.. record.Arms.Select((arm, index) => new ArmTally(shape, index, arm))];
        pairs = [.. record.Pairs.Select(pair => new PairTally(shape, pair))];
    }

    /// <summary>The record of all blocks that were ended; not to be read between the begin and the end of a block.</summary>
    public RunRecord Record
    {
        get
        {
            AddUp();
            foreach (var arm in arms)
            {
                arm.Flush();
            }

            return record;
        }
    }

    /// <summary>Begins a block.</summary>
    /// <param name="block">Number of each lane's patient; 1, 4, 8 or 16 lanes, the same in every block.</param>
    public void Begin(ReadOnlySpan<uint> block)
    {
        lanes = block.Length;
        block.CopyTo(patients);
        examples = 0;
        for (var lane = 0; lane < lanes; lane++)
        {
            examples |= block[lane] < RecordShape.ExamplePatients ? 1u << lane : 0;
        }
    }

    /// <summary>Adds a month of an arm.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="month">Index into the grid.</param>
    /// <param name="cells">
    /// Measurements in fixed point, whole numbers up to <see cref="LargestCell"/> in magnitude: [measure * lanes + lane]; of no meaning in other lanes than
    /// <paramref name="living"/> and for measures that are not recorded.
    /// </param>
    /// <param name="living">Bit of each lane whose patient is analysed and alive.</param>
    public void AddMonth(int arm, int month, float* cells, uint living)
    {
        batch.Put(arm, month, cells, lanes, living);
        for (var left = examples & living; left != 0; left &= left - 1)
        {
            KeepExample(arm, month, cells, BitOperations.TrailingZeroCount(left));
        }
    }

    /// <summary>Adds the course of one patient in an arm.</summary>
    /// <param name="arm">Arm.</param>
    /// <param name="milestones">Steps from the report origin to each milestone, by number; null where not reached in life and within the follow-up.</param>
    /// <param name="startedAtBiologicalOnset">A treatment would have started before biological onset and was put off to it.</param>
    public void AddCourse(int arm, ReadOnlySpan<int?> milestones, bool startedAtBiologicalOnset)
    {
        var to = record.Arms[arm];
        for (var i = 0; i < milestones.Length; i++)
        {
            if (milestones[i] is { } step)
            {
                to.Milestones[i].Add(step);
            }
        }

        to.NeverTreated += milestones[(int)CourseMilestone.TreatmentStart] is null ? 1 : 0;
        to.NeverSymptomatic += milestones[(int)CourseMilestone.SymptomOnset] is null ? 1 : 0;
        to.DeathsBeforeOrigin += milestones[(int)CourseMilestone.Death] <= 0 ? 1 : 0;
        to.StartedAtBiologicalOnset += startedAtBiologicalOnset ? 1 : 0;
    }

    /// <summary>Ends a block: all arms of its patients were added.</summary>
    /// <param name="withOrigin">Number of patients analysed.</param>
    /// <param name="withoutOrigin">Number of patients left out because their untreated twin reached no report origin.</param>
    public void End(int withOrigin, int withoutOrigin)
    {
        record.Patients += withOrigin;
        record.WithoutOrigin += withoutOrigin;
        analysed += withOrigin;
        batch.Take(lanes);
        if (batch.Taken == MeasurementBatch.Patients)
        {
            AddUp();
        }
    }

    /// <summary>Adds the batch to the record.</summary>
    private void AddUp()
    {
        foreach (var arm in arms)
        {
            arm.Add(batch);
        }

        foreach (var pair in pairs)
        {
            pair.Add(batch, analysed);
        }

        batch.Clear();
        analysed = 0;
    }

    private void KeepExample(int arm, int month, float* cells, int lane)
    {
        var index = record.ExampleIndex(patients[lane], arm, month);
        foreach (var measure in measures)
        {
            record.Examples[index + measure] = cells[(measure * lanes) + lane] * valuePerCount[measure];
        }
    }
}
