using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Engine.Running;

/// <summary>A run on the caller's thread that can be looked at before it is finished: for a page that shows its first patients while the others are simulated.</summary>
/// <remarks>Not thread-safe. Finished, it is <see cref="Simulation.Run"/>'s result bit for bit, whatever the sizes of its parts.</remarks>
public sealed class ProgressiveRun : IDisposable
{
    private readonly RunPlan plan;
    private readonly ISimulationWorker worker;

    /// <summary>Prepares a run.</summary>
    /// <param name="plan">What to run.</param>
    public ProgressiveRun(RunPlan plan)
    {
        this.plan = plan;
        worker = Simulation.Worker(plan, Simulation.ShapeOf(plan));
    }

    /// <summary>Patients simulated so far.</summary>
    public long Done { get; private set; }

    /// <summary>Patients of the plan.</summary>
    public long Total => plan.Patients;

    /// <summary>True when all of them are simulated.</summary>
    public bool IsFinished => Done == Total;

    /// <summary>Simulates the next patients.</summary>
    /// <param name="patients">Their number, at least 1; those beyond the plan's are left out.</param>
    public void Simulate(int patients)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patients, 1);
        var end = Math.Min(plan.Patients, Done + patients);
        while (Done < end)
        {
            var count = (int)Math.Min(Simulation.ChunkPatients, end - Done);
            worker.Simulate(Done, count);
            Done += count;
        }
    }

    /// <summary>What the patients so far give: the result of the plan with that number of patients. At least one must have been simulated.</summary>
    /// <param name="elapsedSeconds">Time that simulating took, seconds; goes into the result.</param>
    /// <returns>A view: its record grows when further patients are simulated.</returns>
    public RunResult Result(double elapsedSeconds) => new(plan with { Patients = Done }, worker.Record, elapsedSeconds);

    /// <summary>The record of one patient who meets other chance each time: the same person, lived again.</summary>
    /// <param name="plan">The run that the patient belongs to.</param>
    /// <param name="patient">Number of the patient, below <see cref="RecordShape.ExamplePatients"/> so that the course is kept.</param>
    /// <param name="repetition">Repetition of chance; the plan's own gives the patient as in the run.</param>
    public static RunRecord OnePatient(RunPlan plan, int patient, uint repetition)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(patient, RecordShape.ExamplePatients);
        var again = plan with { Repetition = repetition, Patients = Math.Max(plan.Patients, patient + 1) };
        using var once = Simulation.Worker(again, Simulation.ShapeOf(again));
        once.Simulate(patient, 1);
        return once.Record;
    }

    /// <inheritdoc/>
    public void Dispose() => worker.Dispose();
}
