using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks;

/// <summary>What recording adds to the paths of W2: looking at a block month by month and adding it to the record. Times are per block: divide by the lanes for a patient.</summary>
/// <typeparam name="T">The lane type.</typeparam>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Lane1))]
[GenericTypeArguments(typeof(Lane8))]
[GenericTypeArguments(typeof(Lane16))]
public unsafe class RecordingBenchmarks<T>
    where T : unmanaged, ILanes<T>
{
    private CourseRunner<T, BinomialTransitions<T>> courses = null!;
    private PathObserver<T> observer = null!;
    private Recorder recorder = null!;
    private PatientPath<T> path = null!;

    /// <summary>Ten measures, or all of them.</summary>
    [Params(true, false)]
    public bool TenMeasures { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var plan = ShippedPlans.Load(Workload.W2);
        plan = TenMeasures ? ShippedPlans.RecordingTenMeasures(plan) : plan;
        var shape = Simulation.ShapeOf(plan);
        courses = new CourseRunner<T, BinomialTransitions<T>>(plan, shape.Grid.LastStep);
        observer = new PathObserver<T>(plan, shape, courses.Kernel.Disease, courses.Kernel.Measures);
        recorder = new Recorder(shape);

        // Not among the patients kept as examples.
        courses.Batch.Draw(RecordShape.ExamplePatients, T.Count);
        courses.Begin(0);
        path = courses.RunArm(0);
    }

    [GlobalCleanup]
    public void GiveBack()
    {
        courses.Dispose();
        observer.Dispose();
    }

    [Benchmark]
    public void ObserveAndRecord()
    {
        observer.Begin(courses.Block);
        recorder.Begin(new ReadOnlySpan<uint>(courses.Block.Patients, T.Count));
        observer.Observe(0, courses.Block, path, courses.Twin, courses.FirstStarts, courses.Origins, (1u << T.Count) - 1, recorder);
        recorder.End(T.Count, 0);
    }
}
