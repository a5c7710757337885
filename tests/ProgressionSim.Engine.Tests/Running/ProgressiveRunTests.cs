using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

/// <summary>Exact: a run in parts, here and elsewhere, is the run in one piece.</summary>
public sealed class ProgressiveRunTests
{
    private static readonly RunPlan Plan = TestRuns.Rich(700, 2201) with { RecordedMeasures = [MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Neurofilament] };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Parts_in_any_order_and_from_elsewhere_are_the_run_in_one_piece()
    {
        using var here = new ProgressiveRun(Plan);
        using var there = new ProgressiveRun(Plan);
        here.Simulate(690, 10);
        there.Simulate(3, 37);
        here.Simulate(0, 3);
        there.Simulate(40, 300);
        here.Simulate(340, 350);

        var result = here.Result([here.RecordOf(there.Bytes)]);

        Assert.Null(Records.Difference(Simulation.Run(Plan, threads: 1).Record, result.Record));
        Assert.Equal(Plan, result.Plan);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_first_patients_are_the_run_of_that_many_and_stay_it()
    {
        using var run = new ProgressiveRun(Plan);
        run.Simulate(0, 12);
        run.Simulate(12, 30);
        var first = run.Result([]);
        run.Simulate(42, 100);

        Assert.Equal(42, first.Plan.Patients);
        Assert.Null(Records.Difference(Simulation.Run(Plan with { Patients = 42 }, threads: 1).Record, first.Record));
        Assert.Equal(142, run.Result([]).Plan.Patients);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_number_of_a_record_survives_as_bytes()
    {
        var plan = TestRuns.Rich(100, 2202);
        var record = Simulation.Run(plan, threads: 1).Record;
        Assert.Contains(record.Arms, arm => arm.NeverTreated > 0);
        Assert.Contains(record.Arms, arm => arm.StartedAtBiologicalOnset > 0);
        Assert.Null(Records.Difference(record, RunRecordBytes.Read(Simulation.ShapeOf(plan), RunRecordBytes.Of(record))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [Trait("Evidence", "Exact")]
    public void Bytes_of_another_shape_are_refused(int more)
    {
        var plan = TestRuns.Rich(20, 2203);
        var bytes = RunRecordBytes.Of(Simulation.Run(plan, threads: 1).Record);
        var error = Assert.Throws<ArgumentException>("bytes", () => RunRecordBytes.Read(Simulation.ShapeOf(plan), new byte[bytes.Length + more]));
        Assert.Equal($"{bytes.Length + more} bytes are no record of this shape, which takes {bytes.Length}. (Parameter 'bytes')", error.Message);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Patients_beyond_the_plan_and_results_of_nobody_are_refused()
    {
        using var run = new ProgressiveRun(Plan);
        Assert.Throws<InvalidOperationException>(() => run.Result([]));
        Assert.Throws<ArgumentOutOfRangeException>("first", () => run.Simulate(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => run.Simulate(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => run.Simulate(699, 2));
        run.Simulate(699, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [Trait("Evidence", "Exact")]
    public void One_patient_lives_as_in_the_run_and_otherwise_by_other_chance(int patient)
    {
        var plan = TestRuns.Rich(8, 2204);
        var run = Simulation.Run(plan, threads: 1).Record;
        var same = Course(ProgressiveRun.OnePatient(plan, patient, 0), patient);
        Assert.Equal(Course(run, patient), same);
        Assert.NotEqual(same, Course(ProgressiveRun.OnePatient(plan, patient, 1), patient));
        Assert.Equal(1, ProgressiveRun.OnePatient(plan, patient, 1).Patients + ProgressiveRun.OnePatient(plan, patient, 1).WithoutOrigin);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_patient_whose_course_is_not_kept_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("patient", () => ProgressiveRun.OnePatient(TestRuns.Rich(100, 2205), RecordShape.ExamplePatients, 0));

    private static float[] Course(RunRecord record, int patient) =>
        [.. from arm in Enumerable.Range(0, record.Arms.Length)
            from month in Enumerable.Range(0, record.Shape.Grid.Months.Length)
            select record.Example(patient, arm, month, MeasureCatalogue.Neurofilament)];
}
