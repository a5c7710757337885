using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks;

/// <summary>One weekly step of a block of untreated patients in mid-course: draws and equations, no treatment. Divide by the lanes for the time per patient.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
[GenericTypeArguments(typeof(Lane1), typeof(BinomialTransitions<Lane1>))]
[GenericTypeArguments(typeof(Lane8), typeof(BinomialTransitions<Lane8>))]
[GenericTypeArguments(typeof(Lane16), typeof(BinomialTransitions<Lane16>))]
public class StepBenchmarks<T, TSampler>
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private const int MidCourse = 100;

    private CourseRunner<T, TSampler> courses = null!;

    /// <summary>What is simulated.</summary>
    [Params(Workload.W1, Workload.W2)]
    public Workload Workload { get; set; }

    [GlobalSetup]
    public void FollowToMidCourse()
    {
        var plan = ShippedPlans.Load(Workload);
        courses = new CourseRunner<T, TSampler>(plan, Simulation.ShapeOf(plan).Grid.LastStep);
        courses.Block.Draw(0);
        courses.Kernel.Begin(courses.Block, courses.Twin);
        for (var step = 0; step <= MidCourse; step++)
        {
            courses.Kernel.Step(courses.Block, courses.Twin, [], step);
        }
    }

    [GlobalCleanup]
    public void GiveBack() => courses.Dispose();

    /// <summary>The same step again: it reads one row of the path and writes the next.</summary>
    [Benchmark]
    public void Step() => courses.Kernel.Step(courses.Block, courses.Twin, [], MidCourse);
}
