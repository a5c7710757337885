using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks;

/// <summary>What recording adds to a path of W2: looking at it month by month, and adding what was seen to the record. Times are per patient.</summary>
/// <typeparam name="T">The lane type.</typeparam>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Lane1))]
[GenericTypeArguments(typeof(Lane8))]
[GenericTypeArguments(typeof(Lane16))]
public class RecordingBenchmarks<T>
    where T : unmanaged, ILanes<T>
{
    // A multiple of every width, and enough that they scatter over the bins as a cohort does.
    private const int Patients = 256;

    private CourseRunner<T, BinomialTransitions<T>> courses = null!;
    private PathObserver<T> observer = null!;
    private PatientObservations[] seen = null!;
    private Recorder recorder = null!;
    private PatientPath<T> path = null!;
    private PatientObservations[] lastBlock = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var plan = ShippedPlans.Load(Workload.W2);
        var shape = Simulation.ShapeOf(plan);
        courses = new CourseRunner<T, BinomialTransitions<T>>(plan, shape.Grid.LastStep);
        observer = new PathObserver<T>(plan, shape, courses.Kernel.Disease, courses.Kernel.Measures);
        recorder = new Recorder(shape);
        seen = [.. Enumerable.Range(0, Patients).Select(_ => new PatientObservations(shape))];
        for (var first = 0; first < Patients; first += T.Count)
        {
            courses.Begin((uint)first);
            path = courses.RunArm(0);
            lastBlock = seen[first..(first + T.Count)];
            ObserveInto(lastBlock);
        }
    }

    [GlobalCleanup]
    public void GiveBack()
    {
        courses.Dispose();
        observer.Dispose();
    }

    /// <summary>The last block's path again: noise of its visits, interpolation, scores.</summary>
    [Benchmark(OperationsPerInvoke = Patients)]
    public void Observe()
    {
        for (var times = 0; times < Patients / T.Count; times++)
        {
            ObserveInto(lastBlock);
        }
    }

    [Benchmark(OperationsPerInvoke = Patients)]
    public void Record()
    {
        for (var patient = 0; patient < Patients; patient++)
        {
            recorder.Add(RecordShape.ExamplePatients + patient, seen[patient]);
        }
    }

    private void ObserveInto(PatientObservations[] into)
    {
        observer.DrawNoise(courses.Block);
        observer.Observe(0, courses.Block, path, courses.Twin, courses.FirstStarts, courses.Origins, into);
    }
}
