using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Engine.Running;

/// <summary>
/// A run on the caller's thread that can be looked at before it is finished, its patients in any order: for a page that shows the first ones while others are
/// simulated, here or in processes beside this one.
/// </summary>
/// <remarks>Not thread-safe. With every patient of the plan simulated once, here or there, its result is that of <see cref="Simulation.Run"/> bit for bit.</remarks>
public sealed class ProgressiveRun : IDisposable
{
    private readonly RunPlan plan;
    private readonly RecordShape shape;
    private readonly ISimulationWorker worker;

    /// <summary>Prepares a run.</summary>
    /// <param name="plan">What to run.</param>
    public ProgressiveRun(RunPlan plan)
    {
        this.plan = plan;
        shape = Simulation.ShapeOf(plan);
        worker = Simulation.Worker(plan, shape);
    }

    /// <summary>Patients of the plan.</summary>
    public long Patients => plan.Patients;

    /// <summary>What has been simulated here, as bytes for <see cref="RecordOf"/> in another process.</summary>
    public byte[] Bytes => RunRecordBytes.Of(worker.Record);

    /// <summary>Simulates patients.</summary>
    /// <param name="first">First patient; none of them may have been simulated before.</param>
    /// <param name="count">Number of patients, at least 1; the last one must belong to the plan.</param>
    public void Simulate(long first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, plan.Patients, nameof(count));
        for (var next = first; next < first + count; next += Simulation.ChunkPatients)
        {
            worker.Simulate(next, (int)Math.Min(Simulation.ChunkPatients, first + count - next));
        }
    }

    /// <summary>What another process has simulated of the same plan.</summary>
    /// <param name="bytes">Its <see cref="Bytes"/>.</param>
    /// <exception cref="ArgumentException">They belong to a plan of another shape.</exception>
    public RunRecord RecordOf(ReadOnlySpan<byte> bytes) => RunRecordBytes.Read(shape, bytes);

    /// <summary>What all patients so far give, told as a run of that many.</summary>
    /// <param name="others">Records of other processes; no patient may be in two of them.</param>
    /// <returns>The result, which further patients do not change. Its plan is this run's with the number of patients simulated so far; its time is not known, 0.</returns>
    /// <exception cref="InvalidOperationException">Nobody has been simulated.</exception>
    public RunResult Result(IEnumerable<RunRecord> others)
    {
        var record = new RunRecord(shape);
        record.Merge(worker.Record);
        foreach (var other in others)
        {
            record.Merge(other);
        }

        var patients = record.Patients + record.WithoutOrigin;
        return patients > 0
            ? new(plan with { Patients = patients }, record, 0)
            : throw new InvalidOperationException("Nobody has been simulated yet.");
    }

    /// <summary>The record of one patient who meets other chance: the same person, lived again.</summary>
    /// <param name="plan">The run that the patient belongs to.</param>
    /// <param name="patient">Number of the patient, below <see cref="RecordShape.ExamplePatients"/> so that the course is kept.</param>
    /// <param name="repetition">Repetition of chance; the plan's own gives the patient as in the run.</param>
    public static RunRecord OnePatient(RunPlan plan, int patient, uint repetition)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patient);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(patient, RecordShape.ExamplePatients);
        var again = plan with { Repetition = repetition };
        using var once = Simulation.Worker(again, Simulation.ShapeOf(again));
        once.Simulate(patient, 1);
        return once.Record;
    }

    /// <inheritdoc/>
    public void Dispose() => worker.Dispose();
}
