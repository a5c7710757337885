using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Simulates chunks of patients on one thread and adds their outcomes to a record of its own.</summary>
internal sealed class OutcomeWorker : IDisposable
{
    private const int MostGroupsOfPatient = 3;

    private readonly OutcomeShape shape;
    private readonly OutcomeGroups groups;
    private readonly PatientOutcomes patients;
    private readonly CourseSimulator simulator;
    private readonly CourseTable table;
    private readonly float[] outcomes;
    private readonly long[] inFixedPoint;
    private readonly int[] memberships = new int[MostGroupsOfPatient];

    public OutcomeWorker(RunPlan plan, OutcomeRules rules, OutcomeShape shape, OutcomeGroups groups)
    {
        this.shape = shape;
        this.groups = groups;
        Record = new OutcomeRecord(shape);
        patients = new PatientOutcomes(plan, rules);
        var courses = PatientOutcomes.Courses(plan, rules);
        simulator = new CourseSimulator(courses);
        table = courses.NewTable(Math.Min(Simulation.ChunkPatients, shape.Patients));
        outcomes = new float[shape.Arms * OutcomeCatalogue.Count];
        inFixedPoint = new long[outcomes.Length];
    }

    /// <summary>Gets the record of all chunks so far.</summary>
    public OutcomeRecord Record { get; }

    /// <summary>Adds patients.</summary>
    /// <param name="first">Number of the first one.</param>
    /// <param name="count">At most a chunk.</param>
    /// <param name="each">Given every patient's number and outcomes [arm][outcome], empty for those without an origin; null for nobody.</param>
    public void Add(int first, int count, Action<int, ReadOnlySpan<float>>? each = null)
    {
        simulator.Fill((uint)first, count, table);
        for (var patient = 0; patient < count; patient++)
        {
            if (!table.HasOrigin(patient))
            {
                Record.AddWithoutOrigin();
                each?.Invoke(first + patient, []);
                continue;
            }

            for (var arm = 0; arm < shape.Arms; arm++)
            {
                patients.Compute(table, arm, patient, outcomes.AsSpan(arm * OutcomeCatalogue.Count, OutcomeCatalogue.Count));
            }

            for (var i = 0; i < outcomes.Length; i++)
            {
                inFixedPoint[i] = OutcomeRecord.InFixedPoint(outcomes[i]);
            }

            var number = groups.Of(table, patient, memberships);
            Record.Add(table, patient, shape.BatchOf(first + patient), memberships.AsSpan(0, number), inFixedPoint);
            each?.Invoke(first + patient, outcomes);
        }
    }

    public void Dispose() => simulator.Dispose();
}
